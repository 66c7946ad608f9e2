package mesa.search;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Moves what is below the root of a {@link Tree}, or part of it, to the front of its arrays, in the order in which it
 * stands there and without other memory: what stays is marked, the moves are moved, then the nodes, and at last all that
 * tells where nodes are.
 */
final class Compaction {
  /** Nodes looked at between two questions whether to go on; takes under a millisecond. */
  private static final int SLICE = 1 << 13;

  private final Tree tree;
  private final BooleanSupplier goesOn;

  /** Prepares; it is broken off once {@code goesOn}, asked now and then, says so. */
  Compaction(Tree tree, BooleanSupplier goesOn) {
    this.tree = tree;
    this.goesOn = goesOn;
  }

  /**
   * Does it.
   *
   * @param leastVisits nodes with fewer visits, and those that are proven, lose what is below them; the root doesn't
   * @return how many nodes there are now, or NONE if it was broken off
   */
  int keep(int leastVisits) {
    if (!mark(leastVisits) || !tree.moves.moveMarked(tree.edges, SLICE, goesOn)) {
      return Tree.NONE;
    }
    int end = moveNodes();
    return end != Tree.NONE && relink(end) && weighAll(end) ? end : Tree.NONE;
  }

  /**
   * Marks the moves of each node that keeps them, and the first of its children with how many of them stay: the visited
   * ones, or all if all are nodes. By the latter marks those still to be looked at are linked.
   */
  private boolean mark(int leastVisits) {
    int[] weight = tree.weight;
    Arrays.fill(weight, 0, tree.size(), 0);
    int next = tree.isExpanded(Tree.ROOT) ? keepBelow(Tree.ROOT, Tree.NONE) : Tree.NONE;
    int left = SLICE;
    while (next != Tree.NONE) {
      int first = tree.firstChild[next];
      int staying = tree.hasEdges(next) ? tree.edges[next] >>> 16 : -tree.edges[next];
      int end = first + tree.prefix[next];
      next = weight[first];
      weight[first] = staying;
      for (int child = first; child < end; child++) {
        if (tree.isExpanded(child) && leastVisits > 0 && (tree.visits[child] < leastVisits || !tree.isOpen(child))) {
          tree.edges[child] = Edges.NONE;
        } else if (tree.isExpanded(child)) {
          next = keepBelow(child, next);
        }
      }
      left -= staying;
      if (left < 0) {
        left = SLICE;
        if (!goesOn.getAsBoolean()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Marks what is right below a node; returns the node that is to be looked at next. */
  private int keepBelow(int node, int next) {
    int children = tree.isSpread(node) ? tree.places(node) : tree.prefix[node];
    if (tree.hasEdges(node)) {
      tree.edges[node] = tree.moves.mark(tree.edges[node], node, children);
    }
    if (children == 0) {
      tree.firstChild[node] = 0;
      return next;
    }
    tree.weight[tree.firstChild[node]] = next;
    return node;
  }

  /** Moves marked nodes to the front, and marks where they were with where they are; returns how many stay, or NONE. */
  private int moveNodes() {
    int end = 1;
    int look = SLICE;
    for (int node = 1; node < tree.size(); node++) {
      int children = tree.weight[node];
      if (children > 0) {
        tree.weight[node] = end;
        for (int i = 0; i < children; i++) {
          tree.moveTo(end++, node + i);
        }
        node += children - 1;
      }
      if (node >= look) {
        look = node + SLICE;
        if (!goesOn.getAsBoolean()) {
          return Tree.NONE;
        }
      }
    }
    return end;
  }

  /** Has nodes that have moved lead to where their children are. */
  private boolean relink(int end) {
    for (int node = 0; node < end; node++) {
      if (tree.isExpanded(node) && tree.firstChild[node] != 0) {
        tree.firstChild[node] = tree.weight[tree.firstChild[node]];
      }
      if (node % SLICE == SLICE - 1 && !goesOn.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  /** Puts weights where marks were. */
  private boolean weighAll(int end) {
    for (int node = 0; node < end; node++) {
      tree.weigh(node);
      if (node % SLICE == SLICE - 1 && !goesOn.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }
}
