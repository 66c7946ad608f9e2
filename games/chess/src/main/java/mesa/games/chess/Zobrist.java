package mesa.games.chess;

import java.util.Arrays;

/**
 * Random numbers whose exclusive or identifies a position (A. L. Zobrist, <i>A new hashing method with application for
 * game playing</i>, 1970): one for each piece on each square, each right to castle, each file where a capture en
 * passant is possible, and white's turn. They are the 781 numbers that the Polyglot book format prescribes (M. Reul
 * and F. Letouzey; its tables give them in full), which turn out to be the first ones of {@link Isaac64}.
 */
final class Zobrist {
  /** By {@code piece << 6 | square}. */
  static final long[] PIECES = new long[12 * 64];

  /** By set of rights. */
  static final long[] CASTLING = new long[Castling.ALL + 1];

  /** By square; 0, that is a1, stands for none. */
  static final long[] EN_PASSANT = new long[64];

  static final long WHITE_TO_MOVE;

  static {
    Isaac64 numbers = new Isaac64();
    for (int piece = 0; piece < 12; piece++) {
      for (int square = 0; square < 64; square++) {
        PIECES[(piece ^ 1) << 6 | square] = numbers.next(); // Polyglot puts the black piece of a type first.
      }
    }
    for (int right = 1; right <= Castling.ALL; right <<= 1) {
      long number = numbers.next();
      for (int set = 0; set <= Castling.ALL; set++) {
        CASTLING[set] ^= (set & right) == 0 ? 0 : number;
      }
    }
    for (int file = 0; file < 8; file++) {
      long number = numbers.next();
      for (int square = file; square < 64; square += 8) {
        EN_PASSANT[square] = number;
      }
    }
    Arrays.fill(EN_PASSANT, 0, 8, 0);
    WHITE_TO_MOVE = numbers.next();
  }

  private Zobrist() {}
}
