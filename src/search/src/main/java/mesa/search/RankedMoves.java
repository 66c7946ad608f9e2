package mesa.search;

import java.util.Arrays;

/**
 * The moves of one node, each with a rank: those that have been handed out, in that order, and those that wait. Of the
 * latter some may be set aside. Reused from node to node; a warm one allocates nothing.
 */
final class RankedMoves {
  // A move in the low half of each long, its rank in the high half, so that the greatest is the best.
  private long[] waiting = new long[64];
  private long[] given = new long[64];

  /** Those set aside stand before this, the others that wait from here on. */
  private int aside;
  private int end;
  private int givenCount;

  /** How far {@link MoveOrder} has come with them. */
  int stage;

  /** Whether quiet moves are left out altogether. */
  boolean noisyOnly;

  /** Whether quiet moves are left out from here on, unless they give check. */
  boolean leavesOutQuiet;

  /** Forgets all moves. */
  void clear() {
    aside = 0;
    end = 0;
    givenCount = 0;
    leavesOutQuiet = false;
  }

  /** Lets a move wait. */
  void add(int move, int rank) {
    if (end == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * end);
    }
    waiting[end++] = entry(move, rank);
  }

  /** {@return where the best stands of those that wait and are not set aside, or -1} */
  int best() {
    if (aside == end) {
      return -1;
    }
    int best = aside;
    long most = waiting[best];
    for (int i = aside + 1; i < end; i++) {
      if (waiting[i] > most) {
        most = waiting[i];
        best = i;
      }
    }
    return best;
  }

  /** {@return a move that waits} */
  int get(int index) {
    return (int) waiting[index];
  }

  /** {@return the rank of a move that waits} */
  int rank(int index) {
    return (int) (waiting[index] >> 32);
  }

  /** Hands out a move that waits; {@return the move} */
  int give(int index) {
    long entry = waiting[index];
    drop(index);
    return give(entry);
  }

  /** Hands out a move that did not wait; {@return the move} */
  int give(int move, int rank) {
    return give(entry(move, rank));
  }

  private int give(long entry) {
    if (givenCount == given.length) {
      given = Arrays.copyOf(given, 2 * givenCount);
    }
    given[givenCount++] = entry;
    return (int) entry;
  }

  /** Forgets a move that waits. */
  void drop(int index) {
    waiting[index] = waiting[--end];
  }

  /** Sets a move aside that waits, with another rank. */
  void setAside(int index, int rank) {
    int move = get(index);
    waiting[index] = waiting[aside];
    waiting[aside++] = entry(move, rank);
  }

  /** Forgets those that wait, and lets those that were set aside wait in their place. */
  void takeUp() {
    end = aside;
    aside = 0;
  }

  /** {@return how many have been handed out} */
  int given() {
    return givenCount;
  }

  /** {@return whether a move has been handed out} */
  boolean hasGiven(int move) {
    for (int i = 0; i < givenCount; i++) {
      if (givenMove(i) == move) {
        return true;
      }
    }
    return false;
  }

  /** {@return a move that has been handed out} */
  int givenMove(int index) {
    return (int) given[index];
  }

  /** {@return its rank} */
  int givenRank(int index) {
    return (int) (given[index] >> 32);
  }

  /** {@return the rank of the move handed out last} */
  int lastRank() {
    return givenRank(givenCount - 1);
  }

  /** Ranks the move handed out last anew. */
  void rankLast(int rank) {
    given[givenCount - 1] = entry(givenMove(givenCount - 1), rank);
  }

  private static long entry(int move, int rank) {
    return (long) rank << 32 | move & 0xffff_ffffL;
  }
}
