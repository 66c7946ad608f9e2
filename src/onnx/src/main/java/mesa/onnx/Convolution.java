package mesa.onnx;

import mesa.core.BadInputException;

/**
 * A convolution over a board, with the normalisation that follows it folded in.
 *
 * @param weights by output, input, row and column of the kernel
 * @param biases by output
 */
record Convolution(float[] weights, float[] biases) {
  /** What lc0 adds to a variance. */
  private static final float EPSILON = 1e-5f;

  /** Reads the message ConvBlock. */
  static Convolution read(Lc0Message block) {
    return folded(
        block.layer(1), block.layer(2), block.layer(3), block.layer(4), block.layer(5), block.layer(6));
  }

  /** Folds normalisation by means and variances, and then gammas and betas, as far as there are any. */
  private static Convolution folded(
      float[] weights, float[] biases, float[] means, float[] variances, float[] gammas, float[] betas) {
    int outputs = Math.max(biases.length, means.length);
    if (outputs == 0 || weights.length % outputs != 0) {
      throw new BadInputException(
          "it has a convolution of " + weights.length + " weights for " + outputs + " outputs, which do not fit");
    }
    checkLength("biases", biases, outputs);
    checkLength("means", means, outputs);
    checkLength("variances", variances, means.length == 0 ? 0 : outputs);
    checkLength("gammas", gammas, outputs);
    checkLength("betas", betas, outputs);
    int inputs = weights.length / outputs;
    float[] scaled = weights.clone();
    float[] shifted = new float[outputs];
    for (int output = 0; output < outputs; output++) {
      float bias = biases.length == 0 ? 0 : biases[output];
      if (means.length == 0) {
        shifted[output] = bias;
        continue;
      }
      double scale = (gammas.length == 0 ? 1 : gammas[output]) / Math.sqrt(variances[output] + EPSILON);
      for (int i = output * inputs; i < (output + 1) * inputs; i++) {
        scaled[i] *= (float) scale;
      }
      shifted[output] = (float) ((bias - means[output]) * scale) + (betas.length == 0 ? 0 : betas[output]);
    }
    return new Convolution(scaled, shifted);
  }

  private static void checkLength(String what, float[] numbers, int outputs) {
    if (numbers.length != 0 && numbers.length != outputs) {
      throw new BadInputException("it has a convolution with " + numbers.length + " " + what + " for " + outputs
          + " outputs");
    }
  }

  int outputs() {
    return biases.length;
  }

  /** The inputs, if the kernel has so many cells. */
  int inputs(int kernel) {
    return weights.length / biases.length / kernel;
  }

  /**
   * Checks the size.
   *
   * @throws BadInputException if it is another
   */
  Convolution check(String what, int inputs, int kernel) {
    if (weights.length != outputs() * inputs * kernel) {
      throw new BadInputException("its " + what + " has " + weights.length + " weights, where " + outputs() + " x "
          + inputs + " x " + kernel + " are expected");
    }
    return this;
  }
}
