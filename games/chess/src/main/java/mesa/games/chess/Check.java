package mesa.games.chess;

import static mesa.games.chess.Squares.bit;

/** Tells which moves give check without making them. */
final class Check {
  private Check() {}

  /** {@return whether a legal move gives check; the position is left as it was} */
  static boolean isGivenBy(int move, ChessPosition p) {
    int kind = Move.kind(move);
    if (kind == Move.CASTLING || kind == Move.EN_PASSANT) { // These move more than one piece.
      p.make(move);
      boolean isCheck = p.inCheck();
      p.unmake();
      return isCheck;
    }
    int from = Move.from(move);
    int to = Move.to(move);
    long after = p.occupied() & ~bit(from) | bit(to);
    int king = p.kingSquare(p.side ^ 1);
    int type = kind == Move.PROMOTION ? Move.promoted(move) : Piece.type(p.board[from]);
    long attacked = type == Piece.PAWN ? Attacks.pawn(p.side, to) : Attacks.of(type, to, after);
    long behind = p.sides[p.side] & ~bit(from);
    long queens = p.types[Piece.QUEEN];
    return (attacked & bit(king)) != 0
        || (Attacks.rook(king, after) & (p.types[Piece.ROOK] | queens) & behind) != 0
        || (Attacks.bishop(king, after) & (p.types[Piece.BISHOP] | queens) & behind) != 0;
  }
}
