package mesa.benchmarks;

import java.util.concurrent.TimeUnit;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Position;
import mesa.core.Registry;
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
 * games.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class NetBenchmark {
  /** The game whose net is asked. */
  @Param({"tictactoe", "chess"})
  String game;

  /** The evaluator; one without a net for comparison. */
  @Param({"net", "own"})
  String evaluator;

  private final float[] priors = new float[256];
  private Evaluator asked;
  private RandomPositions random;

  /** Makes the evaluator and plays the random games. */
  @Setup
  public void setUp() {
    Registry registry = Registry.load();
    Game rules = registry.game(game);
    asked = registry.evaluator(rules, Spec.named(evaluator));
    random = new RandomPositions(rules);
  }

  /** {@return the value of a position} */
  @Benchmark
  public float value() {
    return asked.value(random.next());
  }

  /** {@return the priors of a position's moves} */
  @Benchmark
  public float[] priors() {
    Position position = random.next();
    asked.priors(position, random.moves(), priors);
    return priors;
  }

  /** {@return the value of a position; its priors are found too} */
  @Benchmark
  public float both() {
    Position position = random.next();
    return asked.evaluate(position, random.moves(), priors) + priors[0];
  }
}
