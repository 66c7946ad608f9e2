package mesa.onnx;

/** What a net's two outputs are: how a value and priors come of their numbers. */
interface Heads {
  /** {@return how many numbers the value is} */
  int valueNumbers();

  /** {@return how many numbers the policy is} */
  int actions();

  /** {@return the expected result for the side to move; beyond [-1, 1] by rounding at most} */
  float value(float[] numbers);

  /**
   * Weighs a move.
   *
   * @param number the move's in the policy
   * @param greatest the greatest of all moves that are weighed
   * @return what its prior is proportional to, at least 0
   */
  float weight(float number, float greatest);

  /**
   * Outputs in the usual meaning.
   *
   * @param kind of the value
   * @param actions how many numbers the policy is
   * @param hasLogits whether these are logits, else probabilities
   */
  record Plain(ValueKind kind, int actions, boolean hasLogits) implements Heads {
    @Override
    public int valueNumbers() {
      return kind.outputs();
    }

    @Override
    public float value(float[] numbers) {
      return kind.value(numbers);
    }

    @Override
    public float weight(float number, float greatest) {
      return hasLogits ? (float) Math.exp(number - greatest) : Math.max(0, number);
    }
  }
}
