package mesa.benchmarks;

import java.util.concurrent.TimeUnit;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
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
 * What do the rules of chess cost a search: making and taking back every legal move, and besides listing the replies to
 * each, or asking after each how the game stands? An operation does so for all moves of a position. The replies are
 * listed, and not the moves themselves, for a position may remember what it was asked before. {@code ./mesa jmh
 * MoveGeneration -prof gc} should show 0 bytes an operation of the game {@code chess}. Other rules of the same game
 * stand beside it where they are installed: {@code -p game=chess,chess-chesslib}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class MoveGenerationBenchmark {
  /** Whose rules. */
  @Param("chess")
  String game;

  /** The position. */
  @Param
  Stage stage;

  private Position position;
  private final Moves moves = new Moves();
  private final Moves here = new Moves();

  /** Makes the position. */
  @Setup
  public void setUp() {
    position = Registry.load().game(game).parse(stage.fen);
    position.legalMoves(here);
  }

  /** {@return the hashes after each legal move, mixed, so that making them cannot be skipped} */
  @Benchmark
  public long makeAndTakeBackEach() {
    long mixed = 0;
    for (int i = 0; i < here.size(); i++) {
      position.make(here.get(i));
      mixed ^= position.hash();
      position.unmake();
    }
    return mixed;
  }

  /** {@return how many replies there are to all legal moves} */
  @Benchmark
  public int repliesToEach() {
    int replies = 0;
    for (int i = 0; i < here.size(); i++) {
      position.make(here.get(i));
      moves.clear();
      position.legalMoves(moves);
      replies += moves.size();
      position.unmake();
    }
    return replies;
  }

  /** {@return how many of the legal moves end the game} */
  @Benchmark
  public int outcomeAfterEach() {
    int over = 0;
    for (int i = 0; i < here.size(); i++) {
      position.make(here.get(i));
      over += position.outcome().isOver() ? 1 : 0;
      position.unmake();
    }
    return over;
  }
}
