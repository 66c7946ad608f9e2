package mesa.benchmarks;

import java.util.concurrent.TimeUnit;
import mesa.core.Decision;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does each kind of player get for its compute? An operation is one decision; beside its time stand the rows
 * {@code asked} and {@code optimal}: of so many positions of the game in which not every move is best, in how many the
 * player, asked once, chooses one that is. They do not depend on the machine. With {@code -prof gc} come the bytes
 * allocated, which include the copy of the position that each decision is made on.
 *
 * <pre>
 * ./mesa jmh Tradeoff -prof gc -rf json -rff tradeoff.json     four minutes
 * ./mesa report tradeoff.json                                  the plots
 * ./mesa jmh 'Tradeoff.*chess' -p "player=policy,mcts eval=net nodes=256"
 * </pre>
 *
 * <p>Positions are taken in turn, each as a game of its own, so players with a table begin with an empty one. Reading the
 * clock around each decision adds some 50 ns.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class TradeoffBenchmark {
  /** Makes the benchmark. */
  public TradeoffBenchmark() {}

  /** All positions that play can lead to, solved. */
  public static class TicTacToe extends Exam {
    /** The player as {@link Params} writes it. */
    @Param({
      "random",
      "rules",
      "policy",
      "greedy eval=net",
      "mcts eval=rollout nodes=4",
      "mcts eval=rollout nodes=16",
      "mcts eval=rollout nodes=64",
      "mcts eval=rollout nodes=256",
      "mcts eval=rollout nodes=1024",
      "mcts eval=net nodes=4",
      "mcts eval=net nodes=16",
      "mcts eval=net nodes=64",
      "alphabeta hash=1 nodes=16",
      "alphabeta hash=1 nodes=64",
      "alphabeta hash=1 nodes=256",
      "alphabeta hash=1 nodes=1024",
      "solver hash=1"
    })
    String player;

    /** Enrols for the game. */
    public TicTacToe() {
      super("tictactoe", Questions::solved);
    }

    @Override
    String player() {
      return player;
    }
  }

  /** Positions of 14 to 34 discs, solved by another program. */
  public static class ConnectFour extends Exam {
    /** The player as {@link Params} writes it. */
    @Param({
      "random",
      "rules",
      "greedy eval=threats",
      "mcts eval=rollout nodes=16",
      "mcts eval=rollout nodes=64",
      "mcts eval=rollout nodes=256",
      "mcts eval=rollout nodes=1024",
      "mcts eval=rollout nodes=4096",
      "mcts eval=rollout nodes=16384",
      "mcts eval=threats nodes=4",
      "mcts eval=threats nodes=16",
      "mcts eval=threats nodes=64",
      "mcts eval=threats nodes=256",
      "mcts eval=threats nodes=1024",
      "mcts eval=threats nodes=4096",
      "mcts eval=threats nodes=16384",
      "alphabeta eval=threats hash=1 nodes=16",
      "alphabeta eval=threats hash=1 nodes=64",
      "alphabeta eval=threats hash=1 nodes=256",
      "alphabeta eval=threats hash=1 nodes=1024",
      "alphabeta eval=threats hash=1 nodes=4096",
      "alphabeta eval=threats hash=1 nodes=16384",
      "alphabeta eval=threats hash=1 nodes=65536"
    })
    String player;

    /** Enrols for the game. */
    public ConnectFour() {
      super("connectfour", Questions::shipped);
    }

    @Override
    String player() {
      return player;
    }
  }

  /** Positions of 8 to 14 stones on a board of five cells a side, solved. */
  public static class Hex5 extends Exam {
    /** The player as {@link Params} writes it. */
    @Param({
      "random",
      "rules",
      "greedy eval=distance",
      "mcts eval=rollout nodes=16",
      "mcts eval=rollout nodes=64",
      "mcts eval=rollout nodes=256",
      "mcts eval=rollout nodes=1024",
      "mcts eval=rollout nodes=4096",
      "mcts eval=distance nodes=4",
      "mcts eval=distance nodes=16",
      "mcts eval=distance nodes=64",
      "mcts eval=distance nodes=256",
      "mcts eval=distance nodes=1024",
      "mcts eval=distance nodes=4096",
      "alphabeta eval=distance hash=1 nodes=16",
      "alphabeta eval=distance hash=1 nodes=64",
      "alphabeta eval=distance hash=1 nodes=256",
      "alphabeta eval=distance hash=1 nodes=1024",
      "alphabeta eval=distance hash=1 nodes=4096"
    })
    String player;

    /** Enrols for the game. */
    public Hex5() {
      super("hex:size=5", game -> Questions.listed(game, "hex5.txt"));
    }

    @Override
    String player() {
      return player;
    }
  }

  /** Positions from games of Mesa's players, judged by a deep search of Stockfish. */
  public static class Chess extends Exam {
    /** The player as {@link Params} writes it. */
    @Param({
      "random",
      "rules",
      "policy",
      "greedy eval=material",
      "greedy eval=net",
      "mcts eval=rollout nodes=16",
      "mcts eval=rollout nodes=64",
      "mcts eval=rollout nodes=256",
      "mcts eval=material nodes=16",
      "mcts eval=material nodes=64",
      "mcts eval=material nodes=256",
      "mcts eval=material nodes=1024",
      "mcts eval=material nodes=4096",
      "mcts eval=material nodes=16384",
      "mcts eval=net nodes=4",
      "mcts eval=net nodes=16",
      "mcts eval=net nodes=64",
      "mcts eval=net nodes=256",
      "mcts eval=net nodes=1024",
      "mcts eval=net nodes=4096",
      "alphabeta eval=material hash=1 nodes=64",
      "alphabeta eval=material hash=1 nodes=256",
      "alphabeta eval=material hash=1 nodes=1024",
      "alphabeta eval=material hash=1 nodes=4096",
      "alphabeta eval=material hash=1 nodes=16384",
      "alphabeta eval=material hash=1 nodes=65536",
      "alphabeta eval=net hash=1 nodes=64",
      "alphabeta eval=net hash=1 nodes=256",
      "alphabeta eval=net hash=1 nodes=1024",
      "alphabeta eval=net hash=1 nodes=4096",
      "alphabeta eval=net hash=1 nodes=16384"
    })
    String player;

    /** Enrols for the game. */
    public Chess() {
      super("chess", game -> Questions.suite(game, "chess.epd"));
    }

    @Override
    String player() {
      return player;
    }
  }

  /**
   * Decides once in tic-tac-toe.
   *
   * @param exam the player and the positions
   * @param strength carries what the player got right into the results
   * @return the decision
   */
  @Benchmark
  public Decision tictactoe(TicTacToe exam, Exam.Strength strength) {
    return exam.answer(strength);
  }

  /**
   * Decides once in Connect Four.
   *
   * @param exam the player and the positions
   * @param strength carries what the player got right into the results
   * @return the decision
   */
  @Benchmark
  public Decision connectfour(ConnectFour exam, Exam.Strength strength) {
    return exam.answer(strength);
  }

  /**
   * Decides once in Hex.
   *
   * @param exam the player and the positions
   * @param strength carries what the player got right into the results
   * @return the decision
   */
  @Benchmark
  public Decision hex5(Hex5 exam, Exam.Strength strength) {
    return exam.answer(strength);
  }

  /**
   * Decides once in chess.
   *
   * @param exam the player and the positions
   * @param strength carries what the player got right into the results
   * @return the decision
   */
  @Benchmark
  public Decision chess(Chess exam, Exam.Strength strength) {
    return exam.answer(strength);
  }
}
