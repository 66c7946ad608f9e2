package mesa.games.hex;

import mesa.core.Rng;

/** Keys whose XOR tells positions apart (Zobrist 1970). The side to move follows from the stones and needs none. */
final class Zobrist {
  /** Keeps the empty board from the hash 0, which a transposition table may take for an empty slot. */
  static final long EMPTY;

  private static final long[] KEYS = new long[2 * Cells.COUNT];

  static {
    Rng rng = new Rng(0x686578);
    EMPTY = rng.next();
    for (int i = 0; i < KEYS.length; i++) {
      KEYS[i] = rng.next();
    }
  }

  private Zobrist() {}

  /** {@return the key of a stone} */
  static long of(int cell, int side) {
    return KEYS[2 * cell + side];
  }
}
