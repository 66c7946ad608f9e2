package mesa.games.connectfour;

import mesa.core.Evaluator;
import mesa.core.EvaluatorProvider;
import mesa.core.Game;
import mesa.core.Setup;

/** Brings the evaluator {@code threats} of Connect Four. */
public final class ThreatsProvider implements EvaluatorProvider {
  /** Makes the provider; for the service loader. */
  public ThreatsProvider() {}

  @Override
  public String name() {
    return "threats";
  }

  @Override
  public String summary() {
    return "hand-written: threats, who will come to carry them out, and open lines";
  }

  @Override
  public boolean judges(Game game) {
    return game instanceof ConnectFour;
  }

  @Override
  public Evaluator create(Setup setup) {
    return new ThreatsEvaluator();
  }
}
