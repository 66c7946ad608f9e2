package mesa.games.chess;

import static mesa.games.chess.Squares.bit;

import java.util.Arrays;

/**
 * The four rights to castle, as bits 0 to 3: white's kingside and queenside, black's kingside and queenside. King and
 * rook start from the squares of orthodox chess; all that depends on these squares is in this class.
 */
final class Castling {
  static final int RIGHTS = 4;
  static final int ALL = 15;
  static final String LETTERS = "KQkq";

  /** Where king and rook start, by right. */
  private static final int[] KING_FROM = {4, 4, 60, 60};
  private static final int[] ROOK_FROM = {7, 0, 63, 56};

  /** Squares that must be empty, and squares on and after the king's own that must not be attacked, by right. */
  private static final long[] EMPTY = new long[RIGHTS];
  private static final long[] SAFE = new long[RIGHTS];
  private static final int[] MOVE = new int[RIGHTS];

  /** The rights that are left after a piece has moved from or to a square. */
  private static final byte[] KEPT = new byte[64];

  static {
    Arrays.fill(KEPT, (byte) ALL);
    for (int right = 0; right < RIGHTS; right++) {
      int king = KING_FROM[right];
      int rook = ROOK_FROM[right];
      long all = span(king, kingTarget(king, rook)) | span(rook, rookTarget(king, rook));
      EMPTY[right] = all & ~bit(king) & ~bit(rook);
      SAFE[right] = span(king, kingTarget(king, rook)) & ~bit(king);
      MOVE[right] = Move.CASTLING | Move.of(king, rook);
      KEPT[king] &= (byte) ~(1 << right);
      KEPT[rook] &= (byte) ~(1 << right);
    }
  }

  private Castling() {}

  /** The squares from one to another on a rank, both counted. */
  private static long span(int a, int b) {
    long squares = 0;
    for (int square = Math.min(a, b); square <= Math.max(a, b); square++) {
      squares |= bit(square);
    }
    return squares;
  }

  /** Where a king lands that castles from one square with the rook on another: on the g-file or the c-file. */
  static int kingTarget(int king, int rook) {
    return king & 56 | (rook > king ? 6 : 2);
  }

  /** Where that rook lands: beside the king, on the f-file or the d-file. */
  static int rookTarget(int king, int rook) {
    return king & 56 | (rook > king ? 5 : 3);
  }

  static int kingFrom(int right) {
    return KING_FROM[right];
  }

  static int rookFrom(int right) {
    return ROOK_FROM[right];
  }

  static long empty(int right) {
    return EMPTY[right];
  }

  static long safe(int right) {
    return SAFE[right];
  }

  static int move(int right) {
    return MOVE[right];
  }

  static int kept(int square) {
    return KEPT[square];
  }
}
