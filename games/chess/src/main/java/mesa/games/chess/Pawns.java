package mesa.games.chess;

/** What rules want to know about pawns and files. */
final class Pawns {
  /** d4, e4, d5, e5. */
  static final long CENTRE = 0x0000001818000000L;

  private Pawns() {}

  /** Whether no enemy pawn is ahead of the mover's pawn on a square, on its file or the ones beside. */
  static boolean isPassed(ChessPosition p, int square) {
    long files = Squares.fileOf(square);
    files |= Squares.east(files) | Squares.west(files);
    int rank = Squares.rank(square);
    long ahead = p.side == Piece.WHITE
        ? rank == 7 ? 0 : -1L << 8 * (rank + 1)
        : (1L << 8 * rank) - 1;
    return (files & ahead & p.pieces(Piece.PAWN, p.side ^ 1)) == 0;
  }

  /** Whether the mover has own pawns on the file of one square and none on that of another. */
  static boolean opensFile(ChessPosition p, int from, int to) {
    long pawns = p.pieces(Piece.PAWN, p.side);
    return (pawns & Squares.fileOf(from)) != 0 && (pawns & Squares.fileOf(to)) == 0;
  }
}
