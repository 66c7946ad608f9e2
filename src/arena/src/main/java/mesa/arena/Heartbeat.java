package mesa.arena;

import java.util.function.LongSupplier;

/**
 * Tells whether this process ran all the time. A thread beats a few times a second; where beats are much farther apart,
 * the process was halted, the machine slept, or there was no processor for it, and what clocks say of that time is nobody's
 * fault. Threads may share it.
 */
final class Heartbeat {
  /** Beats so far apart are late, and not only by chance. */
  static final long LATE_NANOS = 1_000_000_000;

  private final LongSupplier nanoClock;
  private long lastBeat;
  private long halted;

  /** Begins with a beat. */
  Heartbeat(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    lastBeat = nanoClock.getAsLong();
  }

  /** Beats. */
  synchronized void beat() {
    long now = nanoClock.getAsLong();
    halted += gap(now);
    lastBeat = now;
  }

  /** {@return nanoseconds between beats that were late, the present one included if it is; never running backwards} */
  synchronized long haltedNanos() {
    return halted + gap(nanoClock.getAsLong());
  }

  private long gap(long now) {
    return now - lastBeat > LATE_NANOS ? now - lastBeat : 0;
  }
}
