package mesa.arena;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands the games of a schedule out to the threads that play them, in order, but for those that lack something that other
 * games have just now: they are held back, and are the first to be handed out once it is free. Safe for use by several threads.
 */
final class Desk {
  /** So many games may be held back at most; more would take memory that grows with the schedule. */
  static final int MOST_HELD = 10_000;

  private final Schedule schedule;
  private final BitSet done;
  private final List<Tokens> needs;
  private final Tokens pool;
  private final Map<Tokens, ArrayDeque<Turn>> held = new LinkedHashMap<>();
  private int heldCount;
  private Tokens free;
  private int next;
  private boolean closed;

  /**
   * A game that a thread is to play.
   *
   * @param index in the schedule
   * @param fixture the game, or null if there is none
   */
  record Turn(int index, Fixture fixture) {}

  /**
   * Opens.
   *
   * @param schedule of all games
   * @param done numbers of games that need not be played
   * @param pool what there is
   * @param needs what each player needs of it
   */
  Desk(Schedule schedule, BitSet done, Tokens pool, List<Tokens> needs) {
    this.schedule = schedule;
    this.done = done;
    this.needs = needs;
    this.pool = pool;
    free = pool;
  }

  /**
   * Takes the next game. Waits until one can be played; {@link #giveBack} must follow it.
   *
   * @return the game, or null if there is none left
   */
  Turn take() throws InterruptedException {
    while (true) {
      int index;
      synchronized (this) {
        Turn waiting = closed ? null : heldThatCanGoOn();
        if (waiting != null) {
          return waiting;
        }
        next = done.nextClearBit(next);
        if (closed || next >= schedule.size() && heldCount == 0) {
          return null;
        }
        // A game that is not known yet may wait for one that is held back.
        if (heldCount > 0 && (next >= schedule.size() || heldCount >= MOST_HELD || !schedule.isKnown(next))) {
          wait();
          continue;
        }
        index = next++;
      }
      Turn turn = new Turn(index, schedule.fixture(index));
      synchronized (this) {
        if (turn.fixture() == null || allot(need(turn.fixture().first(), turn.fixture().second()))) {
          return turn;
        }
        held.computeIfAbsent(need(turn.fixture().first(), turn.fixture().second()), any -> new ArrayDeque<>()).add(turn);
        heldCount++;
      }
    }
  }

  /** {@return the earliest of the games held back that need no more than there is, to which it is given; or null} */
  private Turn heldThatCanGoOn() {
    if (heldCount == 0) {
      return null;
    }
    ArrayDeque<Turn> earliest = null;
    Tokens need = null;
    for (Map.Entry<Tokens, ArrayDeque<Turn>> entry : held.entrySet()) {
      ArrayDeque<Turn> queue = entry.getValue();
      if (!queue.isEmpty() && free.suffices(entry.getKey())
          && (earliest == null || queue.getFirst().index() < earliest.getFirst().index())) {
        earliest = queue;
        need = entry.getKey();
      }
    }
    if (earliest == null) {
      return null;
    }
    free = free.minus(need);
    heldCount--;
    return earliest.removeFirst();
  }

  /** {@return what a game of two players needs; all there is, if that is less} */
  private Tokens need(int first, int second) {
    Tokens both = needs.get(first).together(needs.get(second));
    return pool.suffices(both) ? both : both.withMem(pool.mem());
  }

  private boolean allot(Tokens need) {
    if (!free.suffices(need)) {
      return false;
    }
    free = free.minus(need);
    return true;
  }

  /**
   * Gives back what a game had.
   *
   * @param first a player of it
   * @param second the other
   */
  synchronized void giveBack(int first, int second) {
    free = free.plus(need(first, second));
    notifyAll();
  }

  /** Hands out no more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
