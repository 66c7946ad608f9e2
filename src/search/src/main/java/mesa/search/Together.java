package mesa.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import mesa.core.Meter;
import mesa.core.Position;

/**
 * Plays the rounds of a {@link Crown} on the caller's thread and on others. Who comes late to a round finds the less to
 * do, and the caller waits for nobody but those in the middle of a task.
 */
final class Together implements AutoCloseable {
  private static final int CLOSED = -1;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Crown crown;
  private final List<Playout> playouts;
  /** By thread, that of the caller first. */
  private final Position[] positions;
  private final Meter[] meters;
  private final Waiting[] waiting;
  /** How many of the other threads are at work in the round, or CLOSED between rounds. */
  private final AtomicInteger present = new AtomicInteger(CLOSED);
  /** The round's number; guarded by {@link #present}. */
  private int round;
  private boolean started;
  private final Thread[] others;
  private volatile boolean stopped;
  private volatile boolean ended;
  private volatile Throwable failure;

  /**
   * Prepares; threads start with the first search.
   *
   * @param playouts one for each thread, that of the caller first
   */
  Together(Crown crown, List<Playout> playouts) {
    this.crown = crown;
    this.playouts = playouts;
    positions = new Position[playouts.size()];
    meters = new Meter[playouts.size()];
    waiting = new Waiting[playouts.size()];
    others = new Thread[playouts.size() - 1];
    Arrays.setAll(waiting, thread -> new Waiting());
  }

  /**
   * Starts a search.
   *
   * @param position of the root
   * @param meter of the search
   */
  void startSearch(Position position, Meter meter) {
    failure = null;
    for (int thread = 0; thread < positions.length; thread++) {
      positions[thread] = thread == 0 ? position : position.copy();
      meters[thread] = meter.fork();
    }
    if (!started) {
      started = true;
      for (int i = 1; i < waiting.length; i++) {
        int thread = i;
        others[i - 1] = Thread.ofPlatform().daemon().name("mcts-" + thread).start(() -> playRounds(thread));
      }
    }
    wakeOthers();
  }

  private void wakeOthers() {
    for (int thread = 1; thread < waiting.length; thread++) {
      waiting[thread].wake();
    }
  }

  /**
   * Plays what the crown has dealt.
   *
   * @param meter of the search
   * @param look asked by the calling thread now and then: whether to stop
   */
  void play(Meter meter, BooleanSupplier look) {
    stopped = false;
    round++;
    present.set(0);
    wakeOthers();
    int[] number = {0};
    play(0, () -> !stopped && (++number[0] % Mcts.PLAYOUTS_PER_LOOK != 0 || !look.getAsBoolean()));
    waiting[0].until(() -> present.compareAndSet(0, CLOSED));
    for (Meter fork : meters) {
      meter.join(fork);
    }
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }

  private void play(int thread, BooleanSupplier goesOn) {
    try {
      crown.play(thread, playouts.get(thread), positions[thread], meters[thread], goesOn);
    } catch (Throwable e) { // Rethrown once all threads have left the round.
      failure = e;
      stopped = true;
    }
  }

  private void playRounds(int thread) {
    int[] last = {0};
    while (true) {
      waiting[thread].until(() -> ended || enter(last));
      if (ended) {
        return;
      }
      play(thread, () -> !stopped);
      present.decrementAndGet();
      waiting[0].wake();
    }
  }

  /** Joins the round, unless there is none or this thread has played in it. */
  private boolean enter(int[] last) {
    int others = present.get();
    if (others == CLOSED || round == last[0] || !present.compareAndSet(others, others + 1)) {
      return false;
    }
    last[0] = round;
    return true;
  }

  /** {@return nanoseconds of processor time of the threads other than the caller's, their waiting included} */
  long cpuNanosOfOthers() {
    long sum = 0;
    for (Thread thread : others) {
      sum += thread == null ? 0 : Math.max(0, THREADS.getThreadCpuTime(thread.threadId()));
    }
    return sum;
  }

  @Override
  public void close() {
    ended = true;
    wakeOthers();
  }
}
