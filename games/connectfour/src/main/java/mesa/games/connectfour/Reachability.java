package mesa.games.connectfour;

import java.util.BitSet;

/** Tells whether some game leads to a position, by taking discs off the tops of columns, in turns, down to the start. */
final class Reachability {
  private static final int HEIGHTS = Cells.ROWS + 1;

  /** Heights of columns, as a number of seven digits, from which the start was not reached. */
  private final BitSet failed = new BitSet();

  private Reachability() {}

  /**
   * Looks for what is wrong with a position.
   *
   * @param first discs of side 0
   * @param second discs of side 1, on other cells
   * @param side to move
   * @return why no game leads to it; null if one does
   */
  static String flaw(long first, long second, int side) {
    long discs = first | second;
    long floating = discs & ~Cells.FOOT & ~(discs << 1);
    if (floating != 0) {
      int cell = Long.numberOfTrailingZeros(floating);
      return "the disc on " + Notation.column(cell / Cells.STEP) + (cell % Cells.STEP + 1) + " has none below it";
    }
    int ahead = Long.bitCount(first) - Long.bitCount(second);
    if (ahead != side) {
      return "x moves first, so with " + "xo".charAt(side) + " to move there are "
          + (side == 0 ? "as many x as o" : "one more x than o")
          + ", not " + Long.bitCount(first) + " and " + Long.bitCount(second);
    }
    if (Cells.hasFour(side == 0 ? first : second)) {
      return "xo".charAt(side) + " has four in a row, which ended the game before "
          + "ox".charAt(side) + " moved last";
    }
    return new Reachability().leadsBack(first, second, side) ? null
        : "no game leads here: discs fall in turns, and the first four in a row ends it";
  }

  private boolean leadsBack(long first, long second, int side) {
    if ((first | second) == 0) {
      return true;
    }
    long discs = first | second;
    int heights = 0;
    for (int column = 0; column < Cells.COLUMNS; column++) {
      heights = heights * HEIGHTS + Long.bitCount(discs & Cells.column(column));
    }
    if (failed.get(heights)) {
      return false;
    }
    long lastMovers = side == 0 ? second : first;
    for (long tops = discs & ~(discs >>> 1) & lastMovers; tops != 0; tops &= tops - 1) {
      long top = Long.lowestOneBit(tops);
      if (!Cells.hasFour(lastMovers ^ top) && leadsBack(first & ~top, second & ~top, side ^ 1)) {
        return true;
      }
    }
    failed.set(heights);
    return false;
  }
}
