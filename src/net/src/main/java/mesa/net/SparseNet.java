package mesa.net;

import java.util.Arrays;
import mesa.core.Encoder;
import mesa.core.Evaluator;
import mesa.core.Moves;
import mesa.core.Position;

/**
 * Evaluates with a {@link Net}. The value adds, for each perspective, the rows of the active features to a bias, clamps
 * the sums to [0, 1], squares them, and squashes a weighted sum of both halves by tanh. The policy does the same with
 * the mover's features and rows of its own; it computes the logits of the given moves alone and their softmax.
 *
 * <p>The mover's own view comes first, so positions that mirror each other get equal answers. Results are equal to the
 * last bit on every machine. Allocates nothing once it has seen the longest list of moves.
 */
public final class SparseNet implements Evaluator {
  private final Encoder encoder;
  private final Kernels kernels;
  private final float[] valueFeatures;
  private final float[] valueFeaturesBias;
  private final float[] valueOut;
  private final float valueOutBias;
  private final float[] policyFeatures;
  private final float[] policyFeaturesBias;
  private final float[] policyOut;
  private final float[] policyOutBias;

  private final long[] bits;
  private final int[] features;
  private int active;
  /** The mover's hidden units, then the other side's. */
  private final float[] both;
  private final float[] policyHidden;
  private int[] slots = new int[256];
  private float[] logits = new float[256];

  /**
   * Makes an evaluator.
   *
   * @param net its weights; padded copies are kept
   * @param encoder the one that the net was made for
   */
  public SparseNet(Net net, Encoder encoder) {
    this(net, encoder, Kernels.BEST);
  }

  SparseNet(Net net, Encoder encoder, Kernels kernels) {
    if (!encoder.id().equals(net.encoder())) {
      throw new IllegalArgumentException("a net for " + net.encoder() + " can't see by " + encoder.id());
    }
    this.encoder = encoder;
    this.kernels = kernels;
    int value = net.shape().valueWidth();
    int policy = net.shape().policyWidth();
    valueFeatures = padded(net.weights(NetTensor.VALUE_FEATURES), value);
    valueFeaturesBias = padded(net.weights(NetTensor.VALUE_FEATURES_BIAS), value);
    valueOut = padded(net.weights(NetTensor.VALUE_OUT), value);
    valueOutBias = net.weights(NetTensor.VALUE_OUT_BIAS)[0];
    policyFeatures = padded(net.weights(NetTensor.POLICY_FEATURES), policy);
    policyFeaturesBias = padded(net.weights(NetTensor.POLICY_FEATURES_BIAS), policy);
    policyOut = padded(net.weights(NetTensor.POLICY_OUT), policy);
    policyOutBias = net.weights(NetTensor.POLICY_OUT_BIAS);
    bits = new long[encoder.words()];
    features = new int[encoder.inputs()];
    both = new float[2 * valueFeaturesBias.length];
    policyHidden = new float[policyFeaturesBias.length];
  }

  /** Fills each row up with zeros. */
  private static float[] padded(float[] rows, int width) {
    int padded = Kernels.padded(width);
    float[] copy = new float[rows.length / width * padded];
    for (int row = 0; row < rows.length / width; row++) {
      System.arraycopy(rows, row * width, copy, row * padded, width);
    }
    return copy;
  }

  @Override
  public float value(Position position) {
    look(position, position.sideToMove());
    return valueOfMoverSeen(position);
  }

  @Override
  public void priors(Position position, Moves moves, float[] into) {
    look(position, position.sideToMove());
    priorsOfMoverSeen(position, moves, into);
  }

  @Override
  public float evaluate(Position position, Moves moves, float[] priors) {
    look(position, position.sideToMove());
    priorsOfMoverSeen(position, moves, priors);
    return valueOfMoverSeen(position);
  }

  private void look(Position position, int side) {
    encoder.encode(position, side, bits);
    int count = 0;
    for (int word = 0; word < bits.length; word++) {
      for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
        features[count++] = word << 6 | Long.numberOfTrailingZeros(rest);
      }
    }
    active = count;
  }

  private float valueOfMoverSeen(Position position) {
    kernels.hidden(valueFeaturesBias, valueFeatures, features, active, both, 0);
    look(position, position.sideToMove() ^ 1);
    kernels.hidden(valueFeaturesBias, valueFeatures, features, active, both, valueFeaturesBias.length);
    return Kernels.tanh(valueOutBias + kernels.dot(both, valueOut));
  }

  private void priorsOfMoverSeen(Position position, Moves moves, float[] into) {
    int count = moves.size();
    if (Kernels.padded(count) > slots.length) {
      slots = new int[Kernels.padded(2 * count)];
      logits = new float[slots.length];
    }
    for (int i = 0; i < count; i++) {
      slots[i] = encoder.action(position, moves.get(i));
    }
    Arrays.fill(slots, count, Kernels.padded(count), 0);
    kernels.hidden(policyFeaturesBias, policyFeatures, features, active, policyHidden, 0);
    kernels.logits(policyHidden, policyOut, policyOutBias, slots, count, logits);
    Arrays.fill(logits, count, Kernels.padded(count), Float.NEGATIVE_INFINITY);
    kernels.softmax(logits, count);
    System.arraycopy(logits, 0, into, 0, count);
  }
}
