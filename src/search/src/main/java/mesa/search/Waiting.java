package mesa.search;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One thread's wait for others that as a rule are done in some microseconds: awake at first, then asleep. */
final class Waiting {
  /** Some 60 microseconds, about what going to sleep and being woken costs. */
  private static final int LOOKS_BEFORE_SLEEP = 4000;

  /** Some 250: who is woken may well be put where the one runs who woke it, and stay there for milliseconds. */
  private static final int LOOKS_IN_SEARCH = 16_000;

  private static final long NANOS_ASLEEP = 50_000;

  private volatile Thread sleeper;

  /**
   * Lets a moment pass, between two looks at what others will do soon without waking anybody.
   *
   * @param looks how many there have been
   */
  static void pause(int looks) {
    if (looks < LOOKS_BEFORE_SLEEP) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(NANOS_ASLEEP);
    }
  }

  /**
   * Waits; whoever may make the condition true must {@link #wake} afterwards.
   *
   * @param condition asked no more once it has been true
   * @param soon whether that may be expected; it sleeps at once if not
   */
  void until(BooleanSupplier condition, BooleanSupplier soon) {
    while (true) {
      for (int look = 0; look < LOOKS_IN_SEARCH && soon.getAsBoolean(); look++) {
        if (condition.getAsBoolean()) {
          return;
        }
        Thread.onSpinWait();
      }
      sleeper = Thread.currentThread();
      if (condition.getAsBoolean()) {
        sleeper = null;
        return;
      }
      LockSupport.park(this);
      sleeper = null;
    }
  }

  /** Has the condition looked at again, and again for a while. */
  void wake() {
    Thread asleep = sleeper;
    if (asleep != null) {
      LockSupport.unpark(asleep);
    }
  }
}
