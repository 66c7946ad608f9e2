package mesa.net;

import mesa.core.BadInputException;
import mesa.core.Encoder;

/**
 * The sizes of a sparse net, from which the names and sizes of its tensors follow.
 *
 * @param inputs features of the encoder, from 1 to {@link #MOST_SLOTS}
 * @param actions policy slots of the encoder, from 1 to {@link #MOST_SLOTS}
 * @param valueWidth hidden units of the value for each perspective, from 1 to {@link #WIDEST}
 * @param policyWidth hidden units of the policy, from 1 to {@link #WIDEST}
 * @param head what the value's output says
 */
public record NetShape(int inputs, int actions, int valueWidth, int policyWidth, ValueHead head) {
  /** The most features or policy slots: an index fits 16 bits, which is how samples store them. */
  public static final int MOST_SLOTS = 1 << 16;

  /** The greatest width of a hidden layer. */
  public static final int WIDEST = 8192;

  /**
   * Checks the sizes.
   *
   * @throws BadInputException if one is out of range
   */
  public NetShape {
    check("inputs", inputs, MOST_SLOTS);
    check("actions", actions, MOST_SLOTS);
    check("value width", valueWidth, WIDEST);
    check("policy width", policyWidth, WIDEST);
  }

  private static void check(String what, int size, int most) {
    if (size < 1 || size > most) {
      throw new BadInputException("a net's " + what + " must be from 1 to " + most + ", not " + size);
    }
  }

  /**
   * Sizes a net with a scalar value for an encoder.
   *
   * @param encoder what it will see
   * @param valueWidth hidden units of the value for each perspective
   * @param policyWidth hidden units of the policy
   * @return the shape
   * @throws BadInputException if a size is out of range
   */
  public static NetShape of(Encoder encoder, int valueWidth, int policyWidth) {
    return new NetShape(encoder.inputs(), encoder.actions(), valueWidth, policyWidth, ValueHead.SCALAR);
  }

  /**
   * Lists the sizes of a tensor, slowest varying first.
   *
   * @param tensor any
   * @return its sizes
   */
  public int[] sizes(NetTensor tensor) {
    return switch (tensor) {
      case VALUE_FEATURES -> new int[] {inputs, valueWidth};
      case VALUE_FEATURES_BIAS -> new int[] {valueWidth};
      case VALUE_OUT -> head == ValueHead.SCALAR
          ? new int[] {2 * valueWidth} : new int[] {head.outputs(), 2 * valueWidth};
      case VALUE_OUT_BIAS -> new int[] {head.outputs()};
      case POLICY_FEATURES -> new int[] {inputs, policyWidth};
      case POLICY_FEATURES_BIAS -> new int[] {policyWidth};
      case POLICY_OUT -> new int[] {actions, policyWidth};
      case POLICY_OUT_BIAS -> new int[] {actions};
    };
  }

  /**
   * Counts the numbers in a tensor.
   *
   * @param tensor any
   * @return how many there are
   */
  public int count(NetTensor tensor) {
    int count = 1;
    for (int size : sizes(tensor)) {
      count *= size;
    }
    return count;
  }

  /** {@return how many weights there are in all} */
  public int weights() {
    int sum = 0;
    for (NetTensor tensor : NetTensor.values()) {
      sum += count(tensor);
    }
    return sum;
  }
}
