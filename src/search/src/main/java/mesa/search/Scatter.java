package mesa.search;

/**
 * How far results of playouts below one node lie apart, which says how well a mean of so many of them is known: in random
 * playouts much worse than with a net. Estimated from how far the mean of each task lies from the one before it.
 */
final class Scatter {
  /** What is taken for one task before there has been any: results 0.2 apart. */
  private static final double SQUARE_AT_FIRST = 0.04;

  private double squares;
  private int tasks;

  Scatter() {
    forget();
  }

  /** Starts afresh. */
  void forget() {
    squares = SQUARE_AT_FIRST;
    tasks = 1;
  }

  /**
   * Learns from a task.
   *
   * @param sum of the results of its playouts, as in a {@link Tree}
   * @param played how many, at least 1
   * @param sumBefore of those before it below the same node
   * @param before how many, at least 1
   */
  void add(long sum, int played, long sumBefore, int before) {
    double apart = Tree.mean(sum, played) - Tree.mean(sumBefore, before);
    squares += apart * apart * played * before / (played + before);
    tasks++;
  }

  /** {@return the standard error of a mean of so many results, at least 1} */
  float error(int visits) {
    return (float) Math.sqrt(squares / tasks / visits);
  }
}
