package mesa.games.chess;

import static mesa.games.chess.Squares.file;
import static mesa.games.chess.Squares.rank;

/**
 * What a piece on a square is worth, in the middlegame and in the endgame, in centipawns. Each table is its piece's
 * value, a term by rank, a term by file (the same on both wings) and a term for closeness to the centre; the numbers
 * are hand-set from common teaching: develop minor pieces, hold the centre with pawns, castle, put rooks on the seventh
 * rank, push pawns and bring the king out when the queens are gone.
 *
 * <p>Both worths are packed in an int, middlegame above endgame, so that one addition adds both. White's are counted
 * for, black's against.
 */
final class PieceSquares {
  /** The {@link #phase} of the start, where each minor piece counts 1, each rook 2 and each queen 4. */
  static final int FULL_PHASE = 24;

  private static final Worth[] MIDDLEGAME = {
    new Worth(85, 3, ranks(0, 0, -2, 2, 6, 18, 40, 0), files(-6, -4, 0, 2)),
    new Worth(330, 1, ranks(-22, -10, 0, 6, 12, 10, -4, -24), files(-20, -6, 4, 6)),
    new Worth(345, 1, ranks(-14, 2, 4, 5, 4, 0, -6, -10), files(-8, 2, 2, 4)),
    new Worth(480, 0, ranks(-2, -6, -8, -6, -2, 4, 14, 8), files(-6, -2, 2, 5)),
    new Worth(1000, 0, ranks(0, 3, 2, 0, -2, -2, -2, -4), files(-4, 0, 1, 1)),
    new Worth(0, 0, ranks(18, 0, -30, -50, -60, -70, -70, -70), files(16, 26, -2, -14)),
  };

  private static final Worth[] ENDGAME = {
    new Worth(105, 0, ranks(0, -6, -4, 4, 18, 42, 85, 0), files(2, 2, 0, -2)),
    new Worth(300, 1, ranks(-14, -8, 0, 4, 6, 2, -6, -16), files(-16, -4, 4, 6)),
    new Worth(315, 1, ranks(-6, -3, 0, 2, 2, 0, -3, -6), files(-6, 0, 2, 3)),
    new Worth(530, 0, ranks(-2, -2, 0, 2, 3, 4, 7, 4), files(-2, 0, 1, 1)),
    new Worth(960, 2, ranks(-12, -6, 0, 4, 8, 8, 4, 0), files(-6, 0, 2, 4)),
    new Worth(0, 2, ranks(-18, -6, 2, 8, 12, 10, 4, -8), files(-14, -2, 4, 6)),
  };

  /** By {@code piece << 6 | square}. */
  private static final int[] TABLE = new int[12 * 64];

  static {
    for (int type = 0; type < 6; type++) {
      for (int square = 0; square < 64; square++) {
        int packed = (MIDDLEGAME[type].on(square) << 16) + ENDGAME[type].on(square);
        TABLE[Piece.of(type, 0) << 6 | square] = packed;
        TABLE[Piece.of(type, 1) << 6 | square ^ 56] = -packed;
      }
    }
  }

  /** The terms of one table, from the view of the piece's side. */
  private record Worth(int value, int centre, int[] byRank, int[] byFile) {
    int on(int square) {
      int closeness = fromEdge(file(square)) * fromEdge(rank(square));
      return value + centre * closeness + byRank[rank(square)] + byFile[fromEdge(file(square))];
    }
  }

  private PieceSquares() {}

  private static int[] ranks(int... firstToEighth) {
    return firstToEighth;
  }

  private static int[] files(int... edgeToCentre) {
    return edgeToCentre;
  }

  private static int fromEdge(int line) {
    return Math.min(line, 7 - line);
  }

  /** {@return what a piece adds to white's balance, packed} */
  static int worth(int piece, int square) {
    return TABLE[piece << 6 | square];
  }

  static int middlegame(int packed) {
    return packed + 0x8000 >> 16;
  }

  static int endgame(int packed) {
    return (short) packed;
  }

  /** {@return how much of the middlegame is on the board: 24 at the start, 0 with nothing but kings and pawns} */
  static int phase(ChessPosition p) {
    int phase = Long.bitCount(p.types[Piece.KNIGHT] | p.types[Piece.BISHOP])
        + 2 * Long.bitCount(p.types[Piece.ROOK])
        + 4 * Long.bitCount(p.types[Piece.QUEEN]);
    return Math.min(phase, FULL_PHASE);
  }

  /** {@return a packed worth as it counts in a phase, in centipawns} */
  static int tapered(int packed, int phase) {
    return (middlegame(packed) * phase + endgame(packed) * (FULL_PHASE - phase)) / FULL_PHASE;
  }
}
