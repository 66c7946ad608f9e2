package mesa.onnx;

import mesa.core.BadInputException;

/**
 * The value head of a network of lc0's.
 *
 * @param convolution with a kernel of one cell, behind a tower; else null
 * @param embedding the layer of each cell that takes its place behind attention; else null
 * @param hidden the fully connected layer that follows
 * @param out the last one
 */
record Lc0Value(Convolution convolution, Dense embedding, Dense hidden, Dense out) {
  /**
   * Reads a head out of the message Weights.
   *
   * @param weights the message
   * @param isBehindAttention whether the body is one of attention
   * @param name which one is chosen, where there are several
   * @throws BadInputException if there is none of that name
   */
  static Lc0Value read(Lc0Message weights, boolean isBehindAttention, String name) {
    return HeadChoice.VALUE.find(weights, name)
        .map(head -> read(head, isBehindAttention, 11, 1, 3, 5))
        .orElseGet(() -> read(weights, isBehindAttention, 6, 29, 7, 9));
  }

  private static Lc0Value read(
      Lc0Message head, boolean isBehindAttention, int convolution, int embedding, int hidden, int out) {
    if (!isBehindAttention && !head.has(convolution)) {
      throw new BadInputException("it lacks the value's convolution");
    }
    return new Lc0Value(
        isBehindAttention ? null : head.convolution(convolution),
        isBehindAttention ? head.dense(embedding) : null,
        head.dense(hidden),
        head.dense(out));
  }

  /**
   * Checks the sizes.
   *
   * @param channels of the body
   * @param outputs how many numbers a value is
   * @throws BadInputException if they do not fit
   */
  void check(int channels, int outputs) {
    int planes = convolution != null
        ? convolution.check("value's convolution", channels, 1).outputs()
        : embedding.check("value's embedding", channels).outputs();
    hidden.check("value's first layer", Lc0Weights.CELLS * planes);
    out.check("value's second layer", hidden.outputs(), outputs);
  }
}
