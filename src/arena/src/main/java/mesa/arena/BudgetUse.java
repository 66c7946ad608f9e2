package mesa.arena;

import mesa.core.Budget;
import mesa.core.Meter;

/**
 * How one seat kept to its budget in a game, or a player in all its games.
 *
 * @param nodes moves that spent more nodes than they might; those that an engine reports may exceed the limit by a
 *     hundredth and {@value #REPORT_STEP}, for engines look at their count now and then only
 * @param evaluations the same of evaluations
 * @param ticks the same of ticks
 * @param nanos moves that took longer than their {@code time=}, by the clock
 * @param depth moves of which the player says that it searched deeper than its {@code depth=}, in plies
 * @param forced moves with nothing to choose
 * @param idle other moves that spent less than half of what they might, of whatever they spent the largest share of
 * @param awayNanos processor time between the player's own moves, where it is measured
 */
record BudgetUse(Excess nodes, Excess evaluations, Excess ticks, Excess nanos, Excess depth, int forced, int idle,
    long awayNanos) {
  static final BudgetUse NONE =
      new BudgetUse(Excess.NONE, Excess.NONE, Excess.NONE, Excess.NONE, Excess.NONE, 0, 0, 0);

  /** So many nodes pass between two looks of an engine at its count. */
  static final int REPORT_STEP = 1024;

  private static final double REPORT_SHARE = 0.01;

  /** So much later than its {@code time=} a move may come even where budgets are enforced: the machine may be to blame. */
  static final long TIME_MARGIN_NANOS = 50_000_000;

  /**
   * What was spent beyond a limit.
   *
   * @param moves that went beyond it
   * @param worst the most that one of them did
   * @param total all of them together
   */
  record Excess(int moves, long worst, long total) {
    static final Excess NONE = new Excess(0, 0, 0);

    /** {@return what a move spent beyond a limit and a tolerance} */
    static Excess of(long spent, long limit, long tolerance) {
      return limit == Long.MAX_VALUE || spent - limit <= tolerance ? NONE : new Excess(1, spent - limit, spent - limit);
    }

    Excess plus(Excess other) {
      return other == NONE ? this
          : this == NONE ? other
          : new Excess(moves + other.moves, Math.max(worst, other.worst), total + other.total);
    }
  }

  /**
   * Looks at a move.
   *
   * @param meter what it spent, and what it might
   * @param elapsedNanos how long it took
   * @param isForced whether there was nothing to choose
   * @return how it kept to its budget; {@link #NONE} if there is nothing to say
   */
  static BudgetUse of(Meter meter, long elapsedNanos, boolean isForced) {
    Budget budget = meter.budget();
    long time = budget.clock() == null || !budget.clock().isPerMove()
        ? Long.MAX_VALUE : budget.clock().remainingNanos();
    long tolerance = meter.reportedNodes() == 0 ? 0 : REPORT_STEP + (long) (REPORT_SHARE * budget.nodes());
    Excess nodes = Excess.of(meter.nodes(), budget.nodes(), tolerance);
    Excess evaluations = Excess.of(meter.evaluations(), budget.evaluations(), 0);
    Excess ticks = Excess.of(meter.ticks(), budget.ticks(), 0);
    Excess nanos = Excess.of(elapsedNanos, time, 0);
    Excess depth = budget.depth() == Integer.MAX_VALUE ? Excess.NONE : Excess.of(meter.claim().depth(), budget.depth(), 0);
    boolean isIdle = !isForced && isBelowHalf(meter, elapsedNanos, time);
    if (!isForced && !isIdle && nodes == Excess.NONE && evaluations == Excess.NONE && ticks == Excess.NONE
        && nanos == Excess.NONE && depth == Excess.NONE) {
      return NONE;
    }
    return new BudgetUse(nodes, evaluations, ticks, nanos, depth, isForced ? 1 : 0, isIdle ? 1 : 0, 0);
  }

  /** {@return whether something is limited, depth is not, and less than half of each limit was spent} */
  private static boolean isBelowHalf(Meter meter, long elapsedNanos, long time) {
    Budget budget = meter.budget();
    boolean isLimited = budget.nodes() != Long.MAX_VALUE || budget.evaluations() != Long.MAX_VALUE
        || budget.ticks() != Long.MAX_VALUE || time != Long.MAX_VALUE;
    return isLimited && budget.depth() == Integer.MAX_VALUE && meter.nodes() < budget.nodes() / 2.0
        && meter.evaluations() < budget.evaluations() / 2.0 && meter.ticks() < budget.ticks() / 2.0
        && elapsedNanos < time / 2.0;
  }

  /** {@return what a move broke its budget by if that is to cost the game, or null if it kept to it} */
  String breach() {
    return nodes.moves() > 0 ? nodes.worst() + " nodes too many"
        : evaluations.moves() > 0 ? evaluations.worst() + " evaluations too many"
        : ticks.moves() > 0 ? ticks.worst() + " ticks too many"
        : nanos.worst() > TIME_MARGIN_NANOS ? nanos.worst() / 1_000_000 + " ms too long"
        : null;
  }

  /** {@return whether the move or moves went beyond any limit} */
  boolean isOver() {
    return nodes.moves() + evaluations.moves() + ticks.moves() + nanos.moves() + depth.moves() > 0;
  }

  BudgetUse away(long moreNanos) {
    return moreNanos == 0 ? this : new BudgetUse(nodes, evaluations, ticks, nanos, depth, forced, idle, awayNanos + moreNanos);
  }

  BudgetUse plus(BudgetUse other) {
    return other == NONE ? this : this == NONE ? other : new BudgetUse(
        nodes.plus(other.nodes),
        evaluations.plus(other.evaluations),
        ticks.plus(other.ticks),
        nanos.plus(other.nanos),
        depth.plus(other.depth),
        forced + other.forced,
        idle + other.idle,
        awayNanos + other.awayNanos);
  }
}
