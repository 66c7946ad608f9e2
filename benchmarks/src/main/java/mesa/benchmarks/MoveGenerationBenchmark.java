package mesa.benchmarks;

import java.util.concurrent.TimeUnit;
import mesa.core.Game;
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
 * What do the rules of chess cost a search: listing the legal moves, making and taking back every one of them, and
 * asking after each how the game stands? {@code ./mesa jmh MoveGeneration -prof gc}, which should show 0 bytes an
 * operation.
 *
 * <p>{@link #perft} counts the leaves of three plies the way {@code ./mesa perft} does, by making every move.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class MoveGenerationBenchmark {
  private static final int PERFT_DEPTH = 3;

  /** Where moves are counted. */
  public enum Stage {
    /** The start of the game: 20 moves. */
    START("rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1"),
    /** A crowded board: 48 moves. */
    MIDDLEGAME("r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1"),
    /** Few pieces, some of them pinned: 14 moves. */
    ENDGAME("8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1");

    private final String fen;

    Stage(String fen) {
      this.fen = fen;
    }
  }

  /** The position. */
  @Param
  Stage stage;

  private Position position;
  private final Moves[] lists = new Moves[PERFT_DEPTH];

  /** Makes the position. */
  @Setup
  public void setUp() {
    Game game = Registry.load().game("chess");
    position = game.parse(stage.fen);
    for (int i = 0; i < lists.length; i++) {
      lists[i] = new Moves();
    }
  }

  /** {@return how many legal moves there are} */
  @Benchmark
  public int legalMoves() {
    Moves moves = lists[0];
    moves.clear();
    position.legalMoves(moves);
    return moves.size();
  }

  /** {@return the hashes after each legal move, mixed, so that making them cannot be skipped} */
  @Benchmark
  public long makeAndTakeBackEach() {
    Moves moves = lists[0];
    moves.clear();
    position.legalMoves(moves);
    long mixed = 0;
    for (int i = 0; i < moves.size(); i++) {
      position.make(moves.get(i));
      mixed ^= position.hash();
      position.unmake();
    }
    return mixed;
  }

  /** {@return how many of the legal moves end the game} */
  @Benchmark
  public int outcomeAfterEach() {
    Moves moves = lists[0];
    moves.clear();
    position.legalMoves(moves);
    int over = 0;
    for (int i = 0; i < moves.size(); i++) {
      position.make(moves.get(i));
      over += position.outcome().isOver() ? 1 : 0;
      position.unmake();
    }
    return over;
  }

  /** {@return the leaves of three plies} */
  @Benchmark
  public long perft() {
    return perft(PERFT_DEPTH);
  }

  private long perft(int depth) {
    if (depth == 0) {
      return 1;
    }
    Moves moves = lists[depth - 1];
    moves.clear();
    position.legalMoves(moves);
    long leaves = 0;
    for (int i = 0; i < moves.size(); i++) {
      position.make(moves.get(i));
      leaves += perft(depth - 1);
      position.unmake();
    }
    return leaves;
  }
}
