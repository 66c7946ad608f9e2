package mesa.benchmarks;

import java.util.concurrent.TimeUnit;
import mesa.core.Perft;
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
 * How many sequences of legal moves do the rules of chess count a second, warm and on one thread? {@code ./mesa jmh
 * Perft}; the answer is in the rows {@code leaves}. An operation is a whole count, the last ply of which is listed and
 * not made, as {@code ./mesa perft} does it. Other rules of the same game stand beside it where they are installed:
 * {@code -p game=chess,chess-chesslib}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PerftBenchmark {
  /** Where the sequences begin. */
  @Param
  Stage stage;

  /** Moves in each. */
  @Param("4")
  int depth;

  /** Whose rules. */
  @Param("chess")
  String game;

  private Position position;

  /** What was counted. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counted {
    /** Sequences of moves. */
    public long leaves;
  }

  /** Makes the position. */
  @Setup
  public void setUp() {
    position = Registry.load().game(game).parse(stage.fen);
  }

  /**
   * Counts once.
   *
   * @param counted adds up the leaves
   * @return how many there are
   */
  @Benchmark
  public long perft(Counted counted) {
    long leaves = Perft.count(position, depth);
    counted.leaves += leaves;
    return leaves;
  }
}
