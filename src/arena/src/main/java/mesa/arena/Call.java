package mesa.arena;

import mesa.core.Meter;

/**
 * What a thread of a tournament is waiting for: an answer of a player. The {@link Watchdog} looks at it; whoever takes it
 * out of its place first, the thread that has its answer or the watchdog that has lost patience, owns the game from then on.
 */
final class Call {
  /** A call that nobody watches: whoever is called sees to its end itself. */
  static final long UNWATCHED = Long.MAX_VALUE;

  /** An answer may take as long as the player goes on spending its budget. */
  static final long WHILE_BUSY = Long.MAX_VALUE - 1;

  private final int seat;
  private final Meter meter;
  private final long mostNanos;
  private volatile boolean late;

  /**
   * Notes a call.
   *
   * @param seat who is asked, 0 or 1
   * @param meter of its move, or null if it is not asked for one
   * @param mostNanos after which there will be no answer, {@link #WHILE_BUSY} or {@link #UNWATCHED}
   */
  Call(int seat, Meter meter, long mostNanos) {
    this.seat = seat;
    this.meter = meter;
    this.mostNanos = mostNanos;
  }

  int seat() {
    return seat;
  }

  Meter meter() {
    return meter;
  }

  /** {@return after how many nanoseconds there will be no answer, or one of the constants} */
  long mostNanos() {
    return mostNanos;
  }

  /** {@return what has been spent on the move so far; read without waiting for the thread that counts} */
  long spent() {
    return meter == null ? 0 : meter.nodes() + meter.evaluations() + meter.ticks();
  }

  /** Asks for the answer at once. */
  void stop() {
    if (meter != null) {
      meter.stop();
    }
  }

  /** Notes that the watchdog no longer waits for an answer of the player's own accord. */
  void beLate() {
    late = true;
  }

  /** {@return whether the watchdog had to ask for the answer} */
  boolean isLate() {
    return late;
  }
}
