package mesa.games.connectfour;

import mesa.core.Moves;

/** What a solver asks of a position in which the mover can't make four at once: {@code own} are the mover's discs. */
final class Prospects {
  private static final int[] FROM_THE_MIDDLE = {3, 2, 4, 1, 5, 0, 6};
  private static final int MOVE_BITS = 4;

  private Prospects() {}

  /** {@return the landings after which the other side can't make four; none if whatever one does is too late} */
  static long sound(long own, long discs) {
    long threats = Cells.threats(own ^ discs, discs);
    long landings = Cells.landings(discs);
    long forced = landings & threats;
    if (forced != 0) {
      landings = (forced & forced - 1) == 0 ? forced : 0;
    }
    return landings & ~(threats >>> 1);
  }

  /** Lists the sound landings' columns, those that make the most threats first, then from the middle outwards. */
  static void listSound(long own, long discs, Moves into) {
    long sound = sound(own, discs);
    int first = into.size();
    for (int column : FROM_THE_MIDDLE) {
      long cell = sound & Cells.column(column);
      if (cell == 0) {
        continue;
      }
      int rank = Long.bitCount(Cells.threats(own | cell, discs | cell));
      int at = into.size();
      into.add(0);
      for (; at > first && into.get(at - 1) >> MOVE_BITS < rank; at--) {
        into.set(at, into.get(at - 1));
      }
      into.set(at, rank << MOVE_BITS | column);
    }
    for (int i = first; i < into.size(); i++) {
      into.set(i, into.get(i) & (1 << MOVE_BITS) - 1);
    }
  }

  /**
   * Lets the other side answer in the column just played (claimeven: V. Allis, <i>A Knowledge-based Approach of
   * Connect-Four</i>, 1988), which it can where every column has room for an even number of discs.
   *
   * @return at best -1 or 0 for the mover, or 1 if this tells nothing
   */
  static int atBest(long own, long discs) {
    if ((Cells.landings(discs) & ~Cells.ODD_ROWS) != 0) {
      return 1;
    }
    long free = Cells.ALL & ~discs;
    if (Cells.hasFour(own | free & Cells.ODD_ROWS)) {
      return 1;
    }
    return Cells.hasFour(own ^ discs | free & ~Cells.ODD_ROWS) ? -1 : 0;
  }

  /** {@return the key seen in a mirror} */
  static long mirrored(long key) {
    long column = (1L << Cells.STEP) - 1;
    return (key & column) << 6 * Cells.STEP
        | (key & column << Cells.STEP) << 4 * Cells.STEP
        | (key & column << 2 * Cells.STEP) << 2 * Cells.STEP
        | key & column << 3 * Cells.STEP
        | key >>> 2 * Cells.STEP & column << 2 * Cells.STEP
        | key >>> 4 * Cells.STEP & column << Cells.STEP
        | key >>> 6 * Cells.STEP & column;
  }
}
