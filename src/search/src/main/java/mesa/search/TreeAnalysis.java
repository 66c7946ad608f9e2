package mesa.search;

import java.util.ArrayList;
import java.util.List;
import mesa.core.Analysis;
import mesa.core.Outcome;

/** Reads the lines off a search tree. */
final class TreeAnalysis {
  private TreeAnalysis() {}

  /**
   * Reads them.
   *
   * @param tree with an expanded root
   * @param favourite the root's child that is played, and so comes first; the others come as they would be
   * @param mover who moves at the root
   */
  static Analysis of(Tree tree, int favourite, int mover) {
    List<Integer> children = ChildOrder.all(tree, Tree.ROOT);
    children.remove((Integer) favourite);
    children.addFirst(favourite);
    return new Analysis(children.stream().map(child -> line(tree, child, mover)).toList(), 0, tree.filled());
  }

  private static Analysis.Line line(Tree tree, int child, int mover) {
    List<Integer> moves = new ArrayList<>();
    for (int node = child; node != Tree.NONE; node = tree.isExpanded(node) ? next(tree, node) : Tree.NONE) {
      moves.add(tree.move[node]);
    }
    boolean visited = tree.visits[child] > 0;
    return new Analysis.Line(
        moves,
        visited ? tree.value(child) : Float.NaN,
        tree.visits[child],
        (float) tree.prior(child) / Tree.CERTAIN,
        0,
        outcome(tree, child, mover),
        tree.isOpen(child) ? 0 : tree.distance[child] + 1);
  }

  private static Outcome outcome(Tree tree, int child, int mover) {
    if (tree.isOpen(child)) {
      return Outcome.ONGOING;
    }
    return switch (tree.proof(child)) {
      case 1 -> Outcome.wonBy(mover);
      case -1 -> Outcome.wonBy(1 - mover);
      default -> Outcome.DRAWN;
    };
  }

  private static int next(Tree tree, int node) {
    int best = ChildOrder.best(tree, node);
    return best != Tree.NONE && tree.visits[best] > 0 ? best : Tree.NONE;
  }
}
