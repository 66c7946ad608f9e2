package mesa.train;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import mesa.net.NetShape;
import mesa.net.NetTensor;

/**
 * Learns by Mesa's own loops, which touch only active features and legal moves: of a dense first layer 97 % multiplies
 * zeros, and of a dense policy 98 % is illegal. Same loss as {@link DjlLearner}, gradients written out by hand.
 *
 * <p>A batch is cut into {@value #CHUNKS} chunks, each with gradients of its own that are then added in order, so the
 * weights are the same whatever number of threads there is.
 */
final class SparseLearner implements Learner {
  private static final int CHUNKS = 4;

  private final Learning learning;
  private final Map<NetTensor, float[]> weights = new EnumMap<>(NetTensor.class);
  private final Map<NetTensor, Adam> optimizers = new EnumMap<>(NetTensor.class);
  private final SparseGradient[] chunks = new SparseGradient[CHUNKS];

  SparseLearner(NetShape shape, Map<NetTensor, float[]> weights, Learning learning) {
    this.learning = learning;
    for (NetTensor tensor : NetTensor.values()) {
      this.weights.put(tensor, weights.get(tensor).clone());
      optimizers.put(tensor, new Adam(shape.count(tensor), learning.decay(), learning.clip()));
    }
    for (int i = 0; i < CHUNKS; i++) {
      chunks[i] = new SparseGradient(shape, this.weights);
    }
  }

  @Override
  public Loss step(Pool.Batch batch, double rate) {
    Loss loss = pass(batch, true);
    for (NetTensor tensor : NetTensor.values()) {
      optimizers.get(tensor).update(weights.get(tensor), gradient(tensor), (float) rate);
    }
    return loss;
  }

  @Override
  public Loss loss(Pool.Batch batch) {
    return pass(batch, false);
  }

  private Loss pass(Pool.Batch batch, boolean backward) {
    int counted = 0;
    for (int i = 0; i < batch.size(); i++) {
      counted += SparseGradient.counts(batch, i, learning) ? 1 : 0;
    }
    float valueScale = 1f / Math.max(1, counted);
    IntStream.range(0, CHUNKS).parallel().forEach(i -> chunks[i].run(
        batch, batch.size() * i / CHUNKS, batch.size() * (i + 1) / CHUNKS, learning, valueScale, backward));
    double value = 0;
    double policy = 0;
    for (SparseGradient chunk : chunks) {
      value += chunk.valueLoss();
      policy += chunk.policyLoss();
    }
    return new Loss(value * valueScale, policy / Math.max(1, batch.size()));
  }

  /** {@return the last pass's gradient, the chunks' added up in the first one's array} */
  float[] gradient(NetTensor tensor) {
    float[] sum = chunks[0].gradient(tensor);
    for (int chunk = 1; chunk < CHUNKS; chunk++) {
      float[] more = chunks[chunk].gradient(tensor);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += more[i];
      }
    }
    return sum;
  }

  @Override
  public Map<NetTensor, float[]> weights() {
    Map<NetTensor, float[]> copies = new EnumMap<>(NetTensor.class);
    weights.forEach((tensor, data) -> copies.put(tensor, data.clone()));
    return copies;
  }

  @Override
  public void close() {
    // Holds nothing but arrays.
  }
}
