package mesa.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work end in order when the user interrupts the program: asks it to stop and keeps the process alive until
 * {@link #close}, though not for ever. The process then exits with 130, whatever the main thread says.
 */
final class OnInterrupt implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean interrupted;

  /**
   * Begins to listen.
   *
   * @param stop asks the work to end soon; called at most once, on another thread
   */
  OnInterrupt(Runnable stop) {
    hook = Thread.ofPlatform().unstarted(() -> {
      interrupted = true;
      stop.run();
      try {
        closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** {@return whether the user has interrupted the program} */
  boolean interrupted() {
    return interrupted;
  }

  @Override
  public void close() {
    closed.countDown();
    if (!interrupted) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The interrupt came just now: there is nothing left to stop.
      }
    }
  }
}
