package mesa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Trees in tests: as lists of texts, to be compared whatever the numbers of their nodes, and grown by hand. */
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
    boolean root = moves.isEmpty();
    lines.add(line(moves, tree.visits[node], tree.q[node], root ? 0 : tree.prior(node), root ? 0 : tree.weight(node),
        expanded ? tree.prefix[node] : 0, tree.verdict(node)));
    for (int place = 0; expanded && place < tree.count(node); place++) {
      int prior = tree.priorAt(node, place);
      String path = moves + " " + moveAt(tree, node, place);
      if (place < tree.places(node)) {
        dump(tree, tree.firstChild[node] + place, path, lines);
      } else {
        lines.add(line(path, 0, 0, prior, prior, 0, Verdict.OPEN));
      }
    }
  }

  private static String line(String moves, int visits, float q, int prior, float weight, int prefix, int verdict) {
    return String.format(Locale.ROOT, "%s: N %d q %s P %d w %.5f prefix %d verdict %d", moves, visits, q, prior, weight,
        prefix, verdict);
  }

  /** {@return the move at a place of an expanded node} */
  static int moveAt(Tree tree, int node, int place) {
    return tree.hasEdges(node) ? tree.moves.move(tree.edges[node], place) : tree.move[tree.firstChild[node] + place];
  }

  /** Visits the number of a node and of all nodes below it. */
  static void forEach(Tree tree, int node, IntConsumer action) {
    action.accept(node);
    for (int place = 0; tree.isExpanded(node) && place < tree.places(node); place++) {
      forEach(tree, tree.firstChild[node] + place, action);
    }
  }

  /** {@return how many nodes there are from one down} */
  static int nodes(Tree tree, int node) {
    int[] nodes = {0};
    forEach(tree, node, below -> nodes[0]++);
    return nodes[0];
  }

  /** Gives a node children, all of them nodes, by moves 0, 1, ... and with priors in 65535ths; returns the first. */
  static int hang(Tree tree, int parent, int... priors) {
    if (!tree.growFor(priors.length, 0)) {
      throw new IllegalStateException("full");
    }
    return hangAt(tree, parent, tree.allot(priors.length), priors);
  }

  /** The same at nodes that were allotted. */
  static int hangAt(Tree tree, int parent, int first, int... priors) {
    if (!tree.growFor(0, 1 + priors.length)) {
      throw new IllegalStateException("full");
    }
    int head = tree.moves.allot(1 + priors.length);
    tree.moves.setHead(head, priors.length, 0);
    for (int place = 0; place < priors.length; place++) {
      tree.moves.set(head, place, place, priors[place]);
    }
    tree.expand(parent, head);
    tree.spread(parent, first, priors.length);
    return first;
  }

  /** Has children, the first ones of their parent, visited so often each. */
  static void visit(Tree tree, int parent, int... visits) {
    for (int place = 0; place < visits.length; place++) {
      tree.setVisits(tree.firstChild[parent] + place, visits[place]);
    }
    tree.prefix[parent] = (short) visits.length;
  }
}
