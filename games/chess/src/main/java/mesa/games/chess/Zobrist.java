package mesa.games.chess;

import mesa.core.Rng;

/**
 * Random numbers whose exclusive or identifies a position (A. L. Zobrist, <i>A new hashing method with application for
 * game playing</i>, 1970): one for each piece on each square, each set of castling rights, each square where a capture
 * en passant is possible, and black's turn.
 */
final class Zobrist {
  /** By {@code piece << 6 | square}. */
  static final long[] PIECES = new long[12 * 64];

  /** By set of rights. */
  static final long[] CASTLING = new long[Castling.ALL + 1];

  /** By square; 0, that is a1, stands for none. */
  static final long[] EN_PASSANT = new long[64];

  static final long BLACK_TO_MOVE;

  static {
    Rng rng = new Rng(0x6d657361L);
    fill(PIECES, 0, rng);
    fill(CASTLING, 1, rng);
    fill(EN_PASSANT, 1, rng);
    BLACK_TO_MOVE = rng.next();
  }

  private Zobrist() {}

  private static void fill(long[] keys, int from, Rng rng) {
    for (int i = from; i < keys.length; i++) {
      keys[i] = rng.next();
    }
  }
}
