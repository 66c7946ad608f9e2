package mesa.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
    return best == Tree.NONE ? best : orDraw(tree, node, without, best);
  }

  /** {@return a child, or if it seems no better than a draw, the best of those that surely don't lose, if there is one} */
  static int orDraw(Tree tree, int node, int without, int child) {
    int safe = seemsNoBetterThanADraw(tree, child) ? first(tree, node, without, 0) : Tree.NONE;
    return safe == Tree.NONE ? child : safe;
  }

  /** Of those not visited the first comes before all others, so that two of them are enough, as one may be left out. */
  private static int first(Tree tree, int node, int without, int least) {
    int best = Tree.NONE;
    int first = tree.firstChild[node];
    int end = first + Math.min(tree.prefix[node] + 2, tree.places(node));
    for (int child = first; child < end; child++) {
      boolean counts = child != without && Verdict.least(tree.state[child]) >= least;
      if (counts && (best == Tree.NONE || goesBefore(tree, child, best))) {
        best = child;
      }
    }
    return best;
  }

  private static boolean seemsNoBetterThanADraw(Tree tree, int child) {
    return tree.isOpen(child) && tree.value(child) <= 0;
  }

  /** {@return whether a child surely doesn't lose, or seems better than a draw} */
  static boolean isWorthADraw(Tree tree, int child) {
    return Verdict.least(tree.state[child]) >= 0 || tree.value(child) > 0;
  }

  /** {@return the children of a node whose children all are nodes, each to be played if those before it were not there} */
  static List<Integer> all(Tree tree, int node) {
    int first = tree.firstChild[node];
    List<Integer> children = new ArrayList<>(IntStream.range(first, first + tree.places(node)).boxed().toList());
    children.sort((a, b) -> goesBefore(tree, a, b) ? -1 : 1);
    int worst = 0;
    while (worst < children.size() && !seemsNoBetterThanADraw(tree, children.get(worst))) {
      worst++;
    }
    List<Integer> rest = children.subList(worst, children.size());
    rest.sort(Comparator.comparing(child -> Verdict.least(tree.state[child]) < 0)); // Stable.
    return children;
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
