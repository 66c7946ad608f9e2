package mesa.arena;

/**
 * How much of a processor the calling thread gets on a machine that has other things to do as well. Looked at once in a
 * millisecond at most, so that even games of microseconds can be charged by it.
 */
final class ProcessorShare {
  private static final long WINDOW_NANOS = 1_000_000;

  private boolean started;
  private long nanosAtStart;
  private long cpuAtStart;
  private double share = 1;

  /** Begins to look, unless that has begun. */
  void start(long nanos) {
    if (!started) {
      started = true;
      nanosAtStart = nanos;
      cpuAtStart = ThreadUsage.cpuNanos();
    }
  }

  /**
   * Looks again.
   *
   * @param nanos what the clock says
   * @return the share of late, in [0, 1]; at first 1
   */
  double at(long nanos) {
    if (nanos - nanosAtStart >= WINDOW_NANOS) {
      long cpu = ThreadUsage.cpuNanos();
      share = Math.clamp((double) (cpu - cpuAtStart) / (nanos - nanosAtStart), 0.0, 1.0);
      nanosAtStart = nanos;
      cpuAtStart = cpu;
    }
    return share;
  }

  /** {@return the share when it was last looked at; for any thread that has come by the game} */
  double last() {
    return share;
  }
}
