package mesa.games.chess;

import static mesa.games.chess.Squares.bit;
import static mesa.games.chess.Squares.first;
import static mesa.games.chess.Squares.rest;

/** Tells which moves of a position give check without making them; found when first asked for, kept until a move is made. */
final class Check {
  private final long[] aims = new long[6];

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
    int from = Move.from(move);
    return (targets(p, Piece.type(p.board[from]), from) & bit(Move.to(move))) != 0;
  }

  /** {@return squares from which a type of the mover's would give check} */
  long aims(ChessPosition p, int type) {
    find(p);
    return aims[type];
  }

  /** {@return the mover's pieces that each stand alone between the other king and a line of their own side} */
  long covers(ChessPosition p) {
    find(p);
    return covers;
  }

  /** {@return where a piece of the mover's gives check by a plain move} */
  long targets(ChessPosition p, int type, int from) {
    find(p);
    return (covers & bit(from)) == 0 ? aims[type] : aims[type] | ~Attacks.line(p.kingSquare(p.side ^ 1), from);
  }

  private void find(ChessPosition p) {
    if (known) {
      return;
    }
    int king = p.kingSquare(p.side ^ 1);
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
