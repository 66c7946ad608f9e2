package mesa.core;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What one move may cost. The four counts are never mixed: a node of alpha-beta, a playout and an evaluation are
 * different units, and only time is common to all.
 *
 * @param nodes positions made by a search (playouts, in Monte Carlo tree search), at least 1
 * @param evaluations calls of an evaluator, at least 1
 * @param ticks steps of a player's own inner loop: rules tried, steps of a recurrent net, at least 1
 * @param depth plies of iterative deepening, at least 1
 * @param clock time, or null for as long as it takes
 */
public record Budget(long nodes, long evaluations, long ticks, int depth, Clock clock) {
  /** No limit at all: for players that stop by themselves. */
  public static final Budget UNLIMITED =
      new Budget(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, null);

  private static final int NANO_DIGITS_OF_A_MILLISECOND = 6;

  static final Option<Long> NODES = Option.integer("nodes", null, 1, Long.MAX_VALUE, "nodes or playouts a move");
  static final Option<Long> EVALS = Option.integer("evals", null, 1, Long.MAX_VALUE, "evaluations a move");
  static final Option<Long> TICKS = Option.integer("ticks", null, 1, Long.MAX_VALUE, "inner steps a move");
  static final Option<Long> DEPTH = Option.integer("depth", null, 1, Integer.MAX_VALUE, "plies of deepening");
  static final Option<Long> TIME = Option.duration("time", null, "time a move, such as 100ms or 2s");

  /** {@return the options that set a budget, which every player has} */
  public static List<Option<?>> options() {
    return List.of(NODES, EVALS, TICKS, DEPTH, TIME);
  }

  /**
   * A limit on nodes alone.
   *
   * @param nodes at least 1
   * @return a budget of so many nodes
   */
  public static Budget ofNodes(long nodes) {
    return new Budget(nodes, Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, null);
  }

  /** {@return whether a player's spec has a budget option} */
  static boolean isGiven(Spec spec) {
    return options().stream().anyMatch(option -> spec.has(option.name()));
  }

  /**
   * Reads the budget options of a player's spec.
   *
   * @param spec a player's
   * @return limits as the spec sets them, none for the options it leaves out
   * @throws BadInputException if a budget option is malformed or out of range
   */
  static Budget of(Spec spec) {
    Long time = spec.get(TIME);
    return new Budget(
        limit(spec, NODES),
        limit(spec, EVALS),
        limit(spec, TICKS),
        (int) Math.min(Integer.MAX_VALUE, limit(spec, DEPTH)),
        time == null ? null : Clock.perMove(time));
  }

  private static long limit(Spec spec, Option<Long> option) {
    Long limit = spec.get(option);
    return limit == null ? Long.MAX_VALUE : limit;
  }

  /**
   * Adds a clock.
   *
   * @param time what is left now
   * @return the same counts with this clock in place of any other
   */
  public Budget withClock(Clock time) {
    return new Budget(nodes, evaluations, ticks, depth, time);
  }

  /**
   * Starts counting for one move.
   *
   * @param nanoClock nanoseconds since anywhere, never running backwards, such as {@code System::nanoTime}
   * @return a fresh meter
   */
  public Meter start(LongSupplier nanoClock) {
    return new Meter(this, nanoClock);
  }

  /** {@return the limits as spec options, such as {@code nodes=800}, or {@code unlimited}} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, NODES, nodes, Long.MAX_VALUE);
    append(text, EVALS, evaluations, Long.MAX_VALUE);
    append(text, TICKS, ticks, Long.MAX_VALUE);
    append(text, DEPTH, depth, Integer.MAX_VALUE);
    if (clock != null) {
      String time = clock.isPerMove()
          ? "time=" + milliseconds(clock.remainingNanos()) + "ms"
          : "clock=" + clock.remainingNanos() / 1e9 + "+" + clock.incrementNanos() / 1e9;
      text.append(text.isEmpty() ? "" : ",").append(time);
    }
    return text.isEmpty() ? "unlimited" : text.toString();
  }

  /** Without an exponent, which a spec does not take. */
  private static String milliseconds(long nanos) {
    return BigDecimal.valueOf(nanos, NANO_DIGITS_OF_A_MILLISECOND).stripTrailingZeros().toPlainString();
  }

  private static void append(StringBuilder text, Option<Long> option, long limit, long none) {
    if (limit != none) {
      text.append(text.isEmpty() ? "" : ",").append(option.name()).append('=').append(limit);
    }
  }
}
