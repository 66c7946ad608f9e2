package mesa.arena;

/**
 * What a player spent. The units are never mixed: each player counts in its own.
 *
 * @param moves decisions made
 * @param nodes positions searched
 * @param evaluations calls of an evaluator
 * @param ticks steps of an inner loop
 * @param nanos nanoseconds of thinking, as the referee measured them
 */
public record Cost(long moves, long nodes, long evaluations, long ticks, long nanos) {
  /** Nothing at all. */
  public static final Cost NONE = new Cost(0, 0, 0, 0, 0);

  /**
   * Adds up.
   *
   * @param other another cost
   * @return both together
   */
  public Cost plus(Cost other) {
    return new Cost(
        moves + other.moves,
        nodes + other.nodes,
        evaluations + other.evaluations,
        ticks + other.ticks,
        nanos + other.nanos);
  }
}
