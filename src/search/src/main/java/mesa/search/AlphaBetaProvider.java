package mesa.search;

import java.util.List;
import mesa.core.Budget;
import mesa.core.Option;
import mesa.core.Player;
import mesa.core.PlayerProvider;
import mesa.core.Setup;
import mesa.core.Spec;

/** The player {@code alphabeta}: hard-coded search to a depth, with any evaluator. */
public final class AlphaBetaProvider implements PlayerProvider {
  private static final Option<Spec> EVAL =
      Option.evaluator("eval", "own", "scores the leaves; should answer the same whenever asked");
  private static final Option<Long> HASH =
      Option.integer("hash", 16L, 1, 8192, "MB for the table of searched positions");

  private static final Option<Long> MULTIPV =
      Option.integer("multipv", 1L, 1, 500, "moves that are each searched for a score of their own");

  private static final Option<List<String>> WITHOUT =
      Option.several("without", Techniques.names(), "techniques to leave out, to measure what they are worth");

  /** Makes the provider. */
  public AlphaBetaProvider() {}

  @Override
  public String name() {
    return "alphabeta";
  }

  @Override
  public String summary() {
    return "alpha-beta with iterative deepening, quiescence and a table, with any evaluator";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(EVAL, HASH, MULTIPV, WITHOUT);
  }

  @Override
  public List<String> limits() {
    return List.of("nodes", "evals", "depth", "time");
  }

  @Override
  public Budget usualBudget() {
    return Budget.ofNodes(10_000);
  }

  @Override
  public Player create(Setup setup) {
    List<String> without = setup.get(WITHOUT);
    Techniques techniques = without == null ? Techniques.ALL : Techniques.withoutNamed(without);
    long tableBytes = Memory.bytes(setup, HASH); // Refused, if it is, before there is an evaluator to close.
    return new AlphaBeta(setup.evaluator(EVAL), techniques, tableBytes, (int) (long) setup.get(MULTIPV));
  }
}
