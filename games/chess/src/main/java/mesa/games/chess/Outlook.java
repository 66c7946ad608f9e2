package mesa.games.chess;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Rng;

/**
 * What the rules look at: the legal moves and, for each, a glance at the position one ply on. Moves are named by their
 * index; material is counted in centipawns for the mover, as {@link Exchange} values it. Used again for each move of a
 * game.
 */
final class Outlook {
  /** What every rule answers that does not apply. */
  static final int NONE = -1;

  /** A lead that should win, and does not want a draw. */
  private static final int CLEAR_LEAD = 200;

  private static final int MOST_MOVES = 256;

  private final Rng rng;
  private final Moves moves = new Moves(MOST_MOVES);
  private final int[] balance = new int[MOST_MOVES];
  private final int[] freedom = new int[MOST_MOVES];
  private final boolean[] mates = new boolean[MOST_MOVES];
  private final boolean[] draws = new boolean[MOST_MOVES];
  private final boolean[] sound = new boolean[MOST_MOVES];
  private final Moves replies = new Moves(MOST_MOVES);

  private ChessPosition position;
  private int looked;
  private int lead;
  private int bestBalance;

  Outlook(Rng rng) {
    this.rng = rng;
  }

  /** Turns to a new position; nothing is looked at yet. */
  void turnTo(ChessPosition newPosition) {
    position = newPosition;
    moves.clear();
    position.legalMoves(moves);
    looked = 0;
  }

  /** Looks at the position after each move, a node each, as far as the budget goes. */
  void look(Meter meter) {
    lead = material(position.side) - material(position.side ^ 1);
    while (looked < moves.size() && meter.spendNode()) {
      lookAt(looked++);
    }
    bestBalance = Integer.MIN_VALUE;
    for (int i = 0; i < looked; i++) {
      if (!wastes(i)) {
        bestBalance = Math.max(bestBalance, balance[i]);
      }
    }
    for (int i = 0; i < looked; i++) {
      // If every move wastes the lead, all of them are as sound as can be.
      sound[i] = bestBalance == Integer.MIN_VALUE || !wastes(i) && balance[i] == bestBalance;
    }
  }

  private void lookAt(int i) {
    int move = moves.get(i);
    int us = position.side;
    int won = Exchange.won(position, move);
    position.make(move);
    Outcome outcome = position.outcome();
    mates[i] = outcome == Outcome.wonBy(us);
    draws[i] = outcome == Outcome.DRAWN || position.earlierOccurrences() > 0;
    balance[i] = won - atRisk(us);
    replies.clear();
    position.legalMoves(replies);
    freedom[i] = replies.size();
    position.unmake();
  }

  private int material(int side) {
    int sum = 0;
    for (int type = Piece.PAWN; type < Piece.KING; type++) {
      sum += Exchange.value(type) * Long.bitCount(position.pieces(type, side));
    }
    return sum;
  }

  /** The most that the other side would win by one exchange, were it to move. */
  private int atRisk(int us) {
    int most = 0;
    for (long set = position.sides[us] & ~position.types[Piece.KING]; set != 0; set = Squares.rest(set)) {
      most = Math.max(most, atRisk(us, Squares.first(set)));
    }
    return most;
  }

  private int atRisk(int us, int square) {
    int value = Exchange.value(Piece.type(position.board[square]));
    return Exchange.recapture(position, square, us ^ 1, value, position.occupied());
  }

  private boolean wastes(int i) {
    return draws[i] && lead >= CLEAR_LEAD;
  }

  // What rules ask.

  ChessPosition position() {
    return position;
  }

  int move(int i) {
    return moves.get(i);
  }

  int from(int i) {
    return Move.from(moves.get(i));
  }

  int to(int i) {
    return Move.landing(moves.get(i));
  }

  /** {@return the type of the moving piece} */
  int type(int i) {
    return Piece.type(position.board[from(i)]);
  }

  boolean isMate(int i) {
    return mates[i];
  }

  /** {@return whether the game is drawn then, or a position comes back} */
  boolean isDrawish(int i) {
    return draws[i];
  }

  /** {@return whether no move looked at keeps more material, an exchange ahead, and the move gives no lead away} */
  boolean isSound(int i) {
    return sound[i];
  }

  /** {@return what sound moves win, an exchange ahead; negative if something is lost whatever is played} */
  int soundBalance() {
    return bestBalance;
  }

  /** {@return material at once won by a move: by capture or promotion} */
  int won(int i) {
    return Exchange.won(position, moves.get(i));
  }

  /** {@return how many replies a move leaves the other side} */
  int freedom(int i) {
    return freedom[i];
  }

  int lead() {
    return lead;
  }

  boolean isClearlyAhead() {
    return lead >= CLEAR_LEAD;
  }

  boolean isClearlyBehind() {
    return lead <= -CLEAR_LEAD;
  }

  /** {@return whether the piece that moves would otherwise be won by the other side} */
  boolean isAttacked(int i) {
    return type(i) != Piece.KING && atRisk(position.side, from(i)) > 0;
  }

  /** {@return a rank as the mover counts it, 0 to 7} */
  int rank(int square) {
    return Squares.rank(square) ^ (position.side == Piece.WHITE ? 0 : 7);
  }

  /** {@return what the moving piece gains by standing on its new square, in centipawns} */
  int placement(int i) {
    int piece = position.board[from(i)];
    int phase = PieceSquares.phase(position);
    int gain = PieceSquares.tapered(PieceSquares.worth(piece, to(i)), phase)
        - PieceSquares.tapered(PieceSquares.worth(piece, from(i)), phase);
    return position.side == Piece.WHITE ? gain : -gain;
  }

  /** {@return a move of the opening table, one of several by chance; {@link #NONE} if the position is not in it} */
  int fromTable() {
    Moves known = OpeningTable.shipped().of(position);
    return known.isEmpty() ? NONE : moves.indexOf(known.get(rng.below(known.size())));
  }

  /** {@return the first of the moves that pass, or {@link #NONE}} */
  int first(IntPredicate which) {
    return best(which, i -> 0);
  }

  /** {@return the first of the moves that pass with the greatest key, or {@link #NONE}} */
  int best(IntPredicate which, IntUnaryOperator key) {
    int best = NONE;
    int greatest = Integer.MIN_VALUE;
    for (int i = 0; i < looked; i++) {
      if (which.test(i)) {
        int here = key.applyAsInt(i);
        if (best == NONE || here > greatest) {
          best = i;
          greatest = here;
        }
      }
    }
    return best;
  }

  /** {@return the first of the sound moves that pass with the greatest key, or {@link #NONE}} */
  int bestSound(IntPredicate which, IntUnaryOperator key) {
    return best(i -> sound[i] && which.test(i), key);
  }
}
