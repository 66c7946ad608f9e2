package mesa.search;

import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Rng;

/** Draws one of the legal moves, each with equal odds. Spends one tick. */
final class RandomPlayer implements Player {
  private final Rng rng = new Rng(0);
  private final Moves moves = new Moves();

  @Override
  public void newGame(long seed) {
    rng.reseed(seed);
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    meter.spendTick();
    moves.clear();
    position.legalMoves(moves);
    float[] policy = new float[moves.size()];
    UniformEvaluator.fill(policy.length, policy);
    return new Decision(moves.get(rng.below(moves.size())), Float.NaN, policy);
  }
}
