package mesa.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import mesa.core.BadInputException;

/**
 * What a network of lc0's says about itself, by the numbers of
 * <a href="https://github.com/LeelaChessZero/lczero-common/blob/master/proto/net.proto">net.proto</a>; what Mesa can't
 * evaluate is refused by its name there.
 *
 * @param hasConvolutionPolicy whether the policy head is a convolution, else a fully connected layer
 * @param hasWdl whether the value head tells win, draw and loss, else a single number
 * @param hasMish whether the activation is Mish, else ReLU
 * @param encoding how weights are stored that do not say so themselves
 */
record Lc0Format(boolean hasConvolutionPolicy, boolean hasWdl, boolean hasMish, long encoding) {
  /** What a file means that says nothing. */
  static final Lc0Format CLASSICAL = new Lc0Format(false, false, false, Lc0Layer.LINEAR16);

  private static final Names INPUTS = new Names("input format", 1, List.of(1), List.of(
      "INPUT_UNKNOWN", "INPUT_CLASSICAL_112_PLANE", "INPUT_112_WITH_CASTLING_PLANE", "INPUT_112_WITH_CANONICALIZATION",
      "INPUT_112_WITH_CANONICALIZATION_HECTOPLIES", "INPUT_112_WITH_CANONICALIZATION_V2"));
  private static final Names STRUCTURES = new Names("network structure", 1, List.of(1, 2, 3, 4), List.of(
      "NETWORK_UNKNOWN", "NETWORK_CLASSICAL", "NETWORK_SE", "NETWORK_CLASSICAL_WITH_HEADFORMAT",
      "NETWORK_SE_WITH_HEADFORMAT", "NETWORK_ONNX", "NETWORK_ATTENTIONBODY_WITH_HEADFORMAT",
      "NETWORK_ATTENTIONBODY_WITH_MULTIHEADFORMAT"));
  private static final Names POLICIES = new Names("policy format", 1, List.of(1, 2), List.of(
      "POLICY_UNKNOWN", "POLICY_CLASSICAL", "POLICY_CONVOLUTION", "POLICY_ATTENTION"));
  private static final Names VALUES = new Names("value format", 1, List.of(1, 2), List.of(
      "VALUE_UNKNOWN", "VALUE_CLASSICAL", "VALUE_WDL", "VALUE_PARAM"));
  private static final Names ACTIVATIONS = new Names("default activation", 0, List.of(0, 1), List.of(
      "DEFAULT_ACTIVATION_RELU", "DEFAULT_ACTIVATION_MISH"));

  /** A field that is one of several words, some of which can be dealt with. */
  private record Names(String what, long standard, List<Integer> known, List<String> words) {
    void check(long number) {
      if (!known.contains((int) number)) {
        String word = number >= 0 && number < words.size() ? words.get((int) number) : "number " + number;
        throw new BadInputException("its " + what + " is " + word + ", where "
            + known.stream().map(words::get).collect(Collectors.joining(" or ")) + " is expected");
      }
    }
  }

  /** Reads the message Format. */
  static Lc0Format read(ProtoReader format) {
    long encoding = Lc0Layer.LINEAR16;
    long[] network = new long[11]; // By the field's number in the message NetworkFormat.
    Arrays.fill(network, -1);
    while (format.next()) {
      switch (format.field()) {
        case 1 -> encoding = format.number();
        case 2 -> {
          ProtoReader fields = format.message();
          while (fields.next()) {
            if (fields.field() < network.length) {
              network[fields.field()] = fields.number();
            }
          }
        }
        default -> { }
      }
    }
    return of(network, encoding);
  }

  private static Lc0Format of(long[] network, long encoding) {
    checked(INPUTS, network[1]);
    long structure = checked(STRUCTURES, network[3]);
    boolean namesHeads = structure >= 3; // Networks of before had classical heads, whatever else they say.
    long policy = namesHeads ? checked(POLICIES, network[4]) : POLICIES.standard;
    long value = namesHeads ? checked(VALUES, network[5]) : VALUES.standard;
    return new Lc0Format(policy == 2, value == 2, checked(ACTIVATIONS, network[7]) == 1, encoding);
  }

  private static long checked(Names names, long number) {
    long meant = number < 0 ? names.standard : number;
    names.check(meant);
    return meant;
  }
}
