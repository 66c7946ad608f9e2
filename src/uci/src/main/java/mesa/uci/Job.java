package mesa.uci;

/** What a server has been asked for and does on a thread of its own. */
interface Job extends Runnable {
  /** Has it end at once, with the best it has. */
  void stop();

  /** Says that something else is to begin. */
  void makeWay();

  /** Says that the move which was pondered on has been played. */
  void ponderHit();

  /** {@return whether it has answered; who has read the answer is never told that it has not} */
  boolean isDone() throws InterruptedException;

  /** Waits until it has answered. */
  void await() throws InterruptedException;
}
