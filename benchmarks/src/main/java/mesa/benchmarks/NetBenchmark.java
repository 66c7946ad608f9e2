package mesa.benchmarks;

import java.util.concurrent.TimeUnit;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.core.Spec;
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
 * What does an evaluation by the shipped nets cost: value alone, priors alone, and both in one call? {@code ./mesa jmh
 * Net -prof gc}, which should show 0 bytes an operation. An operation is one call, on one of 256 positions from random
 * games, taken in turn, so that neither caches nor branch predictors know the answer.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class NetBenchmark {
  private static final int POSITIONS = 256;
  private static final int MOST_PLIES = 60;

  /** The game whose net is asked. */
  @Param({"tictactoe", "chess"})
  String game;

  /** The evaluator; one without a net for comparison. */
  @Param({"net", "own"})
  String evaluator;

  private final Position[] positions = new Position[POSITIONS];
  private final Moves[] moves = new Moves[POSITIONS];
  private final float[] priors = new float[256];
  private Evaluator asked;
  private int next;

  /** Makes the evaluator and plays the random games. */
  @Setup
  public void setUp() {
    Registry registry = Registry.load();
    Game rules = registry.game(game);
    asked = registry.evaluator(rules, Spec.named(evaluator));
    Rng rng = new Rng(1);
    for (int i = 0; i < POSITIONS; i++) {
      positions[i] = randomPosition(rules, rng);
      moves[i] = Moves.of(positions[i]);
    }
  }

  private static Position randomPosition(Game game, Rng rng) {
    Position position = game.start();
    for (int plies = rng.below(MOST_PLIES); plies > 0; plies--) {
      Moves moves = Moves.of(position);
      position.make(moves.get(rng.below(moves.size())));
      if (position.outcome().isOver()) {
        position.unmake();
        break;
      }
    }
    return position;
  }

  private int next() {
    next = (next + 1) % POSITIONS;
    return next;
  }

  /** {@return the value of a position} */
  @Benchmark
  public float value() {
    return asked.value(positions[next()]);
  }

  /** {@return the priors of a position's moves} */
  @Benchmark
  public float[] priors() {
    int i = next();
    asked.priors(positions[i], moves[i], priors);
    return priors;
  }

  /** {@return the value of a position; its priors are found too} */
  @Benchmark
  public float both() {
    int i = next();
    return asked.evaluate(positions[i], moves[i], priors) + priors[0];
  }
}
