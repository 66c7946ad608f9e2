package mesa.search;

import mesa.core.Clock;
import mesa.core.Decision;
import mesa.core.Evaluator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;

/**
 * Alpha-beta with iterative deepening over any evaluator that answers the same whenever asked. A node is a position
 * made, null moves and quiescence included; an evaluation a call of the evaluator.
 *
 * <p>It stops where the budget does; what an unfinished iteration has found by then counts, because the best move of
 * the one before is searched first. It also stops once more depth would change nothing: the result is proven within the
 * depth, or every line has been searched to the end of the game; or where there is but one legal move. On a game clock
 * it begins no iteration after half of its share; time for this one move it uses up. One thread; the table and the
 * history of moves last for a game.
 */
final class AlphaBeta implements Player {
  private static final int DEEPEST = 100;
  private static final int LEAST_DEPTH_TO_ASPIRE = 4;
  private static final int FIRST_MARGIN = 25;

  private final Evaluator evaluator;
  private final Negamax negamax;

  AlphaBeta(Evaluator evaluator, Techniques techniques, long tableBytes) {
    this.evaluator = evaluator;
    this.negamax = new Negamax(evaluator, techniques, tableBytes);
  }

  @Override
  public void newGame(long seed) {
    evaluator.newGame(seed);
    negamax.newGame();
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    Moves moves = Moves.of(position);
    negamax.start(position, meter);
    int deepest = moves.size() == 1 ? 1 : Math.min(meter.budget().depth(), DEEPEST);
    int score = 0;
    for (int depth = 1; depth <= deepest; depth++) {
      long cuts = negamax.cuts();
      score = searchAround(score, depth);
      boolean settled = negamax.cuts() == cuts || Wins.isProven(score) && Wins.plies(score) <= depth;
      if (negamax.isStopped() || settled || isTooLateForMore(meter)) {
        break;
      }
    }
    return new Decision(negamax.rootMove(), Wins.toValue(negamax.rootScore()), null);
  }

  /** An iteration takes at least as long as all before it, so half of the soft time is the last moment to begin one. */
  private static boolean isTooLateForMore(Meter meter) {
    Clock clock = meter.budget().clock();
    return clock != null && clock.movesToGo() != 1 && meter.elapsedNanos() > clock.softNanos() / 2;
  }

  /** Searches a narrow window around the last score, which is usually right, and widens it as long as it is not. */
  private int searchAround(int last, int depth) {
    boolean aspires = depth >= LEAST_DEPTH_TO_ASPIRE && !Wins.isProven(last);
    int below = aspires ? last - FIRST_MARGIN : -Wins.WIN;
    int above = aspires ? last + FIRST_MARGIN : Wins.WIN;
    for (int margin = 2 * FIRST_MARGIN; ; margin *= 2) {
      int score = negamax.searchRoot(depth, below, above);
      if (negamax.isStopped() || score > below && score < above) {
        return score;
      }
      if (score <= below) {
        below = Math.max(score - margin, -Wins.WIN);
      } else {
        above = Math.min(score + margin, Wins.WIN);
      }
    }
  }
}
