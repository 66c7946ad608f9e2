package mesa.arena;

import mesa.core.BadInputException;

/** Looks whether Java's heap has room again once somebody has run out of it: else whoever comes next would pay for it. */
final class Memory {
  /** So little of the heap that is free is none. */
  private static final double LEAST_SHARE = 0.05;

  private Memory() {}

  /** {@return the share of the heap that is free once what nobody needs is given back, in [0, 1]} */
  static double freeShare() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long taken = runtime.totalMemory() - runtime.freeMemory();
    return 1 - (double) taken / runtime.maxMemory();
  }

  /**
   * Checks that there is room.
   *
   * @param freeShare of the heap, in [0, 1]
   * @param who ran out of it
   * @throws BadInputException if there is none
   */
  static void requireRoom(double freeShare, String who) {
    if (freeShare < LEAST_SHARE) {
      throw new BadInputException("%s ran out of memory, and %.0f %% of Java's %d MB stay taken, so that the next player would pay "
          .formatted(who, 100 * (1 - freeShare), Runtime.getRuntime().maxMemory() >> 20)
          + "for it; give the JVM more by -Xmx, or play fewer games at a time, and --resume the run");
    }
  }
}
