package mesa.games.chess;

/**
 * Squares and sets of squares. A square is numbered a1 = 0, b1 = 1 .. h8 = 63, that is {@code rank * 8 + file}; a set
 * of squares is a long whose bit {@code n} stands for square {@code n}.
 */
final class Squares {
  static final long FILE_A = 0x0101010101010101L;
  static final long FILE_H = FILE_A << 7;
  static final long RANK_1 = 0xffL;
  static final long RANK_8 = RANK_1 << 56;
  static final long DARK = 0xaa55aa55aa55aa55L;

  private static final String[] NAMES = new String[64];

  static {
    for (int square = 0; square < 64; square++) {
      NAMES[square] = "" + (char) ('a' + file(square)) + (char) ('1' + rank(square));
    }
  }

  private Squares() {}

  static int square(int file, int rank) {
    return rank << 3 | file;
  }

  /** Files count from 0, the a-file. */
  static int file(int square) {
    return square & 7;
  }

  /** Ranks count from 0, the first rank. */
  static int rank(int square) {
    return square >> 3;
  }

  static String name(int square) {
    return NAMES[square];
  }

  /** Reads a name such as {@code e4}; -1 if it is none. */
  static int parse(String name) {
    if (name.length() != 2) {
      return -1;
    }
    int file = name.charAt(0) - 'a';
    int rank = name.charAt(1) - '1';
    return file < 0 || file > 7 || rank < 0 || rank > 7 ? -1 : square(file, rank);
  }

  static long bit(int square) {
    return 1L << square;
  }

  /** The lowest square of a set that is not empty. */
  static int first(long set) {
    return Long.numberOfTrailingZeros(set);
  }

  /** The set without its lowest square. */
  static long rest(long set) {
    return set & set - 1;
  }

  /** Whether the set has two squares or more. */
  static boolean several(long set) {
    return rest(set) != 0;
  }

  static long fileOf(int square) {
    return FILE_A << file(square);
  }

  static long rankOf(int square) {
    return RANK_1 << (square & 56);
  }

  /** The set one file towards the h-file; what stood there falls off. */
  static long east(long set) {
    return (set & ~FILE_H) << 1;
  }

  /** The set one file towards the a-file; what stood there falls off. */
  static long west(long set) {
    return (set & ~FILE_A) >>> 1;
  }

  /**
   * The set one rank ahead, as {@code side} sees it. A rotation by a variable does for both sides in one instruction;
   * it wraps around the board's edge, where no pawn stands.
   */
  static long ahead(int side, long set) {
    return Long.rotateLeft(set, 8 - (side << 4));
  }

  /** How far one rank ahead is, as {@code side} sees it: 8 or -8. */
  static int step(int side) {
    return 8 - (side << 4);
  }
}
