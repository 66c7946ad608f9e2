package mesa.net;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import mesa.core.Rng;
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
 * What do the inner loops of a net cost, by its width: {@code ./mesa jmh Kernel -prof gc}, which should show 0 bytes an
 * operation. In the package of the kernels, for nobody else may call them. Which of 768 features change, and which of
 * 11280 slots are wanted, differs from call to call.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class KernelBenchmark {
  private static final int FEATURES = 768;
  private static final int SLOTS = 11_280;
  private static final int LISTS = 256;
  private static final int ACTIVE = 24;
  private static final int MOVES = 35;
  private static final short ONE = 255;

  /** Hidden units. */
  @Param({"64", "128", "256", "512"})
  int width;

  private final Kernels kernels = Kernels.BEST;
  private final int[][] features = new int[LISTS][];
  private final long[][] views = new long[LISTS][FEATURES / 64];
  private final int[][] slots = new int[LISTS][];
  private final float[] logits = new float[64];
  private short[] rows;
  private short[] bias;
  private short[] sums;
  private short[] valueOut;
  private short[] policyOut;
  private int[] policyOutBias;
  private char[] squares;
  private int next;

  /** Makes the benchmark. */
  public KernelBenchmark() {}

  /** Draws weights. */
  @Setup
  public void setUp() {
    Rng rng = new Rng(1);
    for (int i = 0; i < LISTS; i++) {
      features[i] = new int[ACTIVE];
      Arrays.setAll(features[i], j -> rng.below(FEATURES));
      for (int feature : features[i]) {
        views[i][feature >> 6] |= 1L << feature;
      }
      slots[i] = new int[Kernels.padded(MOVES)];
      Arrays.setAll(slots[i], j -> rng.below(SLOTS));
    }
    rows = shorts(FEATURES * width, rng);
    bias = shorts(width, rng);
    sums = new short[4 * width];
    valueOut = shorts(2 * width, rng);
    policyOut = shorts(SLOTS * width, rng);
    policyOutBias = new int[SLOTS];
    squares = new char[width];
  }

  private static short[] shorts(int count, Rng rng) {
    short[] numbers = new short[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (short) (rng.below(101) - 50);
    }
    return numbers;
  }

  private int next() {
    next = (next + 1) % LISTS;
    return next;
  }

  /** {@return the sums of one view from 24 features} */
  @Benchmark
  public short[] refresh() {
    kernels.refresh(views[next()], bias, sums, 0, rows, width);
    return sums;
  }

  /** {@return the sums of both views after one feature came and one went in each} */
  @Benchmark
  public short[] update() {
    kernels.update(sums, 0, 2 * width, rows, width, features[next()], features[next()], 1);
    kernels.update(sums, width, 3 * width, rows, width, features[next()], features[next()], 1);
    return sums;
  }

  /** {@return the value's output} */
  @Benchmark
  public int output() {
    return kernels.dot(sums, 0, width, ONE, valueOut, 0, width);
  }

  /** {@return the value's output after an update of both views} */
  @Benchmark
  public int updateAndOutput() {
    update();
    return kernels.dot(sums, 2 * width, 3 * width, ONE, valueOut, 0, width);
  }

  /** {@return 35 logits} */
  @Benchmark
  public float[] logits() {
    kernels.squares(sums, 0, ONE, squares);
    kernels.logits(squares, policyOut, policyOutBias, 1e-6f, slots[next()], MOVES, logits);
    return logits;
  }

  /** {@return 35 priors of logits} */
  @Benchmark
  public float[] softmax() {
    Arrays.fill(logits, next());
    kernels.softmax(logits, MOVES);
    return logits;
  }
}
