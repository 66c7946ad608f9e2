package mesa.arena;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that no player in this process holds up a tournament: one that neither answers nor spends anything for too long, or is
 * far beyond its clock, is told to stop and interrupted; if that does not help either, it is left behind. One thread looks
 * at all others now and then, so that it costs a move next to nothing.
 *
 * <p>It counts its own looks in place of time, so that a process that was halted, or a machine that slept, is nobody's
 * fault; and each look is a beat of the {@link Heartbeat}, by which those tell it who have to go by time.
 */
final class Watchdog implements AutoCloseable {
  private static final long LONGEST_NANOS_BETWEEN_LOOKS = 250_000_000;
  private static final int LOOKS_IN_PATIENCE = 8;

  /** How long a player may take to answer once it is told to stop. */
  private static final long LONGEST_GRACE_NANOS = 1_000_000_000;

  private final long patienceNanos;
  private final long lookNanos;
  private final List<Watch> watches;
  private final Heartbeat heartbeat;
  private final Thread thread = new Thread(this::watch, "mesa-watchdog");

  /** A thread that asks players. */
  interface Post {
    /** {@return what it waits for at this moment, or null} */
    Call call();

    /** Interrupts it if it still waits for the answer to a call. */
    void interrupt(Call call);

    /**
     * Goes on without it if it still waits for the answer to a call.
     *
     * @param call that there will be no answer to
     * @param nanos how long it has been waiting, about
     */
    void leave(Call call, long nanos);
  }

  /** What has been seen of a post. */
  private static final class Watch {
    final Post post;
    Call call;
    long nanos;
    long silentNanos;
    long spent;

    Watch(Post post) {
      this.post = post;
    }
  }

  /**
   * Has posts to watch.
   *
   * @param posts that ask players
   * @param patienceNanos how long a player may be silent, at least 1
   * @param heartbeat beats with each look
   */
  Watchdog(List<? extends Post> posts, long patienceNanos, Heartbeat heartbeat) {
    this.patienceNanos = patienceNanos;
    this.heartbeat = heartbeat;
    lookNanos = Math.clamp(patienceNanos / LOOKS_IN_PATIENCE, 1, LONGEST_NANOS_BETWEEN_LOOKS);
    watches = posts.stream().map(Watch::new).toList();
    thread.setDaemon(true);
  }

  /** Begins to look now and then. */
  Watchdog start() {
    thread.start();
    return this;
  }

  /** {@return how long a player may take to answer once it is told to stop} */
  static long graceNanos(long patienceNanos) {
    return Math.min(LONGEST_GRACE_NANOS, patienceNanos);
  }

  private void watch() {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(lookNanos);
        look();
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  /** Looks at all posts, as it does {@value #LOOKS_IN_PATIENCE} times or more before it loses patience. */
  void look() {
    heartbeat.beat();
    watches.forEach(this::look);
  }

  private void look(Watch watch) {
    Call call = watch.post.call();
    if (call != watch.call) {
      watch.call = call;
      watch.nanos = 0;
      watch.silentNanos = 0;
      watch.spent = call == null ? 0 : call.spent();
      return;
    }
    if (call == null || call.mostNanos() == Call.UNWATCHED) {
      return;
    }
    watch.nanos += lookNanos;
    watch.silentNanos += lookNanos;
    if (call.isLate()) {
      if (watch.silentNanos >= graceNanos(patienceNanos)) {
        watch.post.leave(call, watch.nanos);
      }
      return;
    }
    long spent = call.spent();
    if (spent != watch.spent) {
      watch.spent = spent;
      watch.silentNanos = 0;
    }
    if (call.mostNanos() == Call.WHILE_BUSY ? watch.silentNanos >= patienceNanos : watch.nanos >= call.mostNanos()) {
      watch.silentNanos = 0;
      call.beLate();
      call.stop();
      watch.post.interrupt(call);
    }
  }

  /** Ends it. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
