package mesa.net;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import mesa.core.BadInputException;

/**
 * The value's or the policy's half of a net, as integers: a first layer over features and an output layer. A weight is
 * its integer divided by the layer's scale; a bias of the output is counted in {@code 1 / (scale^2 outScale)}, as the
 * sums are that it is added to.
 *
 * <p>No position can make a sum overflow: {@link #check} proves that sums of features stay within 16 bits whatever
 * features are active, and sums of outputs within 32 bits whatever the hidden units.
 *
 * @param scale what 1 is in the first layer, and the bound of its hidden units, from 1 to {@link #FINEST}
 * @param outScale what 1 is among the weights of the output, from 1 to {@link #FINEST_OUT}
 * @param features a row for each feature
 * @param featuresBias where the hidden units start, as long as a row
 * @param out a row for each output
 * @param outBias where the outputs start
 */
record Part(int scale, int outScale, short[] features, short[] featuresBias, short[] out, int[] outBias) {
  /** The square of a hidden unit has to fit 16 bits without a sign. */
  static final int FINEST = 255;

  static final int FINEST_OUT = 1 << 14;

  /** Coarser than this, too little would be left of a weight. */
  private static final int COARSEST = 15;

  /**
   * Rounds weights to integers, by the finest of the scales 255, 127, 63 ... and 2^14, 2^13 ... that keep sums in their
   * bounds.
   *
   * @param name the part's, for messages
   * @param features as {@link #features}, and so on
   * @throws BadInputException if a weight is no number, or weights are so large that nothing would be left of the rest
   */
  static Part of(String name, float[] features, float[] featuresBias, float[] out, float[] outBias) {
    for (float[] weights : new float[][] {features, featuresBias, out, outBias}) {
      for (float weight : weights) {
        if (!Float.isFinite(weight)) {
          throw new BadInputException("a weight of the " + name + " is " + weight
              + ", where a finite number is expected");
        }
      }
    }
    int scale = FINEST;
    while (reach(rounded(features, scale), features.length, rounded(featuresBias, scale), featuresBias.length)
        > Short.MAX_VALUE) {
      scale = coarser(scale, name + ".features");
    }
    int outScale = FINEST_OUT;
    double square = scale * scale;
    while (outReach(rounded(out, outScale), out.length, rounded(outBias, square * outScale), outBias.length, square)
        > Short.MAX_VALUE) {
      outScale = coarser(outScale, name + ".out");
    }
    int[] bias = new int[outBias.length];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = (int) rounded(outBias, square * outScale).applyAsDouble(i);
    }
    return new Part(
        scale, outScale, shorts(features, scale), shorts(featuresBias, scale), shorts(out, outScale), bias);
  }

  private static int coarser(int scale, String tensor) {
    if (scale / 2 < COARSEST) {
      throw new BadInputException("the weights of " + tensor + " are too large to be stored as 16 bits: even in steps of 1/"
          + scale + " they add up to more than " + Short.MAX_VALUE);
    }
    return scale / 2;
  }

  private static IntToDoubleFunction rounded(float[] weights, double scale) {
    return i -> Math.rint(weights[i] * scale);
  }

  private static short[] shorts(float[] weights, int scale) {
    IntToDoubleFunction rounded = rounded(weights, scale);
    short[] shorts = new short[weights.length];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) rounded.applyAsDouble(i);
    }
    return shorts;
  }

  /**
   * Proves that no sum can overflow.
   *
   * @param name the part's, for messages
   * @throws BadInputException if one could
   */
  void check(String name) {
    double reach = reach(i -> features[i], features.length, i -> featuresBias[i], featuresBias.length);
    if (reach > Short.MAX_VALUE) {
      throw new BadInputException("weights of " + name + ".features that one unit adds up come to " + (long) reach
          + ", where at most " + Short.MAX_VALUE + " is expected");
    }
    double outReach = outReach(i -> out[i], out.length, i -> outBias[i], outBias.length, scale * scale);
    if (outReach > Short.MAX_VALUE) {
      throw new BadInputException("weights of " + name + ".out in one row come to " + (long) Math.ceil(outReach)
          + ", where at most " + Short.MAX_VALUE + " is expected");
    }
  }

  /** {@return how far from 0 a hidden unit's sum can get, over all units and all sets of features} */
  private static double reach(IntToDoubleFunction rows, int count, IntToDoubleFunction bias, int width) {
    double[] up = new double[width];
    double[] down = new double[width];
    for (int i = 0; i < width; i++) {
      up[i] = Math.max(0, bias.applyAsDouble(i));
      down[i] = Math.max(0, -bias.applyAsDouble(i));
    }
    for (int from = 0; from < count; from += width) {
      for (int i = 0; i < width; i++) {
        double weight = rows.applyAsDouble(from + i);
        up[i] += Math.max(0, weight);
        down[i] += Math.max(0, -weight);
      }
    }
    return IntStream.range(0, width).mapToDouble(i -> Math.max(up[i], down[i])).max().orElse(0);
  }

  /** {@return how far from 0 an output can get when the squares of all hidden units are 1, over all rows} */
  private static double outReach(IntToDoubleFunction rows, int count, IntToDoubleFunction bias, int outputs, double one) {
    int width = count / outputs;
    double largest = 0;
    for (int row = 0; row < outputs; row++) {
      double sum = Math.abs(bias.applyAsDouble(row)) / one;
      for (int i = row * width; i < (row + 1) * width; i++) {
        sum += Math.abs(rows.applyAsDouble(i));
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  /** {@return how many hidden units there are for each view} */
  int width() {
    return featuresBias.length;
  }

  /** {@return what an output's sum of 1 is worth} */
  float outUnit() {
    return 1f / ((float) scale * scale * outScale);
  }
}
