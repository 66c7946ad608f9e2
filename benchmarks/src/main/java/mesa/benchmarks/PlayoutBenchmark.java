package mesa.benchmarks;

import java.util.concurrent.TimeUnit;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
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

/**
 * How many playouts a second does Monte Carlo tree search make with each evaluator, and how many nodes alpha-beta?
 * {@code ./mesa jmh Playout}; the answer is in the rows {@code nodes} and {@code evaluations}, a second each. An
 * operation is a whole search of up to 10,000 nodes from the start of the game; one that proves its result stops
 * sooner. A playout, a position made by alpha-beta and an evaluation are different units.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PlayoutBenchmark implements Checked {
  private static final Budget BUDGET = Budget.ofNodes(10_000);

  /** The game, and the player as {@link Params} writes it. */
  @Param({
    "tictactoe mcts eval=uniform",
    "tictactoe mcts eval=rollout",
    "tictactoe mcts eval=net",
    "connectfour mcts eval=uniform",
    "connectfour mcts eval=rollout",
    "connectfour mcts eval=threats",
    "connectfour alphabeta eval=threats",
    "hex mcts eval=uniform",
    "hex mcts eval=rollout",
    "hex mcts eval=distance",
    "hex alphabeta eval=distance",
    "chess mcts eval=uniform",
    "chess mcts eval=rollout",
    "chess mcts eval=material",
    "chess mcts eval=net",
    "chess alphabeta eval=material",
    "chess alphabeta eval=net"
  })
  String search;

  private Game game;
  private Player player;

  /** What the searches spent. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Spent {
    /** Playouts, or positions made by alpha-beta. */
    public long nodes;
    /** Calls of the evaluator. */
    public long evaluations;
  }

  /** Makes the player, too. */
  @Override
  public void check(String parameter, String value) {
    if (parameter.equals("search")) {
      search = value;
      setUp();
      player.close();
    }
  }

  /** Makes the player. */
  @Setup
  public void setUp() {
    String[] names = search.split(" ", 2);
    if (names.length < 2) {
      throw new BadInputException("\"" + search + "\" names no game and player; GAME PLAYER is right, as in tictactoe mcts eval=rollout");
    }
    game = Registry.load().game(names[0]);
    player = Registry.load().entrant(game, Params.spec(names[1])).newPlayer();
  }

  /**
   * Searches once.
   *
   * @param spent counts the cost
   * @return the decision
   */
  @Benchmark
  public Decision search(Spent spent) {
    Position position = game.start();
    Meter meter = BUDGET.start(System::nanoTime);
    player.newGame(1);
    Decision decision = player.choose(position, meter);
    spent.nodes += meter.nodes();
    spent.evaluations += meter.evaluations();
    return decision;
  }
}
