package mesa.games.chess;

/** What rules want to know about endgames. */
final class Endgame {
  /** Up to this {@link PieceSquares#phase} kings may come out: at most two rooks a side, for example. */
  private static final int PHASE = 8;

  private Endgame() {}

  /** Whether few pieces are left, and no queen of the other side to harass the mover's king. */
  static boolean isKingAtEase(ChessPosition p) {
    return PieceSquares.phase(p) <= PHASE && p.pieces(Piece.QUEEN, p.side ^ 1) == 0;
  }

  /** Whether the side to move has a rook or queen against a king alone. */
  static boolean canCorner(ChessPosition p) {
    long heavy = p.pieces(Piece.ROOK, p.side) | p.pieces(Piece.QUEEN, p.side);
    return heavy != 0 && (p.sides[p.side ^ 1] & ~p.types[Piece.KING]) == 0;
  }

  /** How well a move drives a bare king: few replies first, then kings close together. */
  static int cornering(Outlook o, int i) {
    ChessPosition p = o.position();
    int theirs = p.kingSquare(p.side ^ 1);
    int ours = o.type(i) == Piece.KING ? o.to(i) : p.kingSquare(p.side);
    return -4 * o.freedom(i) - 2 * distance(ours, theirs);
  }

  /** How many king's moves apart two squares are. */
  static int distance(int a, int b) {
    return Math.max(
        Math.abs(Squares.file(a) - Squares.file(b)),
        Math.abs(Squares.rank(a) - Squares.rank(b)));
  }
}
