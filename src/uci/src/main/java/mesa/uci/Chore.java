package mesa.uci;

import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** A job that is no search for a move: it runs to its end or until it is stopped, and nothing else makes a difference to it. */
abstract class Chore implements Job {
  private final Output output;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean stopped;

  /** Makes the job; {@code output} takes what comes of it. */
  Chore(Output output) {
    this.output = output;
  }

  /** Does it all, or breaks off once {@link #isStopped}. */
  abstract void work();

  final Output output() {
    return output;
  }

  final boolean isStopped() {
    return stopped;
  }

  @Override
  public final void run() {
    try {
      work();
      if (stopped) {
        output.tell("stopped");
      }
    } catch (UncheckedIOException e) {
      // Nobody listens any more.
    } finally {
      done.countDown();
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public final void makeWay() {}

  @Override
  public final void ponderHit() {}

  @Override
  public final boolean isDone() {
    return done.getCount() == 0;
  }

  @Override
  public final void await() throws InterruptedException {
    done.await();
  }
}
