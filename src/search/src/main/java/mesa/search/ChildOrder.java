package mesa.search;

/**
 * Which child of a node is to be played: the soonest proven win; then the most visits, ties by mean, then by prior;
 * last the latest proven loss.
 */
final class ChildOrder {
  private ChildOrder() {}

  /** {@return the child to play, of a node that has one} */
  static int best(Tree tree, int node) {
    return best(tree, node, Tree.NONE);
  }

  /** {@return the child to play if one of them were not there; NONE if it is the only one} */
  static int best(Tree tree, int node, int without) {
    int best = Tree.NONE;
    int first = tree.firstChild[node];
    for (int child = first; child < first + tree.places(node); child++) {
      if (child != without && (best == Tree.NONE || goesBefore(tree, child, best))) {
        best = child;
      }
    }
    return best;
  }

  /** {@return whether a child is to be played rather than a sibling} */
  static boolean goesBefore(Tree tree, int child, int other) {
    int proof = tree.proof(child);
    int otherProof = tree.proof(other);
    if (proof != otherProof) {
      return proof > otherProof;
    }
    if (proof != 0 && tree.distance[other] != tree.distance[child]) {
      return proof * (tree.distance[other] - tree.distance[child]) > 0;
    }
    if (proof == 0 && tree.visits[child] != tree.visits[other]) {
      return tree.visits[child] > tree.visits[other];
    }
    return proof == 0 && tree.q[child] != tree.q[other] ? tree.q[child] > tree.q[other] : child < other;
  }
}
