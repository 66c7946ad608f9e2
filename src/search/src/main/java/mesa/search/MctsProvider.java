package mesa.search;

import java.util.List;
import mesa.core.Budget;
import mesa.core.Option;
import mesa.core.Player;
import mesa.core.PlayerProvider;
import mesa.core.Setup;
import mesa.core.Spec;

/** The player {@code mcts}: Monte Carlo tree search with any evaluator. */
public final class MctsProvider implements PlayerProvider {
  private static final Option<Spec> EVAL = Option.evaluator("eval", "rollout", "values leaves and gives priors");
  private static final Option<Double> C =
      Option.number("c", 1.25, 0, 1000, "exploration: C(N) = c N^growth, N = visits of the parent");
  private static final Option<Double> GROWTH =
      Option.number("growth", 0.5, 0, 1, "power of the parent's visits with which exploration grows");
  private static final Option<Double> FPU =
      Option.number("fpu", 0.0, 0, 10, "unvisited moves count as their parent's mean less fpu x sqrt(prior visited)");
  private static final Option<Double> NOISE =
      Option.number("noise", 0.0, 0, 1, "share of Dirichlet noise in the root's priors, for self-play");
  private static final Option<Double> ALPHA =
      Option.number("alpha", null, 0.001, 1000, "concentration of that noise; 10 / legal moves if not given");
  private static final Option<Double> TEMPERATURE =
      Option.number("temperature", 1.0, 0.01, 100, "of the root's priors; above 1 flattens them");
  private static final Option<Long> MEMORY =
      Option.integer("memory", 64L, 1, 32_768, "most MB that the tree may take; it starts small");

  /** Makes the provider. */
  public MctsProvider() {}

  @Override
  public String name() {
    return "mcts";
  }

  @Override
  public String summary() {
    return "Monte Carlo tree search (PUCT, proven results) with any evaluator";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(EVAL, C, GROWTH, FPU, NOISE, ALPHA, TEMPERATURE, MEMORY);
  }

  @Override
  public List<String> limits() {
    return List.of("nodes", "evals", "time");
  }

  @Override
  public Budget usualBudget() {
    return Budget.ofNodes(800);
  }

  @Override
  public Player create(Setup setup) {
    return new Mcts(
        setup.evaluator(EVAL),
        new Puct(setup.get(C), setup.get(GROWTH), setup.get(FPU)),
        new RootPriors(setup.get(TEMPERATURE), setup.get(NOISE), setup.get(ALPHA)),
        Memory.bytes(setup, MEMORY));
  }
}
