package mesa.games.hex;

/**
 * What all positions of one size share: the cells of the board, and of its edges. Side 0 has the rim above and below,
 * side 1 that on the left and right; the first of the two is the side's <i>near</i> edge, the other its <i>far</i> one.
 */
final class Board {
  static final int NEAR = 0;
  static final int FAR = 1;

  private static final Board[] BOARDS = new Board[Cells.LONGEST + 1];

  static {
    for (int size = 2; size <= Cells.LONGEST; size++) {
      BOARDS[size] = new Board(size);
    }
  }

  final int size;
  /** Words of a set in which cells of the board can lie: the first so many. */
  final int words;
  final long[] cells = new long[Cells.WORDS];
  /** The rim, by side and {@link #NEAR} or {@link #FAR}. */
  final long[][][] edges = new long[2][2][Cells.WORDS];

  private Board(int size) {
    this.size = size;
    words = (size >> 2) + 1;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        Cells.add(cells, Cells.at(row, column));
      }
    }
    for (int i = 0; i < size; i++) {
      Cells.add(edges[0][NEAR], Cells.at(-1, i));
      Cells.add(edges[0][FAR], Cells.at(size, i));
      Cells.add(edges[1][NEAR], Cells.at(i, -1));
      Cells.add(edges[1][FAR], Cells.at(i, size));
    }
  }

  /** {@return the one board of a size from 2 to {@link Cells#LONGEST}} */
  static Board of(int size) {
    return BOARDS[size];
  }
}
