package mesa.benchmarks;

/**
 * Players as values of a JMH parameter: {@code mcts eval=rollout nodes=100} for the spec {@code
 * mcts:eval=rollout,nodes=100}, because JMH takes a comma in {@code -p} for the end of a value.
 */
final class Params {
  private Params() {}

  /** {@return the spec that a parameter stands for} */
  static String spec(String words) {
    return words.replaceFirst(" ", ":").replace(' ', ',');
  }
}
