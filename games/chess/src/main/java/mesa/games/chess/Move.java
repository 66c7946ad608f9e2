package mesa.games.chess;

/**
 * A move as an int, 16 bits of which are used:
 * <pre>
 *  15 14   13 12   11 .. 6   5 .. 0
 * +-------+-------+---------+--------+
 * | piece | kind  |   to    |  from  |
 * +-------+-------+---------+--------+
 * kind    0 plain, 1 promotion, 2 en passant, 3 castling
 * piece   promoted to: 0 knight, 1 bishop, 2 rook, 3 queen; 0 unless the kind is promotion
 * </pre>
 * Castling goes from the king's square to that of <em>its own rook</em>, which says everything in Chess960 too; texts
 * show the square where the king lands. The number 0, from a1 to a1, is no move; it stands for a pass.
 */
final class Move {
  static final int PASS = 0;

  static final int PROMOTION = 1 << 12;
  static final int EN_PASSANT = 2 << 12;
  static final int CASTLING = 3 << 12;
  private static final int KINDS = 3 << 12;

  private Move() {}

  static int of(int from, int to) {
    return to << 6 | from;
  }

  static int promotion(int from, int to, int type) {
    return type - Piece.KNIGHT << 14 | PROMOTION | to << 6 | from;
  }

  static int from(int move) {
    return move & 63;
  }

  static int to(int move) {
    return move >> 6 & 63;
  }

  /** 0 for a plain move, else {@link #PROMOTION}, {@link #EN_PASSANT} or {@link #CASTLING}. */
  static int kind(int move) {
    return move & KINDS;
  }

  /** Whether a number says something in all its bits, as a move does. */
  static boolean isMove(int move) {
    return move >>> 16 == 0 && (move >> 14 == 0 || isPromotion(move));
  }

  static boolean isPromotion(int move) {
    return kind(move) == PROMOTION;
  }

  static boolean isCastling(int move) {
    return kind(move) == CASTLING;
  }

  static boolean isEnPassant(int move) {
    return kind(move) == EN_PASSANT;
  }

  /** The type that a promotion promotes to. */
  static int promoted(int move) {
    return (move >> 14) + Piece.KNIGHT;
  }

  /** Where the moving piece stands afterwards: for castling the king's landing square, g1 or c1 seen from its side. */
  static int landing(int move) {
    return isCastling(move) ? Castling.kingTarget(from(move), to(move)) : to(move);
  }
}
