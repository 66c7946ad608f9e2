package mesa.search;

import java.util.ArrayList;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Evaluator;
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
  private static final Option<String> ROOT = Option.choice("root", List.of("puct", "gumbel"),
      "how moves are chosen at the root; gumbel is for few nodes, at most some 64");
  private static final Option<Double> NOISE = Option.number("noise", 0.0, 0, 1,
      "for self-play: share of Dirichlet noise in the root's priors; with root=gumbel the scale of that noise");
  private static final Option<Double> ALPHA =
      Option.number("alpha", null, 0.001, 1000, "concentration of that noise; 10 / legal moves if not given");
  private static final Option<Double> TEMPERATURE =
      Option.number("temperature", 1.0, 0.01, 100, "of the root's priors; above 1 flattens them");
  private static final Option<Boolean> REUSE =
      Option.flag("reuse", true, "keeps what is known of the position reached, beyond the budget; never with noise or root=gumbel");
  private static final Option<Boolean> EARLY =
      Option.flag("early", false, "stops once no other move can come to lead; on a game clock it always does");
  private static final Option<Long> THREADS =
      Option.integer("threads", 1L, 1, 256, "that search one tree; pays from some ten thousand nodes on, or with slow evaluators");
  private static final Option<Long> CACHE =
      Option.integer("cache", 0L, 0, 32_768, "MB for values of positions met before; for slow evaluators without chance");
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
    return List.of(EVAL, C, GROWTH, FPU, ROOT, NOISE, ALPHA, TEMPERATURE, REUSE, EARLY, THREADS, CACHE, MEMORY);
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
    boolean gumbel = setup.get(ROOT).equals("gumbel");
    long threads = setup.get(THREADS);
    if (gumbel && threads > 1) {
      throw new BadInputException("root=gumbel searches with one thread alone (in \"" + setup.spec() + "\")");
    }
    List<Evaluator> evaluators = new ArrayList<>();
    for (long thread = 0; thread < threads; thread++) {
      evaluators.add(setup.evaluator(EVAL));
    }
    double noise = setup.get(NOISE);
    return new Mcts(evaluators, new MctsSettings(
        new Puct(setup.get(C), setup.get(GROWTH), setup.get(FPU)),
        new RootPriors(setup.get(TEMPERATURE), gumbel ? 0 : noise, setup.get(ALPHA)),
        gumbel ? new GumbelRoot(noise) : null,
        new Pace(setup.get(EARLY)),
        Memory.bytes(setup, MEMORY),
        Memory.bytes(setup, CACHE),
        setup.get(REUSE) && noise == 0));
  }
}
