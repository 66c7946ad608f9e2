package mesa.arena;

import java.util.concurrent.atomic.AtomicReference;

/**
 * What one thread waits for, and with it whose the game is: whoever takes the call away first, the thread that has its
 * answer or the watchdog that has lost patience, goes on with the game. Other threads stop it.
 */
final class Waiting {
  private final AtomicReference<Call> call = new AtomicReference<>();
  private volatile boolean stopped;

  /** Thrown where a thread comes back from a player that was no longer waited for: the game is another's by now. */
  static final class Left extends RuntimeException {
    private static final long serialVersionUID = 1;

    Left() {
      super("too late", null, false, false);
    }
  }

  /** Breaks the game off, as soon as the player on the move answers. */
  void stop() {
    stopped = true;
    Call running = call.get();
    if (running != null) {
      running.stop();
    }
  }

  /** {@return whether the game is to be broken off} */
  boolean isStopped() {
    return stopped;
  }

  /** {@return what is being waited for, or null} */
  Call call() {
    return call.get();
  }

  /**
   * Begins to wait.
   *
   * @param newCall what for
   * @return false, with nothing waited for, if the game is to be broken off
   */
  boolean begin(Call newCall) {
    call.set(newCall);
    if (stopped) { // Looked at after the call is in place, so that a stop meets either this or the meter.
      call.set(null);
      return false;
    }
    return true;
  }

  /**
   * Takes an answer.
   *
   * @param answered what was waited for
   * @throws Left if somebody else has taken the call away: then the game is no longer this thread's
   */
  void end(Call answered) {
    if (!take(answered)) {
      throw new Left();
    }
    if (answered.isLate()) {
      synchronized (answered) { // Whoever interrupts does so within, and before looking whether the call is still there.
        Thread.interrupted();
      }
    }
  }

  /** {@return whether a call is still waited for; if so, it no longer is, and the game is the caller's} */
  boolean take(Call unanswered) {
    return call.compareAndSet(unanswered, null);
  }

  /** Interrupts a thread if it still waits for the answer to a call. */
  void interrupt(Thread waiting, Call unanswered) {
    synchronized (unanswered) {
      if (call.get() == unanswered) {
        waiting.interrupt();
      }
    }
  }
}
