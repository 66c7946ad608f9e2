package mesa.search;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Who may touch what several lanes of a search have in common, and when. Each lane has a clock that counts its playouts;
 * the turn is that of the lane whose clock is least, the first of equals, once its task is played. So the order of turns
 * follows from how long tasks are in playouts, not from how fast threads are, and equal seeds give equal trees.
 *
 * <p>A lane is as a rule played by the thread of its number; where that one does not come, another takes its turn.
 * Whoever has the turn sees all that was written in the turns before, for a lane's clock moves on only after its turn.
 */
final class Turns {
  static final int NONE = -1;

  /** The clock of a lane that takes no more turns. */
  private static final long CLOSED = Long.MAX_VALUE;

  /** Numbers of different lanes lie so many bytes apart that no two share a line of a cache, nor its neighbour. */
  private static final int APART = 128;
  private static final int LONGS = APART / Long.BYTES;
  private static final int INTS = APART / Integer.BYTES;

  /** Looks before a thread takes the turn of another that does not come: some microseconds. */
  private static final int PATIENCE = 200;

  private final int lanes;
  private final AtomicLongArray clocks;
  private final AtomicIntegerArray taken;
  private volatile boolean broken;

  /** Prepares for a number of lanes. */
  Turns(int lanes) {
    this.lanes = lanes;
    clocks = new AtomicLongArray((lanes + 1) * LONGS);
    taken = new AtomicIntegerArray((lanes + 1) * INTS);
  }

  /** Opens all lanes, their clocks at 0. One thread alone. */
  void start() {
    broken = false;
    for (int lane = 0; lane < lanes; lane++) {
      clocks.setRelease(lane * LONGS, 0);
      leave(lane);
    }
  }

  /** Ends all waiting: a thread has failed, and its lane will never come to its turn. */
  void breakOff() {
    broken = true;
  }

  /**
   * Waits for a turn and takes its lane, which others leave alone until it is {@linkplain #leave left}.
   *
   * @param own the lane that this thread plays as a rule
   * @return the lane, or {@link #NONE} if there are no more turns
   */
  int next(int own) {
    for (int looks = 0; !broken; looks++) {
      int lane = first();
      if (clock(lane) == CLOSED) {
        return NONE;
      }
      if ((lane == own || looks > PATIENCE) && take(lane)) {
        return lane;
      }
      Waiting.pause(looks);
    }
    return NONE;
  }

  /** Takes a lane if it is free and its turn; that can't change once it is taken, for other clocks only move on. */
  private boolean take(int lane) {
    if (taken.getAcquire(lane * INTS) != 0 || !taken.compareAndSet(lane * INTS, 0, 1)) {
      return false;
    }
    if (first() == lane && clock(lane) != CLOSED) {
      return true;
    }
    leave(lane);
    return false;
  }

  private int first() {
    int first = 0;
    long least = clock(0);
    for (int lane = 1; lane < lanes; lane++) {
      long clock = clock(lane);
      if (clock < least) {
        least = clock;
        first = lane;
      }
    }
    return first;
  }

  private long clock(int lane) {
    return clocks.getAcquire(lane * LONGS);
  }

  /** Moves the clock of a lane on, by whoever has taken it. */
  void tick(int lane, int playouts) {
    clocks.setRelease(lane * LONGS, clocks.getPlain(lane * LONGS) + playouts);
  }

  /** Gives a lane free, which then waits for its next turn. */
  void leave(int lane) {
    taken.setRelease(lane * INTS, 0);
  }

  /** Ends a lane. */
  void close(int lane) {
    clocks.setRelease(lane * LONGS, CLOSED);
    leave(lane);
  }
}
