package mesa.uci;

import java.util.concurrent.TimeUnit;

/**
 * How long an engine is waited for. Each wait counts from the command that was sent; nothing that the engine says
 * makes it longer.
 *
 * @param startNanos until {@code uciok}
 * @param answerNanos until it is ready for a game, and until it answers where no clock runs
 */
record Patience(long startNanos, long answerNanos) {
  private static final long LONGEST_PING = TimeUnit.SECONDS.toNanos(10);
  private static final long LONGEST_WORD = TimeUnit.SECONDS.toNanos(1);

  /** {@return until {@code readyok} during a game} */
  long pingNanos() {
    return Math.min(LONGEST_PING, answerNanos);
  }

  /** {@return what an engine may overstay its clock before it is told to stop} */
  long graceNanos() {
    return Math.min(LONGEST_WORD, answerNanos);
  }

  /** {@return from {@code stop} to an answer} */
  long stopNanos() {
    return Math.min(LONGEST_WORD, answerNanos);
  }

  /** {@return from {@code quit} to being killed} */
  long quitNanos() {
    return Math.min(LONGEST_WORD, answerNanos);
  }
}
