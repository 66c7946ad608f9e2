package mesa.games.chess;

/**
 * How lc0's canonical input formats turn the board, seen by the mover, so that positions that mean the same look the
 * same: while somebody may castle not at all; while there are pawns so that the mover's king stands on the files e to
 * h; and without pawns so that it stands in the triangle e1, e4, h1.
 */
final class Lc0Turn {
  static final int NONE = 0;

  /** First the files are exchanged, then the ranks, and then the corners a1 and h8 by a turn about a8 and h1. */
  private static final int FILES = 1;
  private static final int RANKS = 2;
  private static final int CORNERS = 4;

  private Lc0Turn() {}

  /** How the position's board is turned. */
  static int of(ChessPosition p) {
    if (p.castling != 0) {
      return NONE;
    }
    int king = Squares.first(seen(p, p.pieces(Piece.KING, p.side)));
    int turn = NONE;
    if (Squares.file(king) < 4) {
      turn |= FILES;
      king ^= 7;
    }
    if (both(p, Piece.PAWN) != 0) {
      return turn;
    }
    if (Squares.rank(king) >= 4) {
      turn |= RANKS;
      king ^= 56;
    }
    int above = Squares.rank(king) + Squares.file(king) - 7;
    return above > 0 || above == 0 && isLessWithCorners(p, turn) ? turn | CORNERS : turn;
  }

  /** With the king on the diagonal, other pieces decide: sets are compared as numbers, and the lesser is shown. */
  private static boolean isLessWithCorners(ChessPosition p, int turn) {
    long ours = 0;
    long all = 0;
    for (int type = 0; type < 6; type++) {
      ours |= p.pieces(type, p.side);
      all |= both(p, type);
    }
    long[] sets = {all, ours, both(p, Piece.KING), both(p, Piece.QUEEN), both(p, Piece.ROOK), both(p, Piece.KNIGHT),
        both(p, Piece.BISHOP)};
    for (long set : sets) {
      long turned = set(seen(p, set), turn);
      int comparison = Long.compareUnsigned(turned, set(turned, CORNERS));
      if (comparison != 0) {
        return comparison > 0;
      }
    }
    return false;
  }

  private static long both(ChessPosition p, int type) {
    return p.pieces(type, 0) | p.pieces(type, 1);
  }

  private static long seen(ChessPosition p, long set) {
    return p.side == 0 ? set : Long.reverseBytes(set);
  }

  private static long set(long set, int turn) {
    long turned = 0;
    for (long left = set; left != 0; left = Squares.rest(left)) {
      turned |= Squares.bit(square(Squares.first(left), turn));
    }
    return turned;
  }

  /** Where a square, seen by the mover, comes to lie. */
  static int square(int square, int turn) {
    int turned = square ^ ((turn & FILES) != 0 ? 7 : 0) ^ ((turn & RANKS) != 0 ? 56 : 0);
    return (turn & CORNERS) == 0 ? turned : 7 - Squares.file(turned) << 3 | 7 - Squares.rank(turned);
  }
}
