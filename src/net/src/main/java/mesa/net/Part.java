package mesa.net;

import java.util.Arrays;
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
   * @param features finite numbers, as in {@link #features}, and so on
   * @throws BadInputException if weights are so large that nothing would be left of the rest
   */
  static Part of(String name, float[] features, float[] featuresBias, float[] out, float[] outBias) {
    int scale = FINEST;
    while (reach(shorts(features, scale), shorts(featuresBias, scale)) > Short.MAX_VALUE) {
      scale = coarser(scale, name + ".features");
    }
    int outScale = FINEST_OUT;
    double square = scale * scale;
    while (outReach(shorts(out, outScale), ints(outBias, square * outScale), scale) > Short.MAX_VALUE) {
      outScale = coarser(outScale, name + ".out");
    }
    return new Part(scale, outScale, shorts(features, scale), shorts(featuresBias, scale),
        shorts(out, outScale), ints(outBias, square * outScale));
  }

  private static int coarser(int scale, String tensor) {
    if (scale / 2 < COARSEST) {
      throw new BadInputException("the weights of " + tensor + " are too large for 16 bits: even in steps of 1/" + scale
          + " they add up to more than " + Short.MAX_VALUE);
    }
    return scale / 2;
  }

  /** What does not fit becomes -32768, which is beyond every bound. */
  private static short[] shorts(float[] weights, int scale) {
    short[] shorts = new short[weights.length];
    for (int i = 0; i < shorts.length; i++) {
      double rounded = Math.rint(weights[i] * (double) scale);
      shorts[i] = Math.abs(rounded) <= Short.MAX_VALUE ? (short) rounded : Short.MIN_VALUE;
    }
    return shorts;
  }

  /** What does not fit becomes the nearest that does, which is beyond every bound too. */
  private static int[] ints(float[] weights, double scale) {
    int[] ints = new int[weights.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) Math.rint(weights[i] * scale);
    }
    return ints;
  }

  /**
   * Proves that no sum can overflow.
   *
   * @param name the part's, for messages
   * @throws BadInputException if one could
   */
  void check(String name) {
    check(name + ".features that one unit adds up", reach(features, featuresBias));
    check(name + ".out in one row", outReach(out, outBias, scale));
  }

  private static void check(String what, long reach) {
    if (reach > Short.MAX_VALUE) {
      throw new BadInputException(
          "weights of " + what + " come to " + reach + ", where at most " + Short.MAX_VALUE + " is expected");
    }
  }

  /** {@return how far from 0 a hidden unit's sum can get, over all units and all sets of features} */
  private static long reach(short[] rows, short[] bias) {
    long[] up = new long[bias.length];
    long[] down = new long[bias.length];
    add(bias, 0, up, down);
    for (int row = 0; row < rows.length; row += bias.length) {
      add(rows, row, up, down);
    }
    return Math.max(Arrays.stream(up).max().orElse(0), Arrays.stream(down).max().orElse(0));
  }

  private static void add(short[] rows, int row, long[] up, long[] down) {
    for (int i = 0; i < up.length; i++) {
      up[i] += Math.max(0, rows[row + i]);
      down[i] -= Math.min(0, rows[row + i]);
    }
  }

  /** {@return how far from 0 an output can get, over all rows, in units of a hidden unit's greatest square} */
  private static long outReach(short[] rows, int[] bias, int scale) {
    int width = rows.length / bias.length;
    long square = (long) scale * scale;
    long largest = 0;
    for (int row = 0; row < bias.length; row++) {
      long sum = Math.ceilDiv(Math.abs((long) bias[row]), square);
      for (int i = row * width; i < (row + 1) * width; i++) {
        sum += Math.abs(rows[i]);
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
