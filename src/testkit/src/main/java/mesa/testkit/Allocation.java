package mesa.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongConsumer;

/**
 * Measures what a piece of code allocates once it is warm: the bytes that the JVM charges to the current thread, which
 * unlike a clock are the same on a busy machine. Allocations that the compiler removes are not seen, nor are those of
 * other threads.
 */
public final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final int WARM_UP_RUNS = 20;

  /** Enough for vector code, which allocates until the JIT has compiled it fully; only a task that fails needs them all. */
  private static final int MEASURED_RUNS = 2_000;

  private static final int MEASURED_PAIRS = 500;

  /** For each unit of work: the least object takes 16 bytes, but of the answer the compiler may spare one run a part. */
  private static final double BYTES_OF_CHANCE = 0.5;

  private static final int RUNS_BETWEEN_PAUSES = 50;
  private static final long PAUSE_MILLIS = 5;

  private Allocation() {}

  /**
   * Measures a task. It is run up to {@value #MEASURED_RUNS} times, so it has to be repeatable.
   *
   * @param task what to measure, on this thread
   * @return bytes of the thriftiest run after the warm-up: a table that grows once, or a compiler that steps in, does
   *     not count
   */
  public static long bytes(Runnable task) {
    for (int i = 0; i < WARM_UP_RUNS; i++) {
      task.run();
    }
    long least = Long.MAX_VALUE;
    for (int i = 0; i < MEASURED_RUNS && least > 0; i++) {
      least = Math.min(least, bytesOf(task));
      if (least > 0 && i % RUNS_BETWEEN_PAUSES == 0) {
        letTheCompilerWork(0);
      }
    }
    return least;
  }

  /**
   * Fails unless a warm task allocates nothing.
   *
   * @param what names the task in the failure
   * @param task what to measure, on this thread; run repeatedly
   */
  public static void assertNone(String what, Runnable task) {
    long bytes = bytes(task);
    if (bytes != 0) {
      throw new AssertionError(what + " allocates " + bytes + " bytes when warm; it should allocate nothing");
    }
  }

  /**
   * Fails unless a task allocates no more when it works longer, as a search does that allocates its answer but nothing
   * for a node.
   *
   * @param what names the task in the failure
   * @param unit names what it is told the number of, in the failure: {@code playout}
   * @param task does so many units of work, on this thread; run repeatedly
   * @param few units, at least 1
   * @param many units, more than {@code few}
   */
  public static void assertNoneEach(String what, String unit, LongConsumer task, long few, long many) {
    task.accept(many);
    task.accept(few);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MEASURED_PAIRS; i++) {
      least = Math.min(least, (double) (bytesOf(() -> task.accept(many)) - bytesOf(() -> task.accept(few))) / (many - few));
      if (least < BYTES_OF_CHANCE) {
        return;
      }
      letTheCompilerWork(i);
    }
    throw new AssertionError(
        "%s allocates %.2f bytes for each %s when warm; it should allocate nothing".formatted(what, least, unit));
  }

  private static long bytesOf(Runnable task) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    task.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /** Waits, ever longer: on a busy machine the compiler comes late. */
  private static void letTheCompilerWork(int runs) {
    try {
      Thread.sleep(PAUSE_MILLIS + runs / 10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
