package mesa.games.connectfour;

/**
 * Sets of cells as longs. Columns stand side by side, seven bits each, the lowest cell first; the seventh bit of a
 * column is never set, so that no line runs from one column's top into the next one's foot:
 * <pre>
 *    6 13 20 27 34 41 48     always 0
 * 6  5 12 19 26 33 40 47
 * 5  4 11 18 25 32 39 46
 * 4  3 10 17 24 31 38 45
 * 3  2  9 16 23 30 37 44
 * 2  1  8 15 22 29 36 43
 * 1  0  7 14 21 28 35 42
 *    a  b  c  d  e  f  g
 * </pre>
 * The layout and the tests by shifts are those of John Tromp's Fhourstones.
 */
final class Cells {
  static final int COLUMNS = 7;
  static final int ROWS = 6;
  static final int COUNT = COLUMNS * ROWS;

  /** From a cell to its neighbour in the next column. */
  static final int STEP = ROWS + 1;

  /** The lowest cell of each column. */
  static final long FOOT = 0b0000001_0000001_0000001_0000001_0000001_0000001_0000001L;
  /** The highest cell of each column. */
  static final long TOP = FOOT << ROWS - 1;
  static final long ALL = FOOT * ((1 << ROWS) - 1);

  /** Rows 1, 3 and 5. */
  static final long ODD_ROWS = FOOT | FOOT << 2 | FOOT << 4;

  /** How many of the 69 possible fours go through a cell. */
  private static final byte[] LINES = new byte[STEP * COLUMNS];

  static {
    for (int cell = 0; cell < LINES.length; cell++) {
      for (int shift : new int[] {1, STEP - 1, STEP, STEP + 1}) {
        for (int first = cell - 3 * shift; first <= cell; first += shift) {
          long four = first < 0 ? 0 : (1L << first) * (1 | 1L << shift | 1L << 2 * shift | 1L << 3 * shift);
          if (four != 0 && first + 3 * shift < LINES.length && (four & ~ALL) == 0) {
            LINES[cell]++;
          }
        }
      }
    }
  }

  private Cells() {}

  /** {@return the lowest cell of a column} */
  static long foot(int column) {
    return 1L << STEP * column;
  }

  /** {@return the cells of a column} */
  static long column(int column) {
    return (1L << ROWS) - 1 << STEP * column;
  }

  /** {@return the column of a cell, given as a set of it alone} */
  static int columnOf(long cell) {
    return Long.numberOfTrailingZeros(cell) / STEP;
  }

  /** {@return all cells above these, each in its column} */
  static long above(long cells) {
    long above = cells << 1 & ALL;
    for (int row = 2; row < ROWS; row++) {
      above |= above << 1 & ALL;
    }
    return above;
  }

  /** {@return how many of the 69 possible fours go through a cell, given as a set of it alone} */
  static int lines(long cell) {
    return LINES[Long.numberOfTrailingZeros(cell)];
  }

  /** {@return the cells onto which discs may fall, at most one a column} */
  static long landings(long discs) {
    return discs + FOOT & ALL;
  }

  /** {@return whether these discs hold four in a row} */
  static boolean hasFour(long discs) {
    long upright = discs & discs >>> 1;
    long level = discs & discs >>> STEP;
    long rising = discs & discs >>> STEP + 1;
    long falling = discs & discs >>> STEP - 1;
    return (upright & upright >>> 2
        | level & level >>> 2 * STEP
        | rising & rising >>> 2 * (STEP + 1)
        | falling & falling >>> 2 * (STEP - 1)) != 0;
  }

  /**
   * Finds threats: cells with which a side's discs would make four in a row, wherever they are.
   *
   * @param own the side's discs
   * @param discs those of both
   * @return free cells, most of which a disc may not reach yet
   */
  static long threats(long own, long discs) {
    return ((own << 1 & own << 2 & own << 3)
        | inLine(own, STEP) | inLine(own, STEP + 1) | inLine(own, STEP - 1)) & ALL & ~discs;
  }

  /** {@return cells that have three of {@code own} beside them in one direction and its reverse, in line} */
  private static long inLine(long own, int shift) {
    long twoBefore = own << shift & own << 2 * shift;
    long twoBehind = own >>> shift & own >>> 2 * shift;
    return twoBefore & (own << 3 * shift | own >>> shift)
        | twoBehind & (own >>> 3 * shift | own << shift);
  }
}
