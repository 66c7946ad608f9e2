package mesa.net;

import java.lang.reflect.InvocationTargetException;

/**
 * The inner loops of a sparse net. Both implementations add in the same order, as if eight lanes wide, and round every
 * product, so their results are equal to the last bit on every machine. All arrays of weights and hidden units are
 * padded with zeros to a multiple of {@link #LANES}.
 */
abstract class Kernels {
  /** How many partial sums run side by side. */
  static final int LANES = 8;

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
   * Computes a hidden layer: the bias and the rows of the active features added up, then clamped to [0, 1] and squared.
   *
   * @param bias as long as the layer is wide
   * @param rows a row for each feature
   * @param features the active ones
   * @param count how many are active
   * @param hidden receives the layer
   * @param at where in {@code hidden} it starts
   */
  abstract void hidden(float[] bias, float[] rows, int[] features, int count, float[] hidden, int at);

  /**
   * Multiplies hidden units with weights.
   *
   * @param hidden two layers, one behind the other
   * @param weights as many
   * @return the sum of the products
   */
  abstract float dot(float[] hidden, float[] weights);

  /**
   * Computes the logits of some slots.
   *
   * @param hidden the layer
   * @param rows a row for each slot
   * @param bias a number for each slot
   * @param slots those wanted, filled up with any others to a multiple of four
   * @param count how many are wanted
   * @param logits receives one for each of {@code slots}, the fillers included or not
   */
  abstract void logits(float[] hidden, float[] rows, float[] bias, int[] slots, int count, float[] logits);

  /**
   * Turns logits into probabilities that add up to 1.
   *
   * @param logits overwritten; negative infinity from {@code count} on up to a multiple of {@link #LANES}
   * @param count how many there are, at least 1
   */
  abstract void softmax(float[] logits, int count);

  /** {@return the least multiple of {@link #LANES} that is at least {@code count}} */
  static int padded(int count) {
    return (count + LANES - 1) & -LANES;
  }

  /** Plain in both: the branch is nearly always foreseen, and C2 boxes a vector that it reduces by maximum. */
  static float greatest(float[] numbers, int count) {
    float greatest = numbers[0];
    for (int i = 1; i < count; i++) {
      if (numbers[i] > greatest) {
        greatest = numbers[i];
      }
    }
    return greatest;
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

  /** {@return the kernels on the Vector API, or null where the module or 256-bit registers are missing} */
  static Kernels vectorOrNull() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return null;
    }
    try {
      // By name: a class that mentions the Vector API can't be linked where the module is absent.
      Class<?> type = Class.forName(Kernels.class.getPackageName() + ".VectorKernels");
      Kernels kernels = (Kernels) type.getDeclaredConstructor().newInstance();
      return (boolean) type.getDeclaredMethod("isFast").invoke(null) ? kernels : null;
    } catch (InvocationTargetException | LinkageError e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
