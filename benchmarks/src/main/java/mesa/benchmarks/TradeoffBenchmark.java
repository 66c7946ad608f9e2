package mesa.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.search.Solver;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What does each kind of player get for its time? {@code ./mesa jmh Tradeoff}; add {@code -rf json -rff FILE} to plot
 * it. An operation is one decision, on the 4,520 positions of tic-tac-toe that are not over, taken in turn. The row
 * {@code optimalRate} is the share of all 4,520 in which the player, asked once with one seed, chooses a move that
 * keeps the exact result, as {@link Solver} knows it; a uniform choice has 0.5797.
 *
 * <p>Players that keep a table, {@code alphabeta} and {@code solver}, bring it along from position to position: their
 * times are those of a long analysis, in which most has been seen before, and not of a first move.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class TradeoffBenchmark {
  private static final long TABLE_BYTES = 4 << 20;

  /** The player as {@link Params} writes it; one without a budget spends what it usually does. */
  @Param({
    "random",
    "rules",
    "policy",
    "greedy eval=rollout",
    "greedy eval=rollout eval.playouts=10",
    "greedy eval=rollout eval.playouts=100",
    "greedy eval=net",
    "mcts eval=rollout nodes=10",
    "mcts eval=rollout nodes=30",
    "mcts eval=rollout nodes=100",
    "mcts eval=rollout nodes=300",
    "mcts eval=rollout nodes=1000",
    "mcts eval=net nodes=1",
    "mcts eval=net nodes=4",
    "mcts eval=net nodes=16",
    "mcts eval=net nodes=64",
    "alphabeta depth=1",
    "alphabeta depth=2",
    "alphabeta depth=3",
    "alphabeta depth=4",
    "alphabeta depth=9",
    "solver"
  })
  String player;

  private List<Position> decisions;
  private Player asked;
  private Budget budget;
  private double optimalShare;
  private int next;

  /** The share of optimal moves, among the results of each trial. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Strength {
    private double share;

    /**
     * Takes the share from the trial.
     *
     * @param trial where it was found out
     * @param params say how many iterations there are: JMH adds up what each of them reports
     */
    @Setup
    public void setUp(TradeoffBenchmark trial, BenchmarkParams params) {
      share = trial.optimalShare / (params.getMeasurement().getCount() * Math.max(1, params.getForks()));
    }

    /** {@return this iteration's part of the share} */
    public double optimalRate() {
      return share;
    }
  }

  /** Lists the positions and asks about each. */
  @Setup
  public void setUp() {
    Registry registry = Registry.load();
    Game game = registry.game("tictactoe");
    decisions = new ArrayList<>();
    collect(game.start(), new HashSet<>());
    Entrant entrant = registry.entrant(game, Params.spec(player));
    budget = entrant.budget();
    asked = entrant.newPlayer();
    asked.newGame(1);
    Solver solver = new Solver(TABLE_BYTES);
    int optimal = 0;
    for (Position position : decisions) {
      int move = choose(position).move();
      int[] best = solver.solve(position, Budget.UNLIMITED.start(System::nanoTime)).optimal();
      optimal += Arrays.stream(best).anyMatch(candidate -> candidate == move) ? 1 : 0;
    }
    optimalShare = (double) optimal / decisions.size();
  }

  private void collect(Position position, Set<Long> seen) {
    if (position.outcome().isOver() || !seen.add(position.hash())) {
      return;
    }
    decisions.add(position.copy());
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      collect(position, seen);
      position.unmake();
    }
  }

  /**
   * Decides once.
   *
   * @param strength carries the share of optimal moves into the results
   * @return the decision
   */
  @Benchmark
  public Decision choose(Strength strength) {
    next = (next + 1) % decisions.size();
    return choose(decisions.get(next));
  }

  private Decision choose(Position position) {
    return asked.choose(position.copy(), budget.start(System::nanoTime));
  }
}
