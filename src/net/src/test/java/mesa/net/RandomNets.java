package mesa.net;

import java.util.EnumMap;
import java.util.Map;
import mesa.core.Game;
import mesa.core.Rng;

/** Nets with random weights, of a size at which hidden units lie below 0, in between and above 1. */
final class RandomNets {
  private RandomNets() {}

  static Net of(Game game, int valueWidth, int policyWidth, long seed) {
    return of(game, NetShape.of(game.encoder().orElseThrow(), valueWidth, policyWidth), seed);
  }

  static Net of(Game game, NetShape shape, long seed) {
    return Net.of(game, shape, Map.of("seed", Long.toString(seed)), weights(shape, seed));
  }

  static Map<NetTensor, float[]> weights(NetShape shape, long seed) {
    Rng rng = new Rng(seed);
    Map<NetTensor, float[]> weights = new EnumMap<>(NetTensor.class);
    for (NetTensor tensor : NetTensor.values()) {
      double size = switch (tensor) {
        // So that values and priors stay off saturation, where any mistake would look right.
        case VALUE_OUT -> 2 / Math.sqrt(2 * shape.valueWidth());
        case POLICY_OUT -> 2 / Math.sqrt(shape.policyWidth());
        default -> 1;
      };
      float[] data = new float[shape.count(tensor)];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) (size * (rng.unit() - 0.5));
      }
      weights.put(tensor, data);
    }
    return weights;
  }
}
