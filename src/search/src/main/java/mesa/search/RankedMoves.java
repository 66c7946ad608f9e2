package mesa.search;

import java.util.Arrays;
import mesa.core.Moves;

/**
 * The moves of one node with a rank each: first those that have been handed out, in that order, then the others. Reused
 * from node to node; a warm one allocates nothing.
 */
final class RankedMoves {
  private final Moves moves = new Moves(64);
  private int[] ranks = new int[64];

  /** How many have been handed out. */
  private int given;

  /** Where, of the others, the noisy ones end that are not known to lose; these come first. */
  int noisyEnd;

  /** How far {@link MoveOrder} has come with them. */
  int stage;

  /** Whether quiet moves are left out from here on, unless they give check. */
  boolean leavesOutQuiet;

  /** {@return the list, to be filled; none of it has a rank or is handed out yet} */
  Moves clear() {
    moves.clear();
    given = 0;
    noisyEnd = 0;
    leavesOutQuiet = false;
    return moves;
  }

  int size() {
    return moves.size();
  }

  int get(int index) {
    return moves.get(index);
  }

  int indexOf(int move) {
    return moves.indexOf(move);
  }

  int rankOf(int index) {
    return ranks[index];
  }

  void rank(int index, int rank) {
    if (index >= ranks.length) {
      ranks = Arrays.copyOf(ranks, Math.max(moves.size(), 2 * ranks.length));
    }
    ranks[index] = rank;
  }

  int given() {
    return given;
  }

  /** {@return the rank of the move handed out last} */
  int lastRank() {
    return ranks[given - 1];
  }

  /** Ranks the move handed out last anew. */
  void rankLast(int rank) {
    ranks[given - 1] = rank;
  }

  /** Hands out a move that has a rank; {@return the move} */
  int give(int index) {
    swap(index, given);
    return moves.get(given++);
  }

  /** {@return where the best of the moves stands that are not handed out, before an end that leaves at least one; the first of equals} */
  int best(int end) {
    int best = given;
    for (int i = given + 1; i < end; i++) {
      if (ranks[i] > ranks[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Lets two moves, with their ranks, change places. */
  void swap(int one, int other) {
    int move = moves.get(one);
    int rank = ranks[one];
    moves.set(one, moves.get(other));
    ranks[one] = ranks[other];
    moves.set(other, move);
    ranks[other] = rank;
  }
}
