package mesa.net;

import java.util.EnumMap;
import java.util.Map;
import mesa.core.Game;
import mesa.core.Rng;

/** Nets with random weights, of a size at which hidden units lie below 0, in between and above 1. */
final class RandomNets {
  private RandomNets() {}

  static Net of(Game game, int valueWidth, int policyWidth, long seed) {
    NetShape shape = NetShape.of(game.encoder().orElseThrow(), valueWidth, policyWidth);
    Rng rng = new Rng(seed);
    Map<NetTensor, float[]> weights = new EnumMap<>(NetTensor.class);
    for (NetTensor tensor : NetTensor.values()) {
      float[] data = new float[shape.count(tensor)];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) (rng.unit() - 0.5);
      }
      weights.put(tensor, data);
    }
    return Net.of(game, shape, Map.of("seed", Long.toString(seed)), weights);
  }
}
