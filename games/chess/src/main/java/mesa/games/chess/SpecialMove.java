package mesa.games.chess;

/** The moves of more than one piece, or of one that becomes another: promotion, en passant and castling. */
final class SpecialMove {
  private SpecialMove() {}

  /** Moves the pieces; one captured on the to-square is gone already. {@return what changes in the key} */
  static long make(Board board, int kind, int move, int us) {
    int from = Move.from(move);
    int to = Move.to(move);
    if (kind == Move.PROMOTION) {
      return board.lift(Piece.of(Piece.PAWN, us), from) ^ board.drop(Piece.of(Move.promoted(move), us), to);
    }
    if (kind == Move.EN_PASSANT) {
      int pawn = Piece.of(Piece.PAWN, us);
      return board.lift(pawn, from) ^ board.drop(pawn, to) ^ board.lift(pawn ^ 1, to - Squares.step(us));
    }
    int king = Piece.of(Piece.KING, us);
    int rook = Piece.of(Piece.ROOK, us);
    return board.lift(king, from) ^ board.lift(rook, to)
        ^ board.drop(king, Castling.kingTarget(from, to)) ^ board.drop(rook, Castling.rookTarget(from, to));
  }

  /** Moves them back; one captured on the to-square is for the caller to put there. */
  static void unmake(Board board, int kind, int move, int us) {
    int from = Move.from(move);
    int to = Move.to(move);
    if (kind == Move.PROMOTION) {
      board.lift(Piece.of(Move.promoted(move), us), to);
      board.drop(Piece.of(Piece.PAWN, us), from);
    } else if (kind == Move.EN_PASSANT) {
      int pawn = Piece.of(Piece.PAWN, us);
      board.lift(pawn, to);
      board.drop(pawn, from);
      board.drop(pawn ^ 1, to - Squares.step(us));
    } else {
      int king = Piece.of(Piece.KING, us);
      int rook = Piece.of(Piece.ROOK, us);
      board.lift(king, Castling.kingTarget(from, to));
      board.lift(rook, Castling.rookTarget(from, to));
      board.drop(king, from);
      board.drop(rook, to);
    }
  }
}
