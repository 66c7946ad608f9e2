package mesa.games.chess;

import mesa.core.Evaluator;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Score;

/**
 * Counts pieces on their squares, tapered between middlegame and endgame, with a bonus for both bishops and for the
 * turn. Knows nothing of king safety, mobility or pawn structure. As priors it takes a softmax over what each move wins
 * or loses at first sight. Holds nothing; allocates nothing.
 */
final class MaterialEvaluator implements Evaluator {
  /** Both bishops together, in centipawns. */
  private static final int BISHOP_PAIR = 30;

  /** The right to move, in centipawns. */
  private static final int TURN = 10;

  /** Centipawns at first sight that make a move e times as likely. */
  private static final float PRIOR_TEMPERATURE = 100;

  /** First sight is trusted no further than this many centipawns either way: one move is at most 403 times another. */
  private static final int PRIOR_LIMIT = 300;

  /** A move's weight by its gain at first sight, from the least on; strict, so that priors agree across machines. */
  private static final float[] WEIGHTS = new float[2 * PRIOR_LIMIT + 1];

  static {
    for (int i = 0; i < WEIGHTS.length; i++) {
      WEIGHTS[i] = (float) StrictMath.exp((i - PRIOR_LIMIT) / PRIOR_TEMPERATURE);
    }
  }

  /** What a move gains by giving check, at first sight, in centipawns. */
  private static final int CHECK = 40;

  /** The weight of gains on squares against gains of material, at first sight. */
  private static final int SQUARES_WEIGHT = 2;

  MaterialEvaluator() {}

  @Override
  public int score(Position position) {
    ChessPosition p = (ChessPosition) position;
    int forWhite = PieceSquares.tapered(p.balance, PieceSquares.phase(p))
        + pair(p, Piece.WHITE) - pair(p, Piece.BLACK);
    return Math.clamp(TURN + (p.side == Piece.WHITE ? forWhite : -forWhite), -Score.MAX, Score.MAX);
  }

  private static int pair(ChessPosition p, int side) {
    return Squares.several(p.pieces(Piece.BISHOP, side)) ? BISHOP_PAIR : 0;
  }

  @Override
  public float value(Position position) {
    return Score.toValue(score(position));
  }

  @Override
  public void priors(Position position, Moves moves, float[] into) {
    ChessPosition p = (ChessPosition) position;
    int phase = PieceSquares.phase(p);
    float sum = 0;
    long attacked = p.attacked(p.side ^ 1);
    int lastFrom = -1;
    int rescued = 0;
    for (int i = 0; i < moves.size(); i++) {
      int move = moves.get(i);
      int from = Move.from(move);
      if (from != lastFrom) { // Moves come by piece.
        lastFrom = from;
        rescued = Exchange.atRisk(p, from, attacked);
      }
      int gain = Exchange.gain(p, move, attacked) + rescued + SQUARES_WEIGHT * squareGain(p, move, phase);
      if (givesCheck(p, move)) {
        gain += CHECK;
      }
      into[i] = WEIGHTS[PRIOR_LIMIT + Math.clamp(gain, -PRIOR_LIMIT, PRIOR_LIMIT)];
      sum += into[i];
    }
    for (int i = 0; i < moves.size(); i++) {
      into[i] /= sum;
    }
  }

  /** What the moved piece gains by standing elsewhere, for its side. */
  private static int squareGain(ChessPosition p, int move, int phase) {
    int piece = p.board[Move.from(move)];
    int after = PieceSquares.worth(piece, Move.landing(move));
    int before = PieceSquares.worth(piece, Move.from(move));
    int gain = PieceSquares.tapered(after, phase) - PieceSquares.tapered(before, phase);
    return p.side == Piece.WHITE ? gain : -gain;
  }

  /** Whether the moved piece itself will attack the king; discovered checks are not seen. */
  private static boolean givesCheck(ChessPosition p, int move) {
    int to = Move.landing(move);
    int type = Move.isPromotion(move) ? Move.promoted(move) : Piece.type(p.board[Move.from(move)]);
    long attacked = type == Piece.PAWN
        ? Attacks.pawn(p.side, to)
        : Attacks.of(type, to, p.occupied() ^ Squares.bit(Move.from(move)));
    return (attacked & p.pieces(Piece.KING, p.side ^ 1)) != 0;
  }
}
