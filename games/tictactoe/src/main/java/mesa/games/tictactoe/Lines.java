package mesa.games.tictactoe;

/**
 * Sets of cells as the lowest nine bits of an int. Cells are numbered row by row from the top left corner:
 * <pre>
 * 3  0 1 2
 * 2  3 4 5
 * 1  6 7 8
 *    a b c
 * </pre>
 */
final class Lines {
  static final int ALL = 0b111_111_111;

  private static final int[] LINES = {
    0b000_000_111, 0b000_111_000, 0b111_000_000, // rows
    0b001_001_001, 0b010_010_010, 0b100_100_100, // columns
    0b100_010_001, 0b001_010_100, // diagonals
  };

  /** Whether a set of cells holds a line, a bit for each of the 512 sets. */
  private static final long[] HOLDS_LINE = new long[8];

  static {
    for (int cells = 0; cells <= ALL; cells++) {
      for (int line : LINES) {
        if ((cells & line) == line) {
          HOLDS_LINE[cells >> 6] |= 1L << cells;
        }
      }
    }
  }

  private Lines() {}

  /** {@return whether a side with these cells has three in a row} */
  static boolean won(int cells) {
    return (HOLDS_LINE[cells >> 6] >>> cells & 1) != 0;
  }

  /** {@return the free cells with which {@code own} completes a line} */
  static int wins(int own, int other) {
    int wins = 0;
    for (int free = ALL & ~(own | other); free != 0; free &= free - 1) {
      int cell = Integer.lowestOneBit(free);
      if (won(own | cell)) {
        wins |= cell;
      }
    }
    return wins;
  }

  /** {@return the free cells that leave {@code own}, once it has one of them, two cells to win with or more} */
  static int forks(int own, int other) {
    int forks = 0;
    for (int free = ALL & ~(own | other); free != 0; free &= free - 1) {
      int cell = Integer.lowestOneBit(free);
      if (Integer.bitCount(wins(own | cell, other)) >= 2) {
        forks |= cell;
      }
    }
    return forks;
  }
}
