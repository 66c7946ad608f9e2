package mesa.search;

import java.util.List;
import mesa.core.Option;
import mesa.core.Player;
import mesa.core.PlayerProvider;
import mesa.core.Setup;
import mesa.core.Spec;

/** The player {@code greedy}: the move with the best evaluation after it. */
public final class GreedyProvider implements PlayerProvider {
  private static final Option<Spec> EVAL = Option.evaluator("eval", "own", "judges the position after each move");

  /** Makes the provider. */
  public GreedyProvider() {}

  @Override
  public String name() {
    return "greedy";
  }

  @Override
  public String summary() {
    return "looks one move ahead and takes the best evaluation";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(EVAL);
  }

  @Override
  public List<String> limits() {
    return List.of("nodes", "evals", "time");
  }

  @Override
  public Player create(Setup setup) {
    return new GreedyPlayer(setup.evaluator(EVAL));
  }
}
