package mesa.arena;

/**
 * What a player spent. The units are never mixed: each player counts in its own.
 *
 * @param moves decisions made
 * @param nodes positions searched
 * @param evaluations calls of an evaluator
 * @param ticks steps of an inner loop
 * @param nanos nanoseconds of thinking by the clock, as the referee measured them
 * @param cpuNanos nanoseconds of processor time; of moves too quick to be measured singly, an estimate by the share of
 *     the processor that the thread had meanwhile. An engine's or a second thread's time counts, also between moves, but not
 *     what it says that it has pondered
 * @param bytes of Java's heap taken by the thread that asked for the moves; an engine's memory is not among them
 * @param peakBytes the most memory at once: of an engine what its process has had in main memory; of a player in this
 *     process, as a bound, what making it took of Java's heap and the most that a move or getting ready for a game did. It
 *     is not added up but the largest of all games
 * @param ponderNanos nanoseconds of processor time that a player which {@linkplain mesa.core.Player#ponderNanosElsewhere
 *     ponders} has spent in its opponent's time
 */
public record Cost(
    long moves, long nodes, long evaluations, long ticks, long nanos, long cpuNanos, long bytes, long peakBytes,
    long ponderNanos) {
  /** Nothing at all. */
  public static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * What a player spent that does not ponder.
   *
   * @param moves decisions made
   * @param nodes positions searched
   * @param evaluations calls of an evaluator
   * @param ticks steps of an inner loop
   * @param nanos nanoseconds of thinking by the clock
   * @param cpuNanos nanoseconds of processor time
   * @param bytes of Java's heap taken
   * @param peakBytes the most memory at once
   */
  public Cost(
      long moves, long nodes, long evaluations, long ticks, long nanos, long cpuNanos, long bytes, long peakBytes) {
    this(moves, nodes, evaluations, ticks, nanos, cpuNanos, bytes, peakBytes, 0);
  }

  /**
   * Adds up; peaks are not added, the larger one counts.
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
        nanos + other.nanos,
        cpuNanos + other.cpuNanos,
        bytes + other.bytes,
        Math.max(peakBytes, other.peakBytes),
        ponderNanos + other.ponderNanos);
  }
}
