package mesa.train;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import mesa.net.NetShape;
import mesa.net.NetTensor;

/** The loss and its gradient over a part of a batch, on one thread. */
final class SparseGradient {
  private final NetShape shape;
  private final Map<NetTensor, float[]> weights;
  private final Map<NetTensor, float[]> gradients = new EnumMap<>(NetTensor.class);
  private final int[] moverFeatures;
  private final int[] otherFeatures;
  private final int[] slots;
  private final float[] targets;
  private final float[] probabilities;
  private final Hidden mover;
  private final Hidden other;
  private final Hidden policy;
  private double valueLoss;
  private double policyLoss;

  /**
   * Makes room.
   *
   * @param shape the net's sizes
   * @param weights the net's own arrays, read at every run
   */
  SparseGradient(NetShape shape, Map<NetTensor, float[]> weights) {
    this.shape = shape;
    this.weights = weights;
    for (NetTensor tensor : NetTensor.values()) {
      gradients.put(tensor, new float[shape.count(tensor)]);
    }
    moverFeatures = new int[shape.inputs()];
    otherFeatures = new int[shape.inputs()];
    slots = new int[shape.actions()];
    targets = new float[shape.actions()];
    probabilities = new float[shape.actions()];
    mover = new Hidden(NetTensor.VALUE_FEATURES, NetTensor.VALUE_FEATURES_BIAS, shape.valueWidth());
    other = new Hidden(NetTensor.VALUE_FEATURES, NetTensor.VALUE_FEATURES_BIAS, shape.valueWidth());
    policy = new Hidden(NetTensor.POLICY_FEATURES, NetTensor.POLICY_FEATURES_BIAS, shape.policyWidth());
  }

  /** {@return whether a sample counts for the value} */
  static boolean counts(Pool.Batch batch, int i, Learning learning) {
    return !learning.quietOnly() || batch.block(i).isQuiet(batch.sample(i));
  }

  /**
   * Computes the losses, summed, and if wanted the gradient of the mean loss.
   *
   * @param valueScale what a sample weighs in the mean of the value's loss
   */
  void run(Pool.Batch batch, int from, int to, Learning learning, float valueScale, boolean backward) {
    valueLoss = 0;
    policyLoss = 0;
    if (backward) {
      gradients.values().forEach(gradient -> Arrays.fill(gradient, 0));
    }
    for (int i = from; i < to; i++) {
      Samples samples = batch.block(i);
      int sample = batch.sample(i);
      int active = samples.mover(sample, moverFeatures);
      if (counts(batch, i, learning)) {
        mover.forward(moverFeatures, active);
        other.forward(otherFeatures, samples.other(sample, otherFeatures));
        value(samples.valueTarget(sample, learning.resultShare()), valueScale, backward);
      }
      policy.forward(moverFeatures, active);
      policy(samples.policy(sample, slots, targets), 1f / batch.size(), backward);
    }
  }

  /** {@return the value of a sample's position} */
  float value(Samples samples, int sample) {
    mover.forward(moverFeatures, samples.mover(sample, moverFeatures));
    other.forward(otherFeatures, samples.other(sample, otherFeatures));
    return value();
  }

  private float value() {
    float[] out = weights.get(NetTensor.VALUE_OUT);
    return (float) Math.tanh(weights.get(NetTensor.VALUE_OUT_BIAS)[0]
        + dot(mover.units, out, 0) + dot(other.units, out, shape.valueWidth()));
  }

  private void value(float target, float scale, boolean backward) {
    float[] out = weights.get(NetTensor.VALUE_OUT);
    int width = shape.valueWidth();
    float value = value();
    float error = value - target;
    valueLoss += error * error / 4;
    if (backward) {
      float slope = error / 2 * (1 - value * value) * scale;
      gradients.get(NetTensor.VALUE_OUT_BIAS)[0] += slope;
      mover.clearSlopes();
      mover.backFrom(slope, out, gradients.get(NetTensor.VALUE_OUT), 0);
      mover.backward();
      other.clearSlopes();
      other.backFrom(slope, out, gradients.get(NetTensor.VALUE_OUT), width);
      other.backward();
    }
  }

