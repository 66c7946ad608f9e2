package mesa.net;

import java.lang.reflect.InvocationTargetException;

/**
 * The inner loops of a sparse net. Sums are of integers that can't overflow ({@link Part#check} proves it), so they are the
 * same in any order and at any vector width; floats are computed one by one, or added up in plain Java. Results are
 * therefore equal to the last bit on every machine.
 *
 * <p>Widths are multiples of {@link #LANES}, as {@link #padded} makes them; the weights there are 0.
 */
abstract class Kernels {
  /** Shorts in a vector of 512 bits, the widest there is. */
  static final int LANES = 32;

  /** The fastest that works here, chosen once; {@code -Dmesa.vector=false} forces the plain loops. */
  static final Kernels BEST = choose();

  /** exp(x) = 2^n exp(r): adding this to x / ln 2 leaves n, rounded, in the low bits of the float. */
  static final float ROUND = 0x1.8p23f;

  static final float LOG2_E = 1.442695040888963f;

  /** ln 2 in two parts, the first so short that n times it is exact. */
  static final float LN2_HIGH = 355f / 512;

  static final float LN2_LOW = (float) (0.6931471805599453 - 355.0 / 512);

  /** exp of anything below is taken as exp of this, still a normal float. */
  static final float LEAST_EXPONENT = -87;

  /** 1 / k!, the Taylor series of exp; the first term left out is below 6e-9 for |r| at most half of ln 2. */
  static final float C2 = 1f / 2;

  static final float C3 = 1f / 6;
  static final float C4 = 1f / 24;
  static final float C5 = 1f / 120;
  static final float C6 = 1f / 720;
  static final float C7 = 1f / 5040;

  /**
   * Adds the rows of a view's features to a bias.
   *
   * @param view the features, a bit each
   * @param bias as long as a row
   * @param sums several runs of sums, each {@code width} long
   * @param to where the result goes
   * @param rows a row of {@code width} for each feature
   * @param width how long a run and a row are
   */
  abstract void refresh(long[] view, short[] bias, short[] sums, int to, short[] rows, int width);

  /**
   * Adds rows to sums and takes as many others away.
   *
   * @param sums several runs of sums, each {@code width} long
   * @param from where the run starts that is changed
   * @param to where the result goes, which may be the same place
   * @param rows rows of {@code width}
   * @param width how long a run and a row are
   * @param added rows that are added
   * @param removed rows that are taken away
   * @param changes how many of either
   */
  abstract void update(
      short[] sums, int from, int to, short[] rows, int width, int[] added, int[] removed, int changes);

  /**
   * Clamps two runs of sums to [0, one], squares them, and adds them up by weight.
   *
   * @param sums several runs
   * @param mover where the first starts
   * @param other where the second starts
   * @param one at most 255
   * @param weights those of the first run, then those of the second
   * @param at where in {@code weights} they start
   * @param width how long a run is
   * @return the sum
   */
  abstract int dot(short[] sums, int mover, int other, short one, short[] weights, int at, int width);

  /**
   * Clamps a run of sums to [0, one] and squares it.
   *
   * @param sums several runs
   * @param from where it starts
   * @param one at most 255
   * @param squares receives the squares, as long as the run
   */
  abstract void squares(short[] sums, int from, short one, char[] squares);

  /**
   * Computes the logits of some slots.
   *
   * @param squares the hidden layer
   * @param rows a row for each slot
   * @param bias a number for each slot
   * @param unit what a sum of 1 is worth
   * @param slots those wanted, filled up with any others to a multiple of four
   * @param count how many are wanted
   * @param logits receives one for each of {@code slots}, fillers included or not
   */
  abstract void logits(
      char[] squares, short[] rows, int[] bias, float unit, int[] slots, int count, float[] logits);

  /**
   * Replaces numbers x by exp(x - greatest).
   *
   * @param numbers as many as {@link #padded}, whatever they are beyond {@code count}
   * @param count how many matter
   * @param greatest none is above it
   */
  abstract void exponentials(float[] numbers, int count, float greatest);

  /**
   * Turns logits into probabilities that add up to 1.
   *
   * @param logits overwritten; has room for as many as {@link #padded}
   * @param count how many there are, at least 1
   */
  final void softmax(float[] logits, int count) {
    float greatest = logits[0];
    for (int i = 1; i < count; i++) {
      if (logits[i] > greatest) { // Nearly always foreseen.
        greatest = logits[i];
      }
    }
    exponentials(logits, count, greatest);
    float share = 1 / sum(logits, count);
    for (int i = 0; i < count; i++) {
      logits[i] *= share;
    }
  }

  /** Four sums side by side, so that one addition need not wait for the last. */
  private static float sum(float[] numbers, int count) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < count; i += 4) {
      a += numbers[i];
      b += numbers[i + 1];
      c += numbers[i + 2];
      d += numbers[i + 3];
    }
    for (; i < count; i++) {
      a += numbers[i];
    }
    return (a + b) + (c + d);
  }

  /** {@return the least multiple of {@link #LANES} that is at least {@code count}} */
  static int padded(int count) {
    return (count + LANES - 1) & -LANES;
  }

  /**
   * The exponential function to within 2 units in the last place.
   *
   * @param x at most 0
   * @return exp(x), at least exp(-87)
   */
  static float exp(float x) {
    float clamped = Math.max(x, LEAST_EXPONENT);
    float shifted = clamped * LOG2_E + ROUND;
    float n = shifted - ROUND;
    float r = clamped - n * LN2_HIGH - n * LN2_LOW;
    float series = ((((((C7 * r + C6) * r + C5) * r + C4) * r + C3) * r + C2) * r + 1) * r + 1;
    // ROUND itself has no bits where the shift leaves any, so only n arrives in the exponent.
    return Float.intBitsToFloat(Float.floatToRawIntBits(series) + (Float.floatToRawIntBits(shifted) << 23));
  }

  /**
   * The hyperbolic tangent, the same on every machine, which {@link Math#tanh} does not promise.
   *
   * @param x any
   * @return in [-1, 1], exactly odd
   */
  static float tanh(float x) {
    float e = exp(-2 * Math.abs(x));
    return Math.copySign((1 - e) / (1 + e), x);
  }

  private static Kernels choose() {
    // Without the optimising compiler a call by the Vector API takes some 300 times as long as the plain loops.
    String compiler = System.getProperty("java.vm.info", "");
    boolean wanted = !"false".equals(System.getProperty("mesa.vector"))
        && !compiler.contains("emulated-client")
        && !compiler.contains("interpreted");
    Kernels vector = wanted ? vectorOrNull() : null;
    return vector == null ? new ScalarKernels() : vector;
  }

  /** {@return the kernels on the Vector API at this machine's width, or null where the module is missing} */
  static Kernels vectorOrNull() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return null;
    }
    try {
      // By name: a class that mentions the Vector API can't be linked where the module is absent.
      Class<?> type = Class.forName(Kernels.class.getPackageName() + ".VectorKernels");
      return (Kernels) type.getDeclaredConstructor().newInstance();
    } catch (InvocationTargetException | LinkageError e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
