package mesa.train;

import java.util.EnumMap;
import java.util.Map;
import mesa.core.Rng;
import mesa.net.NetShape;
import mesa.net.NetTensor;

/** Random weights to start from. */
final class FirstWeights {
  /** Features that are active at a time in games of pieces; fewer only make a start with smaller sums. */
  private static final double ACTIVE = 32;

  /** Hidden units start in the middle of where they have a slope; one that starts below 0 may never wake. */
  private static final double MOST_BIAS = 0.5;

  private FirstWeights() {}

  static Map<NetTensor, float[]> of(NetShape shape, long seed) {
    Rng rng = new Rng(seed);
    double row = 1 / Math.sqrt(Math.min(shape.inputs(), ACTIVE));
    Map<NetTensor, float[]> weights = new EnumMap<>(NetTensor.class);
    for (NetTensor tensor : NetTensor.values()) {
      float[] data = new float[shape.count(tensor)];
      switch (tensor) {
        case VALUE_FEATURES, POLICY_FEATURES -> fill(data, -row, row, rng);
        case VALUE_FEATURES_BIAS, POLICY_FEATURES_BIAS -> fill(data, 0, MOST_BIAS, rng);
        case VALUE_OUT -> fill(data, -out(2 * shape.valueWidth()), out(2 * shape.valueWidth()), rng);
        case POLICY_OUT -> fill(data, -out(shape.policyWidth()), out(shape.policyWidth()), rng);
        case VALUE_OUT_BIAS, POLICY_OUT_BIAS -> { }
      }
      weights.put(tensor, data);
    }
    return weights;
  }

  private static double out(int width) {
    return 1 / Math.sqrt(width);
  }

  private static void fill(float[] data, double least, double most, Rng rng) {
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) (least + (most - least) * rng.unit());
    }
  }
}
