package mesa.search;

import mesa.core.Position;

/**
 * Remembers the root of the last search, to find the position that has come of it in the same tree. It is known again by
 * its text and the moves that led there, not by its hash alone: that may leave out counters and what was there before, on
 * which values and proofs in the tree rest.
 */
final class Ancestry {
  /** As a rule two moves have been made since. */
  private static final int MOST_MOVES = 8;

  private final int[] since = new int[MOST_MOVES];
  private boolean known;
  private long hash;
  private String text;
  private int[] moves = new int[64];
  private int movesMade;
  private int chooser;

  void forget() {
    known = false;
  }

  void note(Position root) {
    known = true;
    hash = root.hash();
    text = root.text();
    movesMade = root.movesMade();
    moves = movesMade > moves.length ? new int[2 * movesMade] : moves;
    for (int i = 0; i < movesMade; i++) {
      moves[i] = root.moveMade(i);
    }
  }

  private boolean isRoot(Position position) {
    if (position.hash() != hash || !position.text().equals(text)) {
      return false;
    }
    for (int i = 0; i < movesMade; i++) {
      if (position.moveMade(i) != moves[i]) {
        return false;
      }
    }
    return true;
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
      since[i] = position.moveMade(movesMade + i);
      position.unmake();
    }
    int node = isRoot(position) ? Tree.ROOT : Tree.NONE;
    chooser = position.sideToMove();
    for (int i = 0; i < back; i++) {
      chooser = position.sideToMove();
      position.make(since[i]);
      node = node == Tree.NONE ? Tree.NONE : tree.childBy(node, since[i]);
    }
    return node;
  }

  /** {@return for which side the node found keeps its mean: who chose it, or the mover if it was the root itself} */
  int chooser() {
    return chooser;
  }
}
