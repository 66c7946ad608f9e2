package mesa.onnx;

import java.util.Arrays;
import java.util.Optional;

/** What the numbers of a net's value are, for the side to move. */
enum ValueKind {
  /** The expected result, in [-1, 1]. */
  SCALAR("scalar", 1) {
    @Override
    float value(float[] output) {
      return output[0];
    }
  },
  /** A number whose hyperbolic tangent is the expected result. */
  TANH("tanh", 1) {
    @Override
    float value(float[] output) {
      return (float) Math.tanh(output[0]);
    }
  },
  /** Probabilities of win, draw and loss. */
  WDL("wdl", 3) {
    @Override
    float value(float[] output) {
      return output[0] - output[2];
    }
  },
  /** Logits of win, draw and loss. */
  WDL_LOGITS("wdl-logits", 3) {
    @Override
    float value(float[] output) {
      float greatest = Math.max(output[0], Math.max(output[1], output[2]));
      double win = Math.exp(output[0] - greatest);
      double loss = Math.exp(output[2] - greatest);
      return (float) ((win - loss) / (win + Math.exp(output[1] - greatest) + loss));
    }
  };

  private final String key;
  private final int outputs;

  ValueKind(String key, int outputs) {
    this.key = key;
    this.outputs = outputs;
  }

  /** The kind of a name, as in descriptions of models. */
  static Optional<ValueKind> of(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }

  /** Its name in descriptions of models. */
  String key() {
    return key;
  }

  /** How many numbers there are. */
  int outputs() {
    return outputs;
  }

  /** The expected result; beyond [-1, 1] by rounding at most. */
  abstract float value(float[] output);
}
