package mesa.games.chess;

import static mesa.games.chess.Squares.bit;

/**
 * Static exchange evaluation: both sides capture on one square in turn, each with its least valuable piece, and stop
 * when going on would lose (the swap algorithm, chessprogramming.org/SEE_-_The_Swap_Algorithm). Pieces behind the ones
 * that have captured join in; pins, checks and promotions on the way are ignored.
 */
final class Exchange {
  /** What pieces are worth in an exchange, in centipawns, by type; a king is beyond price. The last is for no piece. */
  private static final int[] VALUES = {100, 300, 300, 500, 900, 20_000, 0};

  private Exchange() {}

  static int value(int type) {
    return VALUES[type];
  }

  /** {@return what the mover gains by a legal move, in centipawns, with best play on its target square} */
  static int gain(ChessPosition p, int move) {
    if (Move.isCastling(move)) {
      return 0;
    }
    int to = Move.to(move);
    int by = p.side;
    int standing = p.board[Move.from(move)] >> 1;
    long occupied = p.occupied() & ~bit(Move.from(move)) | bit(to);
    if (Move.isEnPassant(move)) {
      occupied &= ~bit(to - Squares.step(by));
    } else if (Move.isPromotion(move)) {
      standing = Move.promoted(move);
    }
    return won(p, move) - recapture(p, to, by ^ 1, VALUES[standing], occupied);
  }

  /**
   * {@return what {@link #gain(ChessPosition, int)} says}
   *
   * @param attacked what the other side attacks now, which spares most moves the exchange: nothing can take back on a
   *     square beyond it, unless the move itself opens a line from a piece that attacks where it started
   */
  static int gain(ChessPosition p, int move, long attacked) {
    boolean quiet = (attacked & (bit(Move.from(move)) | bit(Move.to(move)))) == 0 && !Move.isEnPassant(move);
    return quiet ? won(p, move) : gain(p, move);
  }

  /** {@return whether {@link #gain} is at least so much; a glance at the pieces often tells} */
  static boolean gains(ChessPosition p, int move, int least) {
    int most = won(p, move);
    if (most < least) {
      return false;
    }
    if (Move.kind(move) != 0) {
      return gain(p, move) >= least;
    }
    int from = Move.from(move);
    int to = Move.to(move);
    int standing = VALUES[Piece.type(p.board[from])]; // What moves is what can be recaptured, at worst for nothing.
    return most - standing >= least
        || !recapturesMore(p, to, standing, most - least, p.occupied() & ~bit(from) | bit(to));
  }

  /**
   * {@return whether what {@link #recapture} says of the other side is more than {@code spare}, at least 0} Counts no
   * further than that is certain.
   */
  private static boolean recapturesMore(ChessPosition p, int square, int standing, int spare, long occupied) {
    long queens = p.types[Piece.QUEEN];
    long straight = p.types[Piece.ROOK] | queens;
    long diagonal = p.types[Piece.BISHOP] | queens;
    long left = occupied;
    long all = p.attackers(square, left) & left;
    int by = p.side;
    boolean isMore = true; // What holds if the side that is next gains more than may be spared.
    for (;;) {
      by ^= 1;
      long mine = all & p.sides[by];
      if (mine == 0 || standing <= spare) {
        return !isMore;
      }
      int type = Piece.PAWN;
      while ((mine & p.types[type]) == 0) {
        type++;
      }
      if (type == Piece.KING && (all & p.sides[by ^ 1]) != 0) {
        return !isMore; // The king may not capture what is protected.
      }
      long capturers = mine & p.types[type];
      left ^= capturers & -capturers;
      if (type != Piece.KNIGHT) {
        all |= type == Piece.PAWN || type == Piece.BISHOP
            ? Attacks.bishop(square, left) & diagonal
            : Attacks.rook(square, left) & straight | Attacks.bishop(square, left) & diagonal;
      }
      all &= left;
      spare = standing - spare - 1; // It gains more than may be spared unless the answer gains more than this.
      standing = VALUES[type];
      isMore = !isMore;
    }
  }

  /** {@return what a legal move gains at once, by capture and promotion} */
  static int won(ChessPosition p, int move) {
    return switch (Move.kind(move)) {
      case Move.CASTLING -> 0;
      case Move.EN_PASSANT -> VALUES[Piece.PAWN];
      case Move.PROMOTION ->
          VALUES[p.board[Move.to(move)] >> 1] + VALUES[Move.promoted(move)] - VALUES[Piece.PAWN];
      default -> VALUES[p.board[Move.to(move)] >> 1];
    };
  }

  /** {@return what the other side would gain, at least 0, by capturing a piece of the mover, were it to move; 0 for a king} */
  static int atRisk(ChessPosition p, int square) {
    int type = Piece.type(p.board[square]);
    return type == Piece.KING ? 0 : recapture(p, square, p.side ^ 1, VALUES[type], p.occupied());
  }

  /** {@return what {@link #atRisk(ChessPosition, int)} says, given what the other side attacks} */
  static int atRisk(ChessPosition p, int square, long attacked) {
    return (attacked & bit(square)) == 0 ? 0 : atRisk(p, square);
  }

  /**
   * {@return what {@code by} gains, at least 0, by capturing a piece of a value, on a square}
   *
   * @param occupied the squares still occupied, that one included
   */
  static int recapture(ChessPosition p, int square, int by, int standing, long occupied) {
    long all = p.attackers(square, occupied) & occupied;
    return swap(p, square, by, standing, occupied, all);
  }

  /** {@code all}: what attacks the square and has not captured yet, of both sides. */
  private static int swap(ChessPosition p, int square, int by, int standing, long occupied, long all) {
    long mine = all & p.sides[by];
    if (mine == 0) {
      return 0;
    }
    int type = Piece.PAWN;
    while ((mine & p.types[type]) == 0) {
      type++;
    }
    if (type == Piece.KING && (all & p.sides[by ^ 1]) != 0) {
      return 0; // The king may not capture what is protected.
    }
    long capturers = mine & p.types[type];
    long left = occupied ^ capturers & -capturers;
    long queens = p.types[Piece.QUEEN];
    long behind = Attacks.rook(square, left) & (p.types[Piece.ROOK] | queens)
        | Attacks.bishop(square, left) & (p.types[Piece.BISHOP] | queens);
    return Math.max(0, standing - swap(p, square, by ^ 1, VALUES[type], left, (all | behind) & left));
  }
}
