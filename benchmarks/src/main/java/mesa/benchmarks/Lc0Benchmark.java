package mesa.benchmarks;

import java.util.concurrent.TimeUnit;
import mesa.core.BatchEvaluator;
import mesa.core.Game;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Spec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many positions a second does a network in lc0's format judge, value and priors, one by one and in batches, in
 * floats and rounded to 8 bits? {@code ./mesa jmh Lc0 -p file=my.pb.gz}. An operation is one position, of 256 from random
 * games; nothing is remembered.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class Lc0Benchmark {
  private static final int AT_ONCE = 16;

  /** The game. */
  @Param("chess")
  String game;

  /** A network in lc0's format; none ships with Mesa. */
  @Param("NETWORK.pb.gz")
  String file;

  /** How its numbers are kept. */
  @Param({"float", "int8"})
  String precision;

  /** Positions that are judged in one run; divides 16. */
  @Param({"1", "4", "16"})
  int batch;

  private final float[] priors = new float[256];
  private BatchEvaluator evaluator;
  private RandomPositions random;

  /** Loads the network and plays the random games. */
  @Setup
  public void setUp() {
    Registry registry = Registry.load();
    Game rules = registry.game(game);
    evaluator = (BatchEvaluator) registry.evaluator(rules,
        Spec.parse("lc0:remembered=0,batch=" + batch + ",precision=" + precision + ",file=" + file));
    random = new RandomPositions(rules);
  }

  /** Gives the memory back. */
  @TearDown
  public void tearDown() {
    evaluator.close();
  }

  /**
   * Sixteen positions, in as many runs as the batch makes of them.
   *
   * @return something that depends on all answers
   */
  @Benchmark
  @OperationsPerInvocation(AT_ONCE)
  public float positions() {
    float sum = 0;
    for (int done = 0; done < AT_ONCE; done += batch) {
      for (int slot = 0; slot < batch; slot++) {
        Position position = random.next();
        evaluator.stage(slot, position, random.moves());
      }
      evaluator.run(batch);
      for (int slot = 0; slot < batch; slot++) {
        evaluator.priors(slot, priors);
        sum += evaluator.value(slot) + priors[0];
      }
    }
    return sum;
  }
}
