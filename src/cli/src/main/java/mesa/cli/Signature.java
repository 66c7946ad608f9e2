package mesa.cli;

import mesa.core.Rng;

/** Folds numbers, in their order, into one of 32 bits. */
final class Signature {
  private long state;

  /** Adds a number. */
  void fold(long number) {
    state = Rng.mix(state ^ Rng.mix(number + 1));
  }

  /** {@return what was folded so far, from 0 to 2^32 - 1} */
  long value() {
    return state >>> 32;
  }
}
