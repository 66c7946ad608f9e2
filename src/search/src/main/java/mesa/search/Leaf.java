package mesa.search;

import java.util.Arrays;
import mesa.core.Moves;
import mesa.core.Position;

/** The end of a playout and the way there, which a {@link Gathering} keeps until the leaf has been judged. */
final class Leaf {
  /** The nodes passed, from the root down, and for each the side whose choice it was; the root's is its mover. */
  private int[] path = new int[64];
  private byte[] chooser = new byte[64];
  /** How many moves the leaf is from the root. */
  int depth;
  /** The leaf's legal moves, if it waits to be judged. */
  final Moves moves = new Moves();
  /** Whose turn it is at the leaf. */
  int mover;
  /** Whether the visit of all on the way counts before its result is known. */
  boolean waits;

  /**
   * Goes down from the root to where a playout ends.
   *
   * @param position of the root; afterwards of the leaf
   * @param firstChoice the root's child to go through, or NONE to choose by the rule
   */
  void find(Tree tree, Puct puct, Position position, int firstChoice) {
    int node = Tree.ROOT;
    depth = 0;
    waits = false;
    mover = position.sideToMove();
    path[0] = node;
    chooser[0] = (byte) mover;
    while (tree.isOpen(node) && tree.isExpanded(node)) {
      float mean = mover == chooser[depth] ? tree.q[node] : -tree.q[node];
      node = depth == 0 && firstChoice != Tree.NONE
          ? firstChoice : puct.select(tree, node, tree.visits[node], mean);
      position.make(tree.move[node]);
      depth++;
      if (depth == path.length) {
        path = Arrays.copyOf(path, 2 * depth);
        chooser = Arrays.copyOf(chooser, 2 * depth);
      }
      path[depth] = node;
      chooser[depth] = (byte) mover;
      mover = position.sideToMove();
    }
  }

  int node() {
    return path[depth];
  }

  /** {@return the node that the way passes at a depth, at most the leaf's} */
  int node(int atDepth) {
    return path[atDepth];
  }

  /** {@return whose choice that node was} */
  int chooser(int atDepth) {
    return chooser[atDepth];
  }

  /** {@return whether the way passes a node} */
  boolean passes(int node, int atDepth) {
    return atDepth <= depth && path[atDepth] == node;
  }
}
