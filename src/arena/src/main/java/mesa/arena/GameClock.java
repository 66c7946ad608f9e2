package mesa.arena;

import mesa.core.Clock;

/** The clock of one player in one game. */
final class GameClock {
  private static final long LEAST_NANOS = 1_000_000;

  private final TimeControl control;
  private long leftNanos;
  private int movesToGo;

  GameClock(TimeControl control) {
    this.control = control;
    leftNanos = control.baseNanos() + control.incrementNanos();
    movesToGo = control.moves();
  }

  /**
   * {@return what a player is told of its clock; never less than a millisecond}
   *
   * @param opponent the other player's, or null if it has none
   */
  Clock shown(GameClock opponent) {
    return shown().against(opponent == null ? null : opponent.shown()).withMargin(control.marginNanos());
  }

  private Clock shown() {
    return new Clock(Math.max(LEAST_NANOS, leftNanos), control.incrementNanos(), movesToGo);
  }

  /** Takes the time of a move off. */
  void spend(long nanos) {
    leftNanos -= nanos;
  }

  /** {@return whether the flag fell, and by more than is forgiven; asked before any time is added} */
  boolean hasFallen() {
    return leftNanos < -control.marginNanos();
  }

  /** {@return what is left, below 0 once the flag has fallen} */
  long leftNanos() {
    return leftNanos;
  }

  /** {@return by how much the flag may fall at no cost} */
  long marginNanos() {
    return control.marginNanos();
  }

  /** {@return nanoseconds since the flag fell, 0 if it did not} */
  long lateNanos() {
    return Math.max(0, -leftNanos);
  }

  /** {@return milliseconds since the flag fell, rounded up} */
  long lateMillis() {
    return (lateNanos() + 999_999) / 1_000_000;
  }

  /** Adds what a move that came in time brings. */
  void moved() {
    leftNanos += control.incrementNanos();
    if (movesToGo > 0 && --movesToGo == 0) {
      movesToGo = control.moves();
      leftNanos += control.baseNanos();
    }
  }
}
