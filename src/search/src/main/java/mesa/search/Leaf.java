package mesa.search;

import mesa.core.Moves;
import mesa.core.Position;

/** The end of a playout and the way there, which a {@link Gathering} keeps until the leaf has been judged. */
final class Leaf {
  final Path path = new Path();
  /** The leaf's legal moves, if it waits to be judged. */
  final Moves moves = new Moves();
  /** Whose turn it is at the leaf. */
  int mover;
  /** Whether the visit of all on the way counts before its result is known. */
  boolean waits;

  /**
   * Goes down from the root to where a playout ends.
   *
   * @param tree whose nodes are all {@linkplain Tree#spread spread}
   * @param position of the root; afterwards of the leaf
   * @param firstChoice the root's child to go through, or NONE to choose by the rule
   */
  void find(Tree tree, Puct puct, Position position, int firstChoice) {
    int node = Tree.ROOT;
    waits = false;
    mover = position.sideToMove();
    path.start(node, mover);
    while (tree.isOpen(node) && tree.isExpanded(node)) {
      float mean = mover == path.chooser[path.depth] ? tree.mean(node) : -tree.mean(node);
      node = path.depth == 0 && firstChoice != Tree.NONE
          ? firstChoice : puct.select(tree, node, tree.visits[node], mean);
      position.make(tree.move[node]);
      path.add(node, mover);
      mover = position.sideToMove();
    }
  }

  /** {@return whether the way passes a node} */
  boolean passes(int node, int atDepth) {
    return atDepth <= path.depth && path.node[atDepth] == node;
  }
}
