package mesa.search;

import java.util.List;
import mesa.core.Evaluator;
import mesa.core.EvaluatorProvider;
import mesa.core.Option;
import mesa.core.Setup;

/** The evaluator {@code rollout}: the mean result of random playouts, equal priors. */
public final class RolloutProvider implements EvaluatorProvider {
  private static final Option<Long> PLAYOUTS =
      Option.integer("playouts", 1L, 1, 10_000, "random games averaged in one evaluation");
  private static final Option<Long> PLIES =
      Option.integer("plies", 300L, 1, 1_000_000, "moves after which a random game is called a draw");

  /** Makes the provider. */
  public RolloutProvider() {}

  @Override
  public String name() {
    return "rollout";
  }

  @Override
  public String summary() {
    return "plays random moves to the end and reports who won";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(PLAYOUTS, PLIES);
  }

  @Override
  public Evaluator create(Setup setup) {
    return new RolloutEvaluator(setup.get(PLAYOUTS).intValue(), setup.get(PLIES).intValue());
  }
}
