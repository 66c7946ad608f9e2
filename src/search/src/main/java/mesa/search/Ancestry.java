package mesa.search;

import mesa.core.Position;

/** Remembers the root of the last search, to find the position that has come of it in the same tree. */
final class Ancestry {
  /** As a rule two moves have been made since. */
  private static final int MOST_MOVES = 8;

  private final int[] moves = new int[MOST_MOVES];
  private boolean known;
  private long hash;
  private int movesMade;
  private int chooser;

  void forget() {
    known = false;
  }

  void note(Position root) {
    known = true;
    hash = root.hash();
    movesMade = root.movesMade();
  }

  /**
   * Follows the moves made since.
   *
   * @param position left as it was
   * @return its node, or NONE if the tree does not reach so far or the position came about in another way
   */
  int find(Position position, Tree tree) {
    int back = position.movesMade() - movesMade;
    if (!known || back < 0 || back > MOST_MOVES) {
      return Tree.NONE;
    }
    for (int i = back - 1; i >= 0; i--) {
      moves[i] = position.moveMade(movesMade + i);
      position.unmake();
    }
    boolean same = position.hash() == hash;
    int node = same ? Tree.ROOT : Tree.NONE;
    chooser = position.sideToMove();
    for (int i = 0; i < back; i++) {
      chooser = position.sideToMove();
      position.make(moves[i]);
      node = node == Tree.NONE ? Tree.NONE : tree.childBy(node, moves[i]);
    }
    return node;
  }

  /** {@return for which side the node found keeps its mean: who chose it, or the mover if it was the root itself} */
  int chooser() {
    return chooser;
  }
}
