package mesa.games.chess;

import java.util.Arrays;

/**
 * The policy slots of lc0's networks, seen by the mover, who plays upwards:
 * <pre>
 * 0 .. 1791      from and to a queen's or knight's move apart, by from-square, then by to-square; a pawn's such move to
 *                the last rank promotes to a knight
 * 1792 .. 1857   promotions to queen, rook and bishop: by from-square, then by to-square, then in this order
 * </pre>
 * Castling is the king's move to its own rook's square. A policy head that is a convolution has 80 planes by
 * from-square: 7 distances in each of 8 directions, 8 knight's moves, 3 directions of promotion by 3 pieces (rook,
 * bishop, queen), and 7 planes without meaning. A head of attention has 64 x 64 pairs of from- and to-square, and then
 * promotions by from-file, to-file and piece (queen, rook, bishop). The order of slots is that of lczero-training's
 * {@code policy_index}, the order of planes that of its {@code lc0_az_policy_map}.
 */
final class Lc0Moves {
  static final int SLOTS = 1858;

  private static final int PLAIN = 1792;
  private static final int[] PROMOTED = {Piece.QUEEN, Piece.ROOK, Piece.BISHOP};

  /** North, north-east and so on, clockwise: files and ranks. */
  private static final int[][] LINES = {{0, 1}, {1, 1}, {1, 0}, {1, -1}, {0, -1}, {-1, -1}, {-1, 0}, {-1, 1}};

  private static final int[][] JUMPS = {{1, 2}, {2, 1}, {2, -1}, {1, -2}, {-1, -2}, {-2, -1}, {-2, 1}, {-1, 2}};

  /** By {@code from << 6 | to}; -1 where no piece moves like that. */
  private static final short[] PLAIN_SLOTS = new short[64 * 64];

  /** By from-file and to-file, of the first of three; -1 where no pawn moves like that. */
  private static final short[][] PROMOTION_SLOTS = new short[8][8];

  static {
    Arrays.fill(PLAIN_SLOTS, (short) -1);
    int slot = 0;
    for (int from = 0; from < 64; from++) {
      long targets = Attacks.queen(from, 0) | Attacks.knight(from);
      for (; targets != 0; targets = Squares.rest(targets)) {
        PLAIN_SLOTS[from << 6 | Squares.first(targets)] = (short) slot++;
      }
    }
    for (int from = 0; from < 8; from++) {
      Arrays.fill(PROMOTION_SLOTS[from], (short) -1);
      for (int to = Math.max(0, from - 1); to <= Math.min(7, from + 1); to++) {
        PROMOTION_SLOTS[from][to] = (short) slot;
        slot += PROMOTED.length;
      }
    }
    assert slot == SLOTS : slot;
  }

  private Lc0Moves() {}

  /** The slot of a move of the side on a board that is turned so. */
  static int slot(int side, int turn, int move) {
    int flip = side == 0 ? 0 : 56;
    int from = Lc0Turn.square(Move.from(move) ^ flip, turn);
    int to = Lc0Turn.square(Move.to(move) ^ flip, turn);
    if (Move.isPromotion(move) && Move.promoted(move) != Piece.KNIGHT) {
      int piece = Piece.QUEEN - Move.promoted(move); // Queen, rook, bishop follow each other downwards.
      return PROMOTION_SLOTS[Squares.file(from)][Squares.file(to)] + piece;
    }
    return PLAIN_SLOTS[from << 6 | to];
  }

  /** By slot, where a convolution keeps its logit. */
  static int[] convolution() {
    int[] indices = new int[SLOTS];
    int plane = 0;
    for (int[] line : LINES) {
      for (int distance = 1; distance <= 7; distance++) {
        addPlane(plane++, line[0] * distance, line[1] * distance, indices);
      }
    }
    for (int[] jump : JUMPS) {
      addPlane(plane++, jump[0], jump[1], indices);
    }
    for (int sideways = -1; sideways <= 1; sideways++) {
      for (int piece : new int[] {Piece.ROOK, Piece.BISHOP, Piece.QUEEN}) {
        for (int file = Math.max(0, -sideways); file < Math.min(8, 8 - sideways); file++) {
          int slot = PROMOTION_SLOTS[file][file + sideways] + Piece.QUEEN - piece;
          indices[slot] = plane << 6 | 48 + file;
        }
        plane++;
      }
    }
    return indices;
  }

  /** By slot, where a head of attention keeps its logit. */
  static int[] attention() {
    int[] indices = new int[SLOTS];
    for (int pair = 0; pair < PLAIN_SLOTS.length; pair++) {
      if (PLAIN_SLOTS[pair] >= 0) {
        indices[PLAIN_SLOTS[pair]] = pair;
      }
    }
    for (int files = 0; files < 64; files++) {
      int slot = PROMOTION_SLOTS[files >> 3][files & 7];
      for (int piece = 0; slot >= 0 && piece < PROMOTED.length; piece++) {
        indices[slot + piece] = PLAIN_SLOTS.length + PROMOTED.length * files + piece;
      }
    }
    return indices;
  }

  private static void addPlane(int plane, int files, int ranks, int[] indices) {
    for (int from = 0; from < 64; from++) {
      int file = (from & 7) + files;
      int rank = (from >> 3) + ranks;
      if (file >= 0 && file < 8 && rank >= 0 && rank < 8) {
        indices[PLAIN_SLOTS[from << 6 | rank << 3 | file]] = plane << 6 | from;
      }
    }
  }
}
