package mesa.net;

import java.util.List;
import mesa.core.Option;
import mesa.core.Player;
import mesa.core.PlayerProvider;
import mesa.core.Setup;
import mesa.core.Spec;

/** The player {@code policy}: an evaluator's priors without search. */
public final class PolicyPlayerProvider implements PlayerProvider {
  private static final Option<Spec> EVAL = Option.evaluator("eval", "net", "whose priors it plays");
  private static final Option<Double> TEMPERATURE = Option.number("temperature", 0.0, 0.0, 100.0,
      "0 for the likeliest move, above for random ones with odds of prior^(1/temperature)");

  /** Makes the provider. */
  public PolicyPlayerProvider() {}

  @Override
  public String name() {
    return "policy";
  }

  @Override
  public String summary() {
    return "the likeliest move by an evaluator's priors: one evaluation, no search";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(EVAL, TEMPERATURE);
  }

  @Override
  public List<String> limits() {
    return List.of("time");
  }

  @Override
  public Player create(Setup setup) {
    return new PolicyPlayer(setup.evaluator(EVAL), setup.get(TEMPERATURE));
  }
}
