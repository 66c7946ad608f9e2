package mesa.games.chess;

import static mesa.games.chess.Squares.bit;
import static mesa.games.chess.Squares.first;
import static mesa.games.chess.Squares.rest;

/** Tells which moves of a position give check without making them; found when first asked for, kept until a move is made. */
final class Check {
  /** Squares from which a type of the mover's would give check. */
  private final long[] aims = new long[6];

  /** Pieces of the mover's that each stand alone between the other king and a line of their own side. */
  private long covers;

  private boolean known;

  /** A move has been made or taken back. */
  void forget() {
    known = false;
  }

  /** {@return whether a legal move gives check; the position is left as it was} */
  boolean isGivenBy(int move, ChessPosition p) {
    if (Move.kind(move) != 0) { // These change more than two squares, or what moves.
      p.make(move);
      boolean isCheck = p.inCheck();
      p.unmake();
      return isCheck;
    }
    int king = p.kingSquare(p.side ^ 1);
    if (!known) {
      find(p, king);
    }
    int from = Move.from(move);
    int to = Move.to(move);
    return (aims[Piece.type(p.board[from])] & bit(to)) != 0
        || (covers & bit(from)) != 0 && (Attacks.line(king, from) & bit(to)) == 0;
  }

  private void find(ChessPosition p, int king) {
    long own = p.sides[p.side];
    long theirs = p.sides[p.side ^ 1];
    long queens = p.types[Piece.QUEEN];
    aims[Piece.PAWN] = Attacks.pawn(p.side ^ 1, king);
    aims[Piece.KNIGHT] = Attacks.knight(king);
    aims[Piece.BISHOP] = Attacks.bishop(king, own | theirs);
    aims[Piece.ROOK] = Attacks.rook(king, own | theirs);
    aims[Piece.QUEEN] = aims[Piece.BISHOP] | aims[Piece.ROOK];
    covers = 0;
    // With own pieces taken off the board, the lines from the king end at every slider that could check if one left.
    long lines = own & (Attacks.rook(king, theirs) & (p.types[Piece.ROOK] | queens)
        | Attacks.bishop(king, theirs) & (p.types[Piece.BISHOP] | queens));
    for (; lines != 0; lines = rest(lines)) {
      long between = Attacks.between(king, first(lines)) & own;
      covers |= rest(between) == 0 ? between : 0;
    }
    known = true;
  }
}
