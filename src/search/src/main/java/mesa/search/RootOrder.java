package mesa.search;

/**
 * Which child of the root to play: the soonest proven win; then the most visits, ties by mean, then by prior; last the
 * latest proven loss.
 */
final class RootOrder {
  private RootOrder() {}

  /** {@return the child to play} */
  static int best(Tree tree, int mover) {
    return best(tree, mover, Tree.NONE);
  }

  /** {@return the child to play if one of them were not there; NONE if it is the only one} */
  static int best(Tree tree, int mover, int without) {
    int best = Tree.NONE;
    int first = tree.firstChild[Tree.ROOT];
    for (int child = first; child < first + tree.count[Tree.ROOT]; child++) {
      if (child != without && (best == Tree.NONE || goesBefore(tree, mover, child, best))) {
        best = child;
      }
    }
    return best;
  }

  /** {@return whether a child is to be played rather than another} */
  static boolean goesBefore(Tree tree, int mover, int child, int other) {
    int rank = tree.provenValueFor(mover, child);
    int otherRank = tree.provenValueFor(mover, other);
    if (rank != otherRank) {
      return rank > otherRank;
    }
    if (rank != 0 && tree.distance[other] != tree.distance[child]) {
      return rank * (tree.distance[other] - tree.distance[child]) > 0;
    }
    if (rank == 0 && tree.visits[child] != tree.visits[other]) {
      return tree.visits[child] > tree.visits[other];
    }
    return rank == 0 && tree.q[child] != tree.q[other] ? tree.q[child] > tree.q[other] : child < other;
  }
}
