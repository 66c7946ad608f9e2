package mesa.search;

import mesa.core.Clock;
import mesa.core.Meter;

/**
 * When a tree search does well to answer before its budget ends. On a game clock that is sooner the larger the share of
 * visits that the best move has, and at once when no other can come to lead in the time left (the formula and its
 * constants are those of princesslana/princhess, src/time_management.rs). Under a budget that is counted, or for one
 * move alone, it spends everything, unless asked to stop where the rest can change nothing, as far as visits say.
 */
final class Pace {
  private static final double SURE_SHARE = 1.40;
  private static final double SHARE_WEIGHT = 1.39;

  private final boolean early;

  /**
   * Makes the rule.
   *
   * @param early whether it also ends a search by nodes, evaluations or a time for the move as soon as no other move can
   *     come to lead, or not at the rate so far
   */
  Pace(boolean early) {
    this.early = early;
  }

  /**
   * Decides; reads the clock, if there is one.
   *
   * @param visits of the root, those of earlier searches included
   * @param best visits of the move that would be played
   * @param second visits of the one that would be played instead
   * @return whether to stop
   */
  boolean isEnough(Meter meter, int visits, int best, int second) {
    if (!isByClock(meter)) {
      return early && best - second > playoutsLeft(meter);
    }
    Clock clock = meter.budget().clock();
    double factor = (SURE_SHARE - (double) best / visits) * SHARE_WEIGHT; // From 0.56 to 1.95.
    double limit = Math.min(clock.softNanos() * factor, clock.hardNanos());
    double elapsed = meter.elapsedNanos();
    boolean rateIsKnown = meter.nodes() > 0; // The lead may be that of an earlier search.
    return elapsed >= limit || rateIsKnown && best - second > (limit - elapsed) / elapsed * meter.nodes();
  }

  /** {@return whether a search may end before its budget does; else it need not be looked at who leads} */
  boolean mayEnd(Meter meter) {
    return early || isByClock(meter);
  }

  /** {@return whether a search ends when the clock of a game says so; otherwise that follows from its nodes alone} */
  static boolean isByClock(Meter meter) {
    Clock clock = meter.budget().clock();
    return clock != null && !clock.isPerMove();
  }

  /**
   * Foretells {@link #isEnough}, where that is not by the clock: each playout for the best move leaves one less, and has
   * it lead by one more.
   *
   * @param best visits of the move that would be played
   * @param second visits of the one that would be played instead
   * @return playouts before which it can't be enough; at least 1
   */
  long playoutsBeforeEnough(Meter meter, int best, int second) {
    return early ? (long) Math.max(1, 1 + (playoutsLeft(meter) - (best - second)) / 2) : Long.MAX_VALUE;
  }

  /** {@return how many more playouts the budget is good for, at so many evaluations and so much time for each as until now} */
  private static double playoutsLeft(Meter meter) {
    double left = meter.budget().nodes() - meter.nodes();
    if (meter.nodes() == 0) {
      return left; // No rate is known: the lead is that of an earlier search.
    }
    if (meter.budget().evaluations() < Long.MAX_VALUE) {
      double each = (double) meter.evaluations() / meter.nodes();
      left = Math.min(left, (meter.budget().evaluations() - meter.evaluations()) / Math.min(1, each));
    }
    if (meter.budget().clock() != null) {
      double elapsed = Math.max(1, meter.elapsedNanos());
      left = Math.min(left, (meter.budget().clock().hardNanos() - elapsed) / elapsed * meter.nodes());
    }
    return left;
  }
}
