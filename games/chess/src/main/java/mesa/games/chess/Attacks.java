package mesa.games.chess;

import static mesa.games.chess.Squares.bit;
import static mesa.games.chess.Squares.file;
import static mesa.games.chess.Squares.rank;

/**
 * Which squares a piece attacks. Sliding pieces use magic multiplication: one look-up in a table of 861 kB, most of
 * which a game never touches. {@code Long.compress} in its place made perft 5 % faster on a processor where that is one
 * instruction, but it is a loop wherever the processor has none.
 */
final class Attacks {
  private static final int[][] ROOK_STEPS = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};
  private static final int[][] BISHOP_STEPS = {{1, 1}, {1, -1}, {-1, -1}, {-1, 1}};
  private static final int[][] KNIGHT_STEPS = {{1, 2}, {2, 1}, {2, -1}, {1, -2}, {-1, -2}, {-2, -1}, {-2, 1}, {-1, 2}};

  private static final long[] KNIGHT = new long[64];
  private static final long[] KING = new long[64];
  private static final long[] ROOK_RAYS = new long[64];
  private static final long[] BISHOP_RAYS = new long[64];
  private static final long[] PAWN = new long[2 * 64];

  /** Of all occupancies of all squares; a square's part starts at its offset. */
  private static final long[] SLIDING = new long[102_400 + 5_248];

  /** Four numbers a square, side by side in one cache line: relevant squares, factor, shift, offset. */
  private static final long[] ROOK_LINE = new long[4 * 64];
  private static final long[] BISHOP_LINE = new long[4 * 64];

  /** By {@code a << 6 | b}: the squares strictly between on a common line; the whole common line, ends included. */
  private static final long[] BETWEEN = new long[64 * 64];
  private static final long[] LINE = new long[64 * 64];

  static {
    for (int square = 0; square < 64; square++) {
      KNIGHT[square] = leaps(square, KNIGHT_STEPS);
      ROOK_RAYS[square] = walk(square, ROOK_STEPS, 0);
      BISHOP_RAYS[square] = walk(square, BISHOP_STEPS, 0);
      KING[square] = leaps(square, ROOK_STEPS) | leaps(square, BISHOP_STEPS);
      long beside = Squares.east(bit(square)) | Squares.west(bit(square));
      PAWN[square] = beside << 8;
      PAWN[64 | square] = beside >>> 8;
    }
    int offset = 0;
    for (int square = 0; square < 64; square++) {
      offset = tabulate(square, ROOK_STEPS, Magics.ROOK[square], ROOK_LINE, offset);
      offset = tabulate(square, BISHOP_STEPS, Magics.BISHOP[square], BISHOP_LINE, offset);
    }
    for (int a = 0; a < 64; a++) {
      for (int b = 0; b < 64; b++) {
        if ((rook(a, 0) & bit(b)) != 0) {
          LINE[a << 6 | b] = rook(a, 0) & rook(b, 0) | bit(a) | bit(b);
          BETWEEN[a << 6 | b] = rook(a, bit(b)) & rook(b, bit(a));
        } else if ((bishop(a, 0) & bit(b)) != 0) {
          LINE[a << 6 | b] = bishop(a, 0) & bishop(b, 0) | bit(a) | bit(b);
          BETWEEN[a << 6 | b] = bishop(a, bit(b)) & bishop(b, bit(a));
        }
      }
    }
  }

  private Attacks() {}

  private static long leaps(int square, int[][] steps) {
    long set = 0;
    for (int[] step : steps) {
      int file = file(square) + step[0];
      int rank = rank(square) + step[1];
      if (onBoard(file, rank)) {
        set |= bit(Squares.square(file, rank));
      }
    }
    return set;
  }

  private static boolean onBoard(int file, int rank) {
    return file >= 0 && file < 8 && rank >= 0 && rank < 8;
  }

  /** Walks from a square in each direction until a piece stands in the way; slow, for filling the table. */
  private static long walk(int square, int[][] steps, long occupied) {
    long set = 0;
    for (int[] step : steps) {
      int file = file(square) + step[0];
      int rank = rank(square) + step[1];
      while (onBoard(file, rank)) {
        long here = bit(Squares.square(file, rank));
        set |= here;
        if ((occupied & here) != 0) {
          break;
        }
        file += step[0];
        rank += step[1];
      }
    }
    return set;
  }

  private static int tabulate(int square, int[][] steps, long magic, long[] line, int offset) {
    // A piece on the last square of a line blocks nothing beyond it.
    long edges = (Squares.RANK_1 | Squares.RANK_8) & ~Squares.rankOf(square)
        | (Squares.FILE_A | Squares.FILE_H) & ~Squares.fileOf(square);
    long relevant = walk(square, steps, 0) & ~edges;
    int shift = 64 - Long.bitCount(relevant);
    line[4 * square] = relevant;
    line[4 * square + 1] = magic;
    line[4 * square + 2] = shift;
    line[4 * square + 3] = offset;
    long occupied = 0;
    do {
      int index = offset + (int) (occupied * magic >>> shift);
      long attacks = walk(square, steps, occupied);
      if (SLIDING[index] != 0 && SLIDING[index] != attacks) {
        throw new IllegalStateException("magic factor of " + Squares.name(square) + " does not keep lines apart");
      }
      SLIDING[index] = attacks;
      occupied = occupied - relevant & relevant;
    } while (occupied != 0);
    return offset + (1 << 64 - shift);
  }

  static long knight(int square) {
    return KNIGHT[square];
  }

  static long king(int square) {
    return KING[square];
  }

  /** What a pawn of {@code side} attacks. */
  static long pawn(int side, int square) {
    return PAWN[side << 6 | square];
  }

  /** What a rook attacks on an empty board. */
  static long rookRays(int square) {
    return ROOK_RAYS[square];
  }

  /** What a bishop attacks on an empty board. */
  static long bishopRays(int square) {
    return BISHOP_RAYS[square];
  }

  static long rook(int square, long occupied) {
    return lookUp(ROOK_LINE, square, occupied);
  }

  static long bishop(int square, long occupied) {
    return lookUp(BISHOP_LINE, square, occupied);
  }

  private static long lookUp(long[] line, int square, long occupied) {
    int at = square << 2;
    long index = (occupied & line[at]) * line[at + 1] >>> (int) line[at + 2];
    return SLIDING[(int) (index + line[at + 3])];
  }

  static long queen(int square, long occupied) {
    return rook(square, occupied) | bishop(square, occupied);
  }

  /** What a knight, bishop, rook, queen or king attacks. */
  static long of(int type, int square, long occupied) {
    return switch (type) {
      case Piece.KNIGHT -> knight(square);
      case Piece.BISHOP -> bishop(square, occupied);
      case Piece.ROOK -> rook(square, occupied);
      case Piece.QUEEN -> queen(square, occupied);
      default -> king(square);
    };
  }

  /** What the pawns of {@code side} attack together. */
  static long pawns(int side, long pawns) {
    return Squares.ahead(side, Squares.east(pawns) | Squares.west(pawns));
  }

  /** What knights attack together. */
  static long knights(long knights) {
    long one = Squares.east(knights) | Squares.west(knights);
    long two = Squares.east(Squares.east(knights)) | Squares.west(Squares.west(knights));
    return one << 16 | one >>> 16 | two << 8 | two >>> 8;
  }

  /** The squares strictly between two; empty if they share no rank, file or diagonal. */
  static long between(int a, int b) {
    return BETWEEN[a << 6 | b];
  }

  /** The rank, file or diagonal through two squares, from edge to edge; empty if there is none. */
  static long line(int a, int b) {
    return LINE[a << 6 | b];
  }
}
