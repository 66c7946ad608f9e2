package mesa.search;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Who may touch what several lanes of a search have in common, and when: the lanes have their turns one by one, round and
 * round, each once its task is played. So what is dealt to whom follows from how tasks went, not from how fast threads are,
 * and equal seeds give equal trees.
 *
 * <p>There are more lanes than threads, so that nobody has to wait for a turn: a thread that has played a task takes
 * another that is dealt already, and the turns that are due are taken by whoever comes by. It sees all that was written in
 * turns and tasks before.
 */
final class Turns {
  static final int NONE = -1;

  /** What a lane waits for: its turn, without a task or with one that is played; a thread that plays its task; its end. */
  private static final int TURN = 0;
  private static final int THREAD = 1;
  private static final int PLAY = 2;
  private static final int NOTHING = 3;

  /** Numbers of different lanes lie so many bytes apart that no two share a line of a cache, nor its neighbour. */
  private static final int APART = 128 / Integer.BYTES;

  private final int lanes;
  /** By lane, what it waits for; behind the lanes the number of the next turn and whether somebody has it. */
  private final AtomicIntegerArray numbers;
  private final int next;
  private final int taken;
  private volatile boolean broken;

  /** Prepares for a number of lanes. */
  Turns(int lanes) {
    this.lanes = lanes;
    next = lanes * APART;
    taken = (lanes + 1) * APART;
    numbers = new AtomicIntegerArray((lanes + 2) * APART);
  }

  /** Opens all lanes, none with a task, the first to have its turn first. One thread alone. */
  void start() {
    broken = false;
    for (int lane = 0; lane < lanes; lane++) {
      numbers.setRelease(lane * APART, TURN);
    }
    numbers.setRelease(next, 0);
    numbers.set(taken, 0);
  }

  /** Ends all turns and tasks: a thread has failed. */
  void breakOff() {
    broken = true;
  }

  /** {@return whether there will be no more turns, nor tasks} */
  boolean areOver() {
    return broken || numbers.getAcquire(next) == NONE;
  }

  /**
   * Takes the next turn, if it is due and nobody has it.
   *
   * @return whose turn it is, or {@link #NONE}; then whoever ends a turn or a task that it waits for will ask again
   */
  int takeTurn() {
    while (isDue() && numbers.compareAndSet(taken, 0, 1)) {
      if (isDue()) {
        return numbers.getPlain(next);
      }
      numbers.set(taken, 0); // Somebody has taken it meanwhile; that another is due now has to be seen by one of the two.
    }
    return NONE;
  }

  private boolean isDue() {
    int lane = numbers.get(next);
    return lane != NONE && !broken && numbers.get(lane * APART) == TURN;
  }

  /** Ends a turn in which the lane was dealt a task. */
  void endTurnWithTask(int lane) {
    endTurn(lane, THREAD);
  }

  /** Ends a turn in which the lane was dealt nothing; it has another after all others. */
  void endTurnWithout(int lane) {
    endTurn(lane, TURN);
  }

  /** Ends the last turn of a lane. */
  void close(int lane) {
    endTurn(lane, NOTHING);
  }

  private void endTurn(int lane, int waitsFor) {
    numbers.setRelease(lane * APART, waitsFor);
    numbers.setRelease(next, openAfter(lane));
    numbers.set(taken, 0);
  }

  /** {@return the lane that has its turn after another, which may be the same, or NONE if all are closed} */
  private int openAfter(int lane) {
    for (int i = 1; i <= lanes; i++) {
      int following = (lane + i) % lanes;
      if (numbers.getPlain(following * APART) != NOTHING) {
        return following;
      }
    }
    return NONE;
  }

  /**
   * Takes a task that nobody plays yet, the one first whose lane has its turn first.
   *
   * @return its lane, or {@link #NONE}
   */
  int takeTask() {
    int first = numbers.getAcquire(next);
    for (int i = 0; i < lanes && first != NONE && !broken; i++) {
      int lane = first + i < lanes ? first + i : first + i - lanes;
      if (numbers.getAcquire(lane * APART) == THREAD && numbers.compareAndSet(lane * APART, THREAD, PLAY)) {
        return lane;
      }
    }
    return NONE;
  }

  /** Notes that the task of a lane is played. */
  void endTask(int lane) {
    numbers.set(lane * APART, TURN);
  }
}
