package mesa.search;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The moves of the expanded nodes of a {@link Tree} with their priors, 8 bytes a move: what a node's children are before
 * they are visited. A node's moves stand side by side behind a head, the greatest prior first, in the order of its
 * children.
 *
 * <pre>
 * head   moves in its low 16 bits, places for children in the next 16; while edges are moved, minus the node less 1
 * move   prior in its low 16 bits, in 65535ths, the move above
 * </pre>
 */
final class Edges {
  static final int NONE = 0;
  static final int BYTES = Long.BYTES;

  private static final int LOW = 0xffff;

  long[] of = new long[0];
  private int size = 1;
  private int room;

  /** Drops all. */
  void clear() {
    size = 1;
  }

  int size() {
    return size;
  }

  /** {@return how many there is room for, those that there are included} */
  int room() {
    return room;
  }

  /** Has room for so many, no fewer than there are; more memory than that is kept, unless it is to be trimmed. */
  void setRoom(int newRoom, boolean trims) {
    if (of.length < newRoom || trims && of.length > newRoom) {
      of = Arrays.copyOf(of, newRoom);
    }
    room = newRoom;
  }

  /** {@return the first of so many side by side, none of them in use, or NONE if there is no room} */
  int allot(int edges) {
    if (edges > room - size) {
      return NONE;
    }
    int first = size;
    size += edges;
    waste(first, size);
    return first;
  }

  /** Says that some are not in use. */
  void waste(int first, int end) {
    for (int head = first; head < end; head += 1 + LOW) {
      of[head] = Math.min(end - head - 1, LOW);
    }
  }

  /** {@return how many moves there are behind a head} */
  int moves(int head) {
    return (int) of[head] & LOW;
  }

  /** {@return how many places for children the node has} */
  int places(int head) {
    return (int) of[head] >>> 16;
  }

  void setHead(int head, int moves, int places) {
    of[head] = Integer.toUnsignedLong(places << 16 | moves);
  }

  /** {@return the move at a place behind a head} */
  int move(int head, int place) {
    return (int) (of[head + 1 + place] >> 16);
  }

  /** {@return the prior at a place behind a head, in 65535ths} */
  int prior(int head, int place) {
    return (int) of[head + 1 + place] & LOW;
  }

  void set(int head, int place, int move, int prior) {
    of[head + 1 + place] = of(move, prior);
  }

  /** {@return what says of a move how likely it is to be best, in 65535ths} */
  static long of(int move, int prior) {
    return (long) move << 16 | prior;
  }

  // Moving those that stay to the front.

  /** Marks that the moves of a node stay; returns the head that they will have, which the node is to keep meanwhile. */
  int mark(int head, int node, int places) {
    int kept = places << 16 | moves(head);
    of[head] = ~(long) node;
    return kept;
  }

  /**
   * Moves what is marked to the front.
   *
   * @param heads by node: what {@link #mark} has said, then where the moves are
   * @param slice edges looked at between two questions
   * @param goesOn asked now and then
   * @return false if it was broken off; then there is nothing to be done but to clear all
   */
  boolean moveMarked(int[] heads, int slice, BooleanSupplier goesOn) {
    int end = 1;
    int look = slice;
    for (int head = 1; head < size; ) {
      boolean stays = of[head] < 0;
      int node = (int) ~of[head];
      int edges = 1 + ((stays ? heads[node] : (int) of[head]) & LOW);
      if (stays) {
        of[head] = Integer.toUnsignedLong(heads[node]);
        System.arraycopy(of, head, of, end, edges);
        heads[node] = end;
        end += edges;
      }
      head += edges;
      if (head >= look) {
        look = head + slice;
        if (!goesOn.getAsBoolean()) {
          return false;
        }
      }
    }
    size = end;
    return true;
  }
}
