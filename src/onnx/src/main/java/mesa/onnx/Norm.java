package mesa.onnx;

/**
 * A normalisation of each cell's channels to mean 0 and variance 1, and then by channel to another scale and mean.
 *
 * @param gammas what to multiply with, by channel
 * @param betas what to add, by channel
 */
record Norm(float[] gammas, float[] betas) {
  /**
   * Checks the size.
   *
   * @throws mesa.core.BadInputException if it is another
   */
  void check(String what, int channels) {
    Dense.checkCount(what, "gammas", gammas.length, channels);
    Dense.checkCount(what, "betas", betas.length, channels);
  }
}
