package mesa.search;

import java.util.List;
import mesa.core.Budget;
import mesa.core.Option;
import mesa.core.Player;
import mesa.core.PlayerProvider;
import mesa.core.Setup;

/** The player {@code solver}: exact results, as far as the budget reaches. */
public final class SolverProvider implements PlayerProvider {
  private static final Option<Long> HASH =
      Option.integer("hash", 16L, 1, 8192, "MB for the table of solved positions");

  /** Makes the provider. */
  public SolverProvider() {}

  @Override
  public String name() {
    return "solver";
  }

  @Override
  public String summary() {
    return "exact results: perfect in small games, a mate solver in large ones";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(HASH);
  }

  @Override
  public List<String> limits() {
    return List.of("nodes", "depth", "time");
  }

  @Override
  public Budget usualBudget() {
    return Budget.ofNodes(200_000);
  }

  @Override
  public Player create(Setup setup) {
    return new SolverPlayer(new Solver(Memory.bytes(setup, HASH)));
  }
}
