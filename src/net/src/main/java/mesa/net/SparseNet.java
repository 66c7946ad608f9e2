package mesa.net;

import java.util.Arrays;
import mesa.core.Encoder;
import mesa.core.Evaluator;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Score;

/**
 * Evaluates with a {@link Net}. The value adds, for each side's view, the rows of the active features to a bias, clamps
 * and squares the sums, and weighs both halves. The policy does the same with the mover's view and rows of its own; it
 * computes the logits of the given moves alone and their softmax.
 *
 * <p>The mover's own view comes first, so positions that mirror each other get equal answers. Answers depend on the
 * position alone, whatever was asked before, and are equal to the last bit on every machine. Allocates nothing once it
 * has seen the longest list of moves.
 */
public final class SparseNet implements Evaluator {
  /** Of unvisited moves, measured with chess's net: src/search/README.md. */
  private static final double FIRST_PLAY_REDUCTION = 0.2;

  private final Encoder encoder;
  private final Kernels kernels;
  private final ValueHead head;

  private final FeatureLayer valueLayer;
  private final int valueWidth;
  private final short valueOne;
  private final short[] valueOut;
  private final int[] valueOutBias;
  private final float valueUnit;
  private final float[] outputs;

  private final FeatureLayer policyLayer;
  private final short policyOne;
  private final short[] policyOut;
  private final int[] policyOutBias;
  private final float policyUnit;
  private final char[] squares;
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
    head = net.shape().head();
    Part value = net.value();
    valueLayer = layer(value);
    valueWidth = Kernels.padded(value.width());
    valueOne = (short) value.scale();
    valueOut = padded(value.out(), value.width());
    valueOutBias = value.outBias();
    valueUnit = value.outUnit();
    outputs = new float[head.outputs()];
    Part policy = net.policy();
    policyLayer = layer(policy);
    policyOne = (short) policy.scale();
    policyOut = padded(policy.out(), policy.width());
    policyOutBias = policy.outBias();
    policyUnit = policy.outUnit();
    squares = new char[Kernels.padded(policy.width())];
  }

  private FeatureLayer layer(Part part) {
    return new FeatureLayer(
        kernels, encoder, padded(part.features(), part.width()), padded(part.featuresBias(), part.width()));
  }

  /** Fills each row up with zeros. */
  private static short[] padded(short[] rows, int width) {
    int padded = Kernels.padded(width);
    short[] copy = new short[rows.length / width * padded];
    for (int row = 0; row < rows.length / width; row++) {
      System.arraycopy(rows, row * width, copy, row * padded, width);
    }
    return copy;
  }

  @Override
  public float value(Position position) {
    look(position);
    if (head == ValueHead.SCALAR) {
      return Kernels.tanh(outputs[0]);
    }
    // The outputs are logits, of which the greatest is taken away first.
    float greatest = Math.max(outputs[0], Math.max(outputs[1], outputs[2]));
    float win = Kernels.exp(outputs[0] - greatest);
    float draw = Kernels.exp(outputs[1] - greatest);
    float loss = Kernels.exp(outputs[2] - greatest);
    return (win - loss) / (win + draw + loss);
  }

  @Override
  public int score(Position position) {
    if (head == ValueHead.WDL) {
      return Score.of(value(position));
    }
    look(position);
    return Score.ofLogOdds(2 * outputs[0]); // tanh(x) is the value of log-odds 2 x.
  }

  @Override
  public double firstPlayReduction() {
    return FIRST_PLAY_REDUCTION;
  }

  /** Computes the value's outputs. */
  private void look(Position position) {
    int side = position.sideToMove();
    int mover = valueLayer.look(position, side);
    int other = valueLayer.look(position, side ^ 1);
    for (int i = 0; i < outputs.length; i++) {
      int sum = kernels.dot(
          valueLayer.sums(), mover, other, valueOne, valueOut, i * 2 * valueWidth, valueWidth);
      outputs[i] = (valueOutBias[i] + sum) * valueUnit;
    }
  }

  @Override
  public void priors(Position position, Moves moves, float[] into) {
    int count = moves.size();
    if (Kernels.padded(count) > slots.length) {
      slots = new int[Kernels.padded(2 * count)];
      logits = new float[slots.length];
    }
    encoder.actions(position, moves, slots);
    Arrays.fill(slots, count, Kernels.padded(count), 0);
    int mover = policyLayer.look(position, position.sideToMove());
    kernels.squares(policyLayer.sums(), mover, policyOne, squares);
    kernels.logits(squares, policyOut, policyOutBias, policyUnit, slots, count, logits);
    kernels.softmax(logits, count);
    System.arraycopy(logits, 0, into, 0, count);
  }
}