  private void policy(int legal, float scale, boolean backward) {
    float[] rows = weights.get(NetTensor.POLICY_OUT);
    float[] bias = weights.get(NetTensor.POLICY_OUT_BIAS);
    int width = shape.policyWidth();
    float greatest = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < legal; j++) {
      probabilities[j] = bias[slots[j]] + dot(policy.units, rows, slots[j] * width);
      greatest = Math.max(greatest, probabilities[j]);
    }
    double sum = 0;
    float targetSum = 0;
    for (int j = 0; j < legal; j++) {
      policyLoss -= targets[j] * (probabilities[j] - greatest);
      targetSum += targets[j];
      probabilities[j] = (float) Math.exp(probabilities[j] - greatest);
      sum += probabilities[j];
    }
    policyLoss += targetSum * Math.log(sum);
    if (backward) {
      policy.clearSlopes();
      for (int j = 0; j < legal; j++) {
        float slope = (float) (probabilities[j] / sum * targetSum - targets[j]) * scale;
        gradients.get(NetTensor.POLICY_OUT_BIAS)[slots[j]] += slope;
        policy.backFrom(slope, rows, gradients.get(NetTensor.POLICY_OUT), slots[j] * width);
      }
      policy.backward();
    }
  }

  /** Four sums side by side, so that one addition need not wait for the last. */
  private static float dot(float[] x, float[] rows, int from) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < x.length; i += 4) {
      a += x[i] * rows[from + i];
      b += x[i + 1] * rows[from + i + 1];
      c += x[i + 2] * rows[from + i + 2];
      d += x[i + 3] * rows[from + i + 3];
    }
    for (; i < x.length; i++) {
      a += x[i] * rows[from + i];
    }
    return a + b + c + d;
  }

  double valueLoss() {
    return valueLoss;
  }

  double policyLoss() {
    return policyLoss;
  }

  float[] gradient(NetTensor tensor) {
    return gradients.get(tensor);
  }

  /** A hidden layer over active features: clamp to [0, 1], squared. */
  private final class Hidden {
    private final NetTensor rows;
    private final NetTensor bias;
    private final float[] clamped;
    private final float[] units;
    private final float[] slopes;
    private int[] features;
    private int active;

    Hidden(NetTensor rows, NetTensor bias, int width) {
      this.rows = rows;
      this.bias = bias;
      clamped = new float[width];
      units = new float[width];
      slopes = new float[width];
    }

    void forward(int[] features, int active) {
      this.features = features;
      this.active = active;
      System.arraycopy(weights.get(bias), 0, clamped, 0, clamped.length);
      for (int i = 0; i < active; i++) {
        gather(clamped, weights.get(rows), features[i] * clamped.length);
      }
      for (int i = 0; i < units.length; i++) {
        clamped[i] = Math.min(Math.max(clamped[i], 0), 1);
        units[i] = clamped[i] * clamped[i];
      }
    }

    private static void gather(float[] sums, float[] rows, int from) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += rows[from + i];
      }
    }

    void clearSlopes() {
      Arrays.fill(slopes, 0);
    }

    /** Takes in the slope of an output that was a dot product with a row. */
    void backFrom(float slope, float[] out, float[] outGradient, int from) {
      for (int i = 0; i < units.length; i++) {
        outGradient[from + i] += slope * units[i];
      }
      for (int i = 0; i < units.length; i++) {
        slopes[i] += slope * out[from + i];
      }
    }

    void backward() {
      for (int i = 0; i < slopes.length; i++) {
        // The square's slope is 2c; at both ends of the clamp, where c is 0 or 1, nothing passes.
        slopes[i] = clamped[i] < 1 ? slopes[i] * 2 * clamped[i] : 0;
      }
      scatter(slopes, gradients.get(bias), 0);
      for (int i = 0; i < active; i++) {
        scatter(slopes, gradients.get(rows), features[i] * slopes.length);
      }
    }

    private static void scatter(float[] row, float[] sums, int from) {
      for (int i = 0; i < row.length; i++) {
        sums[from + i] += row[i];
      }
    }
  }
}
