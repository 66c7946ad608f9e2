package mesa.train;

import mesa.core.BadInputException;

/** Checks that plans share. */
final class Plans {
  private Plans() {}

  static void check(boolean holds, String key, Object given, String right) {
    if (!holds) {
      throw new BadInputException(key + " must be " + right + ", not " + given);
    }
  }
}
