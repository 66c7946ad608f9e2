package mesa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Trees as lists of texts, for tests that compare them whatever the numbers of their nodes. */
final class Trees {
  private Trees() {}

  /** Writes a node and all below it, children after their parent, each on a line by the moves that lead to it. */
  static List<String> dump(Tree tree, int node) {
    List<String> lines = new ArrayList<>();
    dump(tree, node, "", lines);
    return lines;
  }

  private static void dump(Tree tree, int node, String moves, List<String> lines) {
    boolean expanded = tree.isExpanded(node);
    lines.add(String.format(Locale.ROOT, "%s: N %d q %s P %d w %.5f prefix %d verdict %d", moves, tree.visits[node],
        tree.q[node], moves.isEmpty() ? 0 : tree.prior(node), moves.isEmpty() ? 0 : tree.weight(node),
        expanded ? tree.prefix[node] : 0, tree.verdict(node)));
    for (int i = 0; expanded && i < tree.count[node]; i++) {
      int child = tree.firstChild[node] + i;
      dump(tree, child, moves + " " + tree.move[child], lines);
    }
  }
}
