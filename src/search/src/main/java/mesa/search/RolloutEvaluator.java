package mesa.search;

import mesa.core.Evaluator;
import mesa.core.FastPlayout;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * Plays random moves to the end and reports who won. The playouts run on the position itself, in its own way if it has
 * one, else by make and take-back; they allocate nothing once the list of moves is warm.
 */
final class RolloutEvaluator implements Evaluator {
  private final int playouts;
  private final int plies;
  private final Rng rng = new Rng(0);
  private final Moves moves = new Moves();

  /**
   * Makes the evaluator.
   *
   * @param playouts how many to average, at least 1
   * @param plies after so many moves a playout is called a draw, at least 1
   */
  RolloutEvaluator(int playouts, int plies) {
    this.playouts = playouts;
    this.plies = plies;
  }

  @Override
  public float value(Position position) {
    int side = position.sideToMove();
    int sum = 0;
    for (int i = 0; i < playouts; i++) {
      sum += playOut(position).valueFor(side);
    }
    return (float) sum / playouts;
  }

  private Outcome playOut(Position position) {
    if (position instanceof FastPlayout fast) {
      return fast.playOut(rng, plies);
    }
    int made = 0;
    Outcome outcome = position.outcome();
    while (!outcome.isOver() && made < plies) {
      moves.clear();
      position.legalMoves(moves);
      position.make(moves.get(rng.below(moves.size())));
      made++;
      outcome = position.outcome();
    }
    for (; made > 0; made--) {
      position.unmake();
    }
    return outcome;
  }

  @Override
  public void priors(Position position, Moves legal, float[] into) {
    UniformEvaluator.fill(legal.size(), into);
  }

  @Override
  public boolean isStochastic() {
    return true;
  }

  @Override
  public void newGame(long seed) {
    rng.reseed(seed);
  }
}
