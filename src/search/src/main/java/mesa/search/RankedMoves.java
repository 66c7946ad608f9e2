package mesa.search;

import java.util.Arrays;
import mesa.core.Moves;

/**
 * The moves of one node with a rank each, handed out best first. Reused from node to node; a warm one allocates
 * nothing.
 */
final class RankedMoves {
  private final Moves moves = new Moves(64);
  private int[] ranks = new int[64];

  /** {@return the list, to be filled; ranks are {@linkplain #rank given} afterwards} */
  Moves clear() {
    moves.clear();
    return moves;
  }

  int size() {
    return moves.size();
  }

  int get(int index) {
    return moves.get(index);
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

  /** Brings the best of the moves from {@code index} on to that place, the earliest of equals, and returns it. */
  int next(int index) {
    int best = index;
    for (int i = index + 1; i < moves.size(); i++) {
      if (ranks[i] > ranks[best]) {
        best = i;
      }
    }
    int move = moves.get(best);
    int rank = ranks[best];
    for (int i = best; i > index; i--) { // Shifted, not swapped, so that equals keep their order.
      moves.set(i, moves.get(i - 1));
      ranks[i] = ranks[i - 1];
    }
    moves.set(index, move);
    ranks[index] = rank;
    return move;
  }
}
