package mesa.uci;

import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import mesa.core.Moves;
import mesa.core.Perft;
import mesa.core.Position;

/**
 * {@code go perft}: tells how many sequences begin with each move, as soon as that is known. What comes next waits for the
 * whole count, so that a list of commands can be piped in; {@code stop} ends it.
 */
final class PerftJob implements Job {
  private final Position root;
  private final int depth;
  private final Output output;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean stopped;

  /**
   * Makes the job.
   *
   * @param root the job's own
   * @param depth moves in each sequence, at least 1
   * @param output takes the counts
   */
  PerftJob(Position root, int depth, Output output) {
    this.root = root;
    this.depth = depth;
    this.output = output;
  }

  @Override
  public void run() {
    try {
      count();
    } catch (UncheckedIOException e) {
      // Nobody listens any more.
    } finally {
      done.countDown();
    }
  }

  private void count() {
    long sum = 0;
    for (int move : Moves.of(root).toArray()) {
      String text = root.format(move);
      root.make(move);
      long count = Perft.count(root, depth - 1, () -> !stopped);
      root.unmake();
      if (stopped) {
        output.tell("stopped");
        return;
      }
      output.say(text + ": " + count);
      sum += count;
    }
    output.say("");
    output.say("Nodes searched: " + sum);
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public void makeWay() {}

  @Override
  public void ponderHit() {}

  @Override
  public boolean isDone() {
    return done.getCount() == 0;
  }

  @Override
  public void await() throws InterruptedException {
    done.await();
  }
}
