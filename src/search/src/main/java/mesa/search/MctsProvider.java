package mesa.search;

import java.util.ArrayList;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.BatchEvaluator;
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
      Option.number("fpu", null, 0, 10, "unvisited moves count as their parent's mean less fpu x sqrt(prior visited);"
          + " if not given what the evaluator holds good, with noise 0");
  private static final Option<String> ROOT = Option.choice("root", List.of("puct", "gumbel"),
      "how moves are chosen at the root; gumbel is for few nodes, at most some 64");
  private static final Option<Long> CONSIDERED = Option.integer("considered", null, 2, 1000,
      "moves that root=gumbel begins with; at most 16, as many as can be visited twice before half of them go, if not given");
  private static final Option<Double> NOISE = Option.number("noise", 0.0, 0, 1,
      "for self-play: share of Dirichlet noise in the root's priors; with root=gumbel the scale of that noise");
  private static final Option<Double> ALPHA =
      Option.number("alpha", null, 0.001, 1000, "concentration of that noise; 10 / legal moves if not given");
  private static final Option<Double> TEMPERATURE =
      Option.number("temperature", 1.0, 0.01, 100, "of the root's priors; above 1 flattens them");
  private static final Option<Double> SLACK = Option.number("slack", 0.2, 0, 2,
      "playouts go on below a node up to this share beyond its due; 0: each starts at the root, as in textbooks; several"
          + " threads go by the error of means instead");
  private static final Option<Boolean> REUSE =
      Option.flag("reuse", true, "keeps what is known of the position reached, beyond the budget; never with noise or root=gumbel");
  private static final Option<Boolean> EARLY =
      Option.flag("early", false, "stops once no other move can come to lead; on a game clock it always does");
  private static final Option<Long> THREADS =
      Option.integer("threads", 1L, 1, 256, "that search one tree; pays from searches of a millisecond or two on");
  private static final Option<Long> BATCH = Option.integer("batch", 1L, 1, 1024,
      "leaves judged in one run by an evaluator that can (onnx, lc0): more nodes a second, each worth a little less");
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
    return List.of(
        EVAL, C, GROWTH, FPU, ROOT, CONSIDERED, NOISE, ALPHA, TEMPERATURE, SLACK, REUSE, EARLY, THREADS, BATCH, CACHE, MEMORY);
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
    int batch = (int) (long) setup.get(BATCH);
    if (batch > 1) {
      refuseBeside(batch, THREADS, threads > 1, "a thread's share of the tree is too small to fill a batch", setup);
      refuseBeside(batch, CACHE, setup.get(CACHE) > 0, "a cache of values has no priors, which come with them", setup);
    }
    double noise = setup.get(NOISE);
    if (!gumbel) {
      refuseWithoutEffect(CONSIDERED, "without root=gumbel", setup);
    }
    if (gumbel || noise == 0) {
      refuseWithoutEffect(ALPHA, gumbel ? "with root=gumbel" : "without noise", setup);
    }
    long treeBytes = Memory.bytes(setup, MEMORY);
    long cacheBytes = Memory.bytes(setup, CACHE, treeBytes);
    List<Evaluator> evaluators = evaluators(threads, setup);
    if (batch > 1) {
      checkTakes(evaluators.getFirst(), batch, setup);
    }
    Double fpu = setup.get(FPU);
    double usualFpu = noise > 0 ? 0 : evaluators.getFirst().firstPlayReduction();
    Long considered = setup.get(CONSIDERED);
    return new Mcts(evaluators, new MctsSettings(
        new Puct(setup.get(C), setup.get(GROWTH), fpu == null ? usualFpu : fpu),
        new RootPriors(setup.get(TEMPERATURE), gumbel ? 0 : noise, setup.get(ALPHA)),
        gumbel ? new GumbelRoot(noise, considered == null ? 0 : (int) (long) considered) : null,
        setup.get(SLACK).floatValue(),
        new Pace(setup.get(EARLY)),
        treeBytes,
        cacheBytes,
        batch > 1 ? batch : 0,
        setup.get(REUSE) && noise == 0));
  }

  /** {@return one for each thread; none stays open if one can't be made} */
  private static List<Evaluator> evaluators(long threads, Setup setup) {
    List<Evaluator> evaluators = new ArrayList<>();
    try {
      for (long thread = 0; thread < threads; thread++) {
        evaluators.add(setup.evaluator(EVAL));
      }
    } catch (BadInputException | OutOfMemoryError e) {
      evaluators.forEach(Evaluator::close);
      throw e;
    }
    return evaluators;
  }

  private static void refuseWithoutEffect(Option<?> option, String where, Setup setup) {
    if (setup.get(option) != null) {
      throw new BadInputException(
          option.name() + "=" + setup.get(option) + " has no effect " + where + " (in \"" + setup.spec() + "\")");
    }
  }

  private static void refuseBeside(int batch, Option<?> other, boolean given, String reason, Setup setup) {
    if (given) {
      throw new BadInputException("batch=" + batch + " does not go with " + other.name() + "=" + setup.get(other)
          + " (in \"" + setup.spec() + "\"): " + reason);
    }
  }

  private static void checkTakes(Evaluator evaluator, int batch, Setup setup) {
    int most = evaluator instanceof BatchEvaluator several ? several.batchSize() : 0;
    if (most < batch) {
      evaluator.close();
      String where = " (in \"" + setup.spec() + "\")";
      throw new BadInputException(most == 0
          ? "batch=" + batch + " needs an evaluator that judges several positions in one run, as onnx and lc0 do; \""
              + setup.get(EVAL).name() + "\" judges them one by one" + where
          : "batch=" + batch + " is more than the " + most + " positions that the evaluator judges in one run" + where
              + "; eval.batch=" + batch + " makes room, if the net allows it");
    }
  }
}
