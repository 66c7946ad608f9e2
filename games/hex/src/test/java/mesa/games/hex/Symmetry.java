package mesa.games.hex;

/** The half turn of a board, which leaves each side its edges. */
final class Symmetry {
  private Symmetry() {}

  static HexPosition turned(HexPosition position, Board board) {
    return new HexPosition(
        board, turned(position.stones(0), board.size), turned(position.stones(1), board.size), position.sideToMove());
  }

  private static long[] turned(long[] stones, int size) {
    long[] image = new long[Cells.WORDS];
    for (int cell = Cells.next(stones, 0); cell >= 0; cell = Cells.next(stones, cell + 1)) {
      Cells.add(image, Cells.at(size - 1 - Cells.row(cell), size - 1 - Cells.column(cell)));
    }
    return image;
  }
}
