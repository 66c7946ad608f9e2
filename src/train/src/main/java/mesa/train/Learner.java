package mesa.train;

import java.util.Map;
import mesa.net.NetShape;
import mesa.net.NetTensor;

/**
 * A net while it learns. The loss is the mean over a batch of the value's squared error, on a scale from 0 to 1, and of
 * the policy's cross-entropy over legal moves, in nats. The two share no weights, so neither needs weighing.
 */
interface Learner extends AutoCloseable {
  /**
   * What a batch showed.
   *
   * @param value mean of ((v - target) / 2)^2 over the samples that count for the value
   * @param policy mean cross-entropy
   */
  record Loss(double value, double policy) {}

  /** Takes one step down the gradient of a batch and returns its loss before the step. */
  Loss step(Pool.Batch batch, double rate);

  /** {@return the loss of a batch, nothing learned} */
  Loss loss(Pool.Batch batch);

  /** {@return a copy of the weights} */
  Map<NetTensor, float[]> weights();

  @Override
  void close();

  /**
   * Starts learning.
   *
   * @param shape the net's sizes
   * @param weights where to start
   * @param learning the settings, whose engine is chosen here
   */
  static Learner of(NetShape shape, Map<NetTensor, float[]> weights, Learning learning) {
    return switch (learning.engine()) {
      case "djl" -> new DjlLearner(shape, weights, learning);
      default -> new SparseLearner(shape, weights, learning);
    };
  }
}
