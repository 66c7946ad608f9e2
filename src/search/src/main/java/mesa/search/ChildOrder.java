package mesa.search;

/**
 * Which child of a node is to be played: the soonest proven win; then the most visits, ties by mean, then by prior;
 * last the latest proven loss. But a draw that is certain comes before what has the most visits and yet seems no better.
 */
final class ChildOrder {
  private ChildOrder() {}

  /** {@return the child to play, of a node that has one} */
  static int best(Tree tree, int node) {
    return best(tree, node, Tree.NONE);
  }

  /** {@return the child to play if one of them were not there; NONE if it is the only one} */
  static int best(Tree tree, int node, int without) {
    int best = first(tree, node, without, -1);
    boolean seemsNoBetterThanADraw = best != Tree.NONE && tree.isOpen(best) && tree.value(best) <= 0;
    int safe = seemsNoBetterThanADraw ? first(tree, node, without, 0) : Tree.NONE;
    return safe == Tree.NONE ? best : safe;
  }

  /** {@return the child to play of those that surely don't lose, or NONE if there is none} */
  static int bestSafe(Tree tree, int node) {
    return first(tree, node, Tree.NONE, 0);
  }

  private static int first(Tree tree, int node, int without, int least) {
    int best = Tree.NONE;
    int first = tree.firstChild[node];
    for (int child = first; child < first + tree.places(node); child++) {
      boolean counts = child != without && Verdict.least(tree.state[child]) >= least;
      if (counts && (best == Tree.NONE || goesBefore(tree, child, best))) {
        best = child;
      }
    }
    return best;
  }

  /** {@return whether a child is to be played rather than a sibling, if a draw were like any other} */
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
