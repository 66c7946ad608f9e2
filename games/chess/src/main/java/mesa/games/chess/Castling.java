package mesa.games.chess;

import static mesa.games.chess.Squares.bit;

import java.util.Arrays;

/**
 * Where kings and rooks that may castle stand, and what follows from it. There are four rights, as bits 0 to 3: white's
 * kingside and queenside, black's kingside and queenside; kingside is the side of the h-file, wherever the king stands.
 * Immutable; the squares of a position stay the same for all positions that come of it.
 */
final class Castling {
  static final int RIGHTS = 4;
  static final int ALL = 15;
  static final String LETTERS = "KQkq";

  /** King on e1 and e8, rooks in the corners. */
  static final Castling ORTHODOX = new Castling(ALL, new int[] {4, 4, 60, 60}, new int[] {7, 0, 63, 56});

  private final int[] kingFrom;
  private final int[] rookFrom;

  /** Squares that must be empty but for king and rook, and squares that the king passes or lands on, by right. */
  private final long[] empty = new long[RIGHTS];
  private final long[] safe = new long[RIGHTS];
  private final int[] move = new int[RIGHTS];

  /** The rights that are left after a piece has moved from or to a square. */
  private final byte[] kept = new byte[64];

  private Castling(int rights, int[] kingFrom, int[] rookFrom) {
    this.kingFrom = kingFrom.clone();
    this.rookFrom = rookFrom.clone();
    Arrays.fill(kept, (byte) ALL);
    for (int right = 0; right < RIGHTS; right++) {
      if ((rights & 1 << right) != 0) {
        int king = kingFrom[right];
        int rook = rookFrom[right];
        long all = span(king, kingTarget(king, rook)) | span(rook, rookTarget(king, rook));
        empty[right] = all & ~bit(king) & ~bit(rook);
        safe[right] = span(king, kingTarget(king, rook)) & ~bit(king);
        move[right] = Move.CASTLING | Move.of(king, rook);
        kept[king] &= (byte) ~(1 << right);
        kept[rook] &= (byte) ~(1 << right);
      }
    }
  }

  /**
   * Finds the squares for a set of rights.
   *
   * @param rights those that there are
   * @param kingFrom by right, the king's square on its first rank
   * @param rookFrom by right, the rook's square on that rank
   */
  static Castling of(int rights, int[] kingFrom, int[] rookFrom) {
    for (int right = 0; right < RIGHTS; right++) {
      if ((rights & 1 << right) != 0
          && (kingFrom[right] != ORTHODOX.kingFrom[right] || rookFrom[right] != ORTHODOX.rookFrom[right])) {
        return new Castling(rights, kingFrom, rookFrom);
      }
    }
    return ORTHODOX;
  }

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

  int kingFrom(int right) {
    return kingFrom[right];
  }

  int rookFrom(int right) {
    return rookFrom[right];
  }

  long empty(int right) {
    return empty[right];
  }

  /** The squares after its own that the king passes or lands on; none must be attacked. */
  long safe(int right) {
    return safe[right];
  }

  int move(int right) {
    return move[right];
  }

  int kept(int square) {
    return kept[square];
  }
}
