package mesa.search;

import mesa.core.Clock;
import mesa.core.Meter;

/**
 * Whether alpha-beta does well to begin another iteration on a game clock. An iteration takes about as long as all
 * before it, so half of the soft time is the usual limit; it is less once the best move has stayed the same for some
 * iterations, and more where it has just changed or its score has dropped. Under a budget that is counted, or for one
 * move alone, there is no limit but the budget.
 */
final class Deliberation {
  /** The share of the soft time after which no iteration begins, by the iterations since the best move changed. */
  private static final double[] SHARES = {0.8, 0.6, 0.5, 0.42, 0.35};

  /** A drop of the score, in points, that calls for more time, and how much more. */
  private static final int DROP = 30;
  private static final double AFTER_DROP = 1.3;

  private int bestMove;
  private int lastScore;
  private int unchanged;

  /** Turns to another position. */
  void start() {
    bestMove = TranspositionTable.NO_MOVE;
    lastScore = -Wins.WIN;
    unchanged = 0;
  }

  /**
   * Takes note of an iteration's result; reads the clock, if there is one.
   *
   * @return whether to answer now
   */
  boolean isEnough(Meter meter, int move, int score) {
    unchanged = move == bestMove ? unchanged + 1 : 0;
    boolean drops = lastScore - score >= DROP;
    bestMove = move;
    lastScore = score;
    Clock clock = meter.budget().clock();
    if (clock == null || clock.isPerMove()) {
      return false;
    }
    double share = SHARES[Math.min(unchanged, SHARES.length - 1)] * (drops ? AFTER_DROP : 1);
    return meter.elapsedNanos() > share * clock.softNanos();
  }
}
