package mesa.games.hex;

import mesa.core.Evaluator;
import mesa.core.EvaluatorProvider;
import mesa.core.Game;
import mesa.core.Setup;

/** Brings the evaluator {@code distance} of Hex. */
public final class DistanceProvider implements EvaluatorProvider {
  /** Makes the provider; for the service loader. */
  public DistanceProvider() {}

  @Override
  public String name() {
    return "distance";
  }

  @Override
  public String summary() {
    return "hand-written: stones that each side lacks to join its edges, bridges taken for joined";
  }

  @Override
  public boolean judges(Game game) {
    return game instanceof Hex;
  }

  @Override
  public Evaluator create(Setup setup) {
    return new DistanceEvaluator(((Hex) setup.game()).board());
  }
}
