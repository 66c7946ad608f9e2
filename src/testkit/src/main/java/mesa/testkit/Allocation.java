package mesa.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

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
      long before = THREADS.getCurrentThreadAllocatedBytes();
      task.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
      if (least > 0 && i % RUNS_BETWEEN_PAUSES == 0) {
        letTheCompilerWork();
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

  private static void letTheCompilerWork() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
