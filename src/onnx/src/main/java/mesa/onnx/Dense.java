package mesa.onnx;

import mesa.core.BadInputException;

/**
 * A fully connected layer.
 *
 * @param weights by output, then by input
 * @param biases by output
 */
record Dense(float[] weights, float[] biases) {
  /**
   * Checks the size.
   *
   * @throws BadInputException if it is another
   */
  Dense check(String what, int inputs) {
    if (biases.length == 0 || weights.length != inputs * biases.length) {
      throw new BadInputException("its " + what + " has " + weights.length + " weights, where " + biases.length
          + " x " + inputs + " are expected");
    }
    return this;
  }

  /**
   * Checks the size.
   *
   * @throws BadInputException if it is another
   */
  Dense check(String what, int inputs, int outputs) {
    checkCount(what, "outputs", outputs(), outputs);
    return check(what, inputs);
  }

  /** The inputs, as far as the sizes have been checked. */
  int inputs() {
    return weights.length / biases.length;
  }

  int outputs() {
    return biases.length;
  }

  /** The same layer with its outputs multiplied. */
  Dense times(double factor) {
    return new Dense(times(weights, factor), times(biases, factor));
  }

  private static float[] times(float[] numbers, double factor) {
    float[] products = numbers.clone();
    for (int i = 0; i < products.length; i++) {
      products[i] *= (float) factor;
    }
    return products;
  }

  /**
   * Checks how many there are of something.
   *
   * @throws BadInputException if it is another number
   */
  static void checkCount(String what, String things, int count, int expected) {
    if (count != expected) {
      throw new BadInputException(
          "its " + what + " has " + count + " " + things + ", where " + expected + " are expected");
    }
  }
}
