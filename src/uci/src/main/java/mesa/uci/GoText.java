package mesa.uci;

import java.util.function.ToLongFunction;
import mesa.core.Budget;
import mesa.core.Clock;

/** Writes {@code go} commands. */
final class GoText {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private GoText() {}

  /**
   * Writes what a move may cost.
   *
   * @param budget limits of kinds that the protocol knows; others are left out
   * @param side to move, 0 or 1
   * @return {@code go ...}
   */
  static String of(Budget budget, int side) {
    return "go" + limits(budget, side);
  }

  /**
   * Writes what the next move may cost, to be thought about from now on.
   *
   * @param clock as it will stand
   * @param side whose, 0 or 1
   * @return {@code go ponder ...}
   */
  static String ponder(Clock clock, int side) {
    return "go ponder" + limits(Budget.UNLIMITED.withClock(clock), side);
  }

  private static String limits(Budget budget, int side) {
    StringBuilder text = new StringBuilder();
    if (budget.nodes() != Long.MAX_VALUE) {
      text.append(" nodes ").append(budget.nodes());
    }
    if (budget.depth() != Integer.MAX_VALUE) {
      text.append(" depth ").append(budget.depth());
    }
    Clock clock = budget.clock();
    if (clock == null) {
      return text.toString();
    }
    if (clock.isPerMove()) {
      return text.append(" movetime ").append(millis(clock)).toString();
    }
    Clock[] clocks = side == 0 ? new Clock[] {clock, clock.opponent()} : new Clock[] {clock.opponent(), clock};
    append(text, "time", clocks, GoText::millis);
    append(text, "inc", clocks, each -> each.incrementNanos() / NANOS_PER_MILLI);
    if (clock.movesToGo() > 0) {
      text.append(" movestogo ").append(clock.movesToGo());
    }
    return text.toString();
  }

  private static long millis(Clock clock) {
    return Math.max(1, clock.remainingNanos() / NANOS_PER_MILLI);
  }

  private static void append(StringBuilder text, String what, Clock[] clocks, ToLongFunction<Clock> millis) {
    for (int side = 0; side < clocks.length; side++) {
      if (clocks[side] != null) {
        text.append(side == 0 ? " w" : " b").append(what).append(' ').append(millis.applyAsLong(clocks[side]));
      }
    }
  }
}
