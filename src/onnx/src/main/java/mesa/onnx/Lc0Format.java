package mesa.onnx;

import java.util.List;
import java.util.stream.Collectors;
import mesa.core.BadInputException;

/**
 * What a network of lc0's says about itself, by the numbers of
 * <a href="https://github.com/LeelaChessZero/lc0/blob/master/proto/net.proto">net.proto</a>; what Mesa can't
 * evaluate is refused by its name there.
 *
 * @param input the number of its input format
 * @param embedding what an attention body begins with, or null where the body is a tower alone
 * @param policy the kind of its policy head
 * @param hasWdl whether the value head tells win, draw and loss, else a single number
 * @param usual the activation wherever nothing else is said
 * @param smolgen the activation in smolgens
 * @param forward the activation in feed-forward parts of encoder layers
 */
record Lc0Format(
    int input,
    Lc0Attention.Embedding embedding,
    Lc0Policy.Kind policy,
    boolean hasWdl,
    Activation usual,
    Activation smolgen,
    Activation forward) {
  private static final Names INPUTS = new Names("input format", List.of(
      "INPUT_UNKNOWN", "INPUT_CLASSICAL_112_PLANE", "INPUT_112_WITH_CASTLING_PLANE", "INPUT_112_WITH_CANONICALIZATION",
      "INPUT_112_WITH_CANONICALIZATION_HECTOPLIES", "INPUT_112_WITH_CANONICALIZATION_V2"));
  private static final Names STRUCTURES = new Names("network structure", List.of(
      "NETWORK_UNKNOWN", "NETWORK_CLASSICAL", "NETWORK_SE", "NETWORK_CLASSICAL_WITH_HEADFORMAT",
      "NETWORK_SE_WITH_HEADFORMAT", "NETWORK_ONNX", "NETWORK_ATTENTIONBODY_WITH_HEADFORMAT",
      "NETWORK_ATTENTIONBODY_WITH_MULTIHEADFORMAT"));
  private static final Names POLICIES = new Names("policy format", List.of(
      "POLICY_UNKNOWN", "POLICY_CLASSICAL", "POLICY_CONVOLUTION", "POLICY_ATTENTION"));
  private static final Names VALUES = new Names("value format", List.of(
      "VALUE_UNKNOWN", "VALUE_CLASSICAL", "VALUE_WDL", "VALUE_PARAM"));
  private static final Names DEFAULTS = new Names("default activation", List.of(
      "DEFAULT_ACTIVATION_RELU", "DEFAULT_ACTIVATION_MISH"));
  private static final Names ACTIVATIONS = new Names("activation", List.of(
      "ACTIVATION_DEFAULT", "ACTIVATION_MISH", "ACTIVATION_RELU", "ACTIVATION_NONE", "ACTIVATION_TANH",
      "ACTIVATION_SIGMOID", "ACTIVATION_SELU", "ACTIVATION_SWISH", "ACTIVATION_RELU_2", "ACTIVATION_SOFTMAX"));
  private static final Names EMBEDDINGS = new Names("input embedding", List.of(
      "INPUT_EMBEDDING_NONE", "INPUT_EMBEDDING_PE_MAP", "INPUT_EMBEDDING_PE_DENSE"));

  private static final int CLASSICAL = 1;
  private static final int SE = 2;
  private static final int FIRST_WITH_HEAD_FORMAT = 3;
  private static final int SE_WITH_HEAD_FORMAT = 4;
  private static final int ATTENTION_BODY = 6;
  private static final int MULTIHEAD = 7;
  private static final int LEGACY_MULTIHEAD = 134;

  /** A field that is one of several words, some of which can be dealt with. */
  private record Names(String what, List<String> words) {
    int check(long number, Integer... known) {
      if (!List.of(known).contains((int) number)) {
        String word = number >= 0 && number < words.size() ? words.get((int) number) : "number " + number;
        throw new BadInputException("its " + what + " is " + word + ", where "
            + List.of(known).stream().map(words::get).collect(Collectors.joining(" or ")) + " is expected");
      }
      return (int) number;
    }
  }

  /**
   * Reads the message Format, and corrects it as lc0 does for files of before a field was there.
   *
   * @param format the message
   * @param weights the message Weights
   * @param inputs the numbers of the input formats that can be shown
   */
  static Lc0Format read(Lc0Message format, Lc0Message weights, Integer... inputs) {
    Lc0Message network = format.child(2);
    int input = INPUTS.check(network.number(1, 1), inputs);
    long structure = network.number(3, CLASSICAL);
    boolean isAttention = structure == SE_WITH_HEAD_FORMAT && weights.has(27)
        || structure == ATTENTION_BODY || structure == MULTIHEAD || structure == LEGACY_MULTIHEAD;
    if (!isAttention) {
      STRUCTURES.check(
          structure, CLASSICAL, SE, FIRST_WITH_HEAD_FORMAT, SE_WITH_HEAD_FORMAT, ATTENTION_BODY, MULTIHEAD);
    }
    boolean namesHeads = structure >= FIRST_WITH_HEAD_FORMAT; // Before, heads were classical, whatever else was said.
    int value = namesHeads ? VALUES.check(network.number(5, 1), 1, 2) : 1;
    Activation usual = DEFAULTS.check(network.number(7, 0), 0, 1) == 1 ? Activation.MISH : Activation.RELU;
    if (!isAttention) {
      int policy = namesHeads ? POLICIES.check(network.number(4, 1), 1, 2, 3) : 1;
      // Encoder layers of such a policy know these alone.
      return new Lc0Format(
          input, null, Lc0Policy.Kind.values()[policy - 1], value == 2, usual, Activation.NONE, Activation.SELU);
    }
    POLICIES.check(network.number(4, 1), 3);
    boolean isUnnamed = structure == SE_WITH_HEAD_FORMAT && weights.has(35);
    return new Lc0Format(
        input,
        embedding(network, structure, weights),
        Lc0Policy.Kind.ATTENTION,
        value == 2,
        usual,
        isUnnamed ? Activation.SWISH : activation(network.number(8, 0), usual),
        isUnnamed ? Activation.RELU_2 : activation(network.number(9, 0), usual));
  }

  private static Lc0Attention.Embedding embedding(Lc0Message network, long structure, Lc0Message weights) {
    boolean hasOneHead = structure == SE_WITH_HEAD_FORMAT || structure == ATTENTION_BODY;
    if (hasOneHead && weights.has(44) && weights.has(45)) { // It has several after all.
      return Lc0Attention.Embedding.DENSE;
    }
    return EMBEDDINGS.check(network.number(10, 1), 0, 1, 2) == 2
        ? Lc0Attention.Embedding.DENSE : Lc0Attention.Embedding.MAP;
  }

  private static Activation activation(long number, Activation usual) {
    int known = ACTIVATIONS.check(number, 0, 1, 2, 3, 4, 5, 6, 7, 8);
    return known == 0 ? usual : Activation.values()[known - 1];
  }

  /** {@return the activation behind the embedding of an attention policy} */
  Activation policyEmbedding() {
    return embedding == null ? Activation.SELU : usual;
  }
}
