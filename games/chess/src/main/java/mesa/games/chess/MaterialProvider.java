package mesa.games.chess;

import mesa.core.Evaluator;
import mesa.core.EvaluatorProvider;
import mesa.core.Game;
import mesa.core.Setup;

/** Brings the evaluator {@code material} of chess. */
public final class MaterialProvider implements EvaluatorProvider {
  /** Makes the provider; for the service loader. */
  public MaterialProvider() {}

  @Override
  public String name() {
    return "material";
  }

  @Override
  public String summary() {
    return "hand-written: pieces on squares, tapered from middlegame to endgame";
  }

  @Override
  public boolean judges(Game game) {
    return game instanceof Chess;
  }

  @Override
  public Evaluator create(Setup setup) {
    return new MaterialEvaluator();
  }
}
