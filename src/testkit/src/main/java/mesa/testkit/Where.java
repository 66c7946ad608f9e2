package mesa.testkit;

import java.util.function.Supplier;

/** Says where a check failed. */
final class Where {
  private Where() {}

  /**
   * Runs a check.
   *
   * @param where what to put behind the failure's message, asked for only if there is one
   * @param check fails by an {@link AssertionError}, or by any exception of what it checks
   */
  static void check(Supplier<String> where, Runnable check) {
    try {
      check.run();
    } catch (AssertionError | RuntimeException e) {
      String what = e instanceof AssertionError ? e.getMessage() : "threw " + e;
      throw new AssertionError(what + "\n" + where.get(), e);
    }
  }
}
