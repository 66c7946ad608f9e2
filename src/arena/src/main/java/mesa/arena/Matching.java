package mesa.arena;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/**
 * The size of a largest set of pairs without a common member, where not everybody can be paired with everybody: a
 * maximum matching of a graph (J. Edmonds, <i>Paths, trees, and flowers</i>, Canadian Journal of Mathematics 17, 1965),
 * in O(n³). Not thread-safe.
 */
final class Matching {
  private static final int NONE = -1;

  private final boolean[][] edges;
  private final int size;
  private final int[] mate;
  private final int[] parent;
  private final int[] base;
  private final boolean[] reached;

  private Matching(boolean[][] edges) {
    this.edges = edges;
    size = edges.length;
    mate = new int[size];
    parent = new int[size];
    base = new int[size];
    reached = new boolean[size];
    Arrays.fill(mate, NONE);
  }

  /**
   * Counts pairs.
   *
   * @param edges whether one can be paired with another; symmetric
   * @return how many pairs there can be at once
   */
  static int pairs(boolean[][] edges) {
    Matching matching = new Matching(edges);
    int pairs = matching.greedy();
    for (int root = 0; root < matching.size; root++) {
      if (matching.mate[root] == NONE && matching.augment(root)) {
        pairs++;
      }
    }
    return pairs;
  }

  /** Pairs whoever comes first with whoever is free, which leaves little to do; returns how many pairs that makes. */
  private int greedy() {
    int pairs = 0;
    for (int v = 0; v < size; v++) {
      for (int to = v + 1; to < size && mate[v] == NONE; to++) {
        if (edges[v][to] && mate[to] == NONE) {
          mate[v] = to;
          mate[to] = v;
          pairs++;
        }
      }
    }
    return pairs;
  }

  /** Looks for a path from a single to another one along which every second pair can be swapped for one more. */
  private boolean augment(int root) {
    Arrays.fill(parent, NONE);
    Arrays.fill(reached, false);
    Arrays.setAll(base, i -> i);
    reached[root] = true;
    Queue<Integer> queue = new ArrayDeque<>();
    queue.add(root);
    while (!queue.isEmpty()) {
      int v = queue.remove();
      for (int to = 0; to < size; to++) {
        if (!edges[v][to] || base[v] == base[to] || mate[v] == to) {
          continue;
        }
        if (to == root || mate[to] != NONE && parent[mate[to]] != NONE) {
          contract(v, to, queue);
        } else if (parent[to] == NONE) {
          parent[to] = v;
          if (mate[to] == NONE) {
            swap(to);
            return true;
          }
          reached[mate[to]] = true;
          queue.add(mate[to]);
        }
      }
    }
    return false;
  }

  /** Makes one vertex of a circle of odd length, a blossom. */
  private void contract(int v, int to, Queue<Integer> queue) {
    int stem = commonBase(v, to);
    boolean[] inBlossom = new boolean[size];
    mark(v, stem, to, inBlossom);
    mark(to, stem, v, inBlossom);
    for (int i = 0; i < size; i++) {
      if (inBlossom[base[i]]) {
        base[i] = stem;
        if (!reached[i]) {
          reached[i] = true;
          queue.add(i);
        }
      }
    }
  }

  private int commonBase(int a, int b) {
    boolean[] seen = new boolean[size];
    int v = base[a];
    seen[v] = true;
    while (mate[v] != NONE) {
      v = base[parent[mate[v]]];
      seen[v] = true;
    }
    int w = base[b];
    while (!seen[w]) {
      w = base[parent[mate[w]]];
    }
    return w;
  }

  private void mark(int from, int stem, int child, boolean[] inBlossom) {
    int v = from;
    int below = child;
    while (base[v] != stem) {
      inBlossom[base[v]] = true;
      inBlossom[base[mate[v]]] = true;
      parent[v] = below;
      below = mate[v];
      v = parent[mate[v]];
    }
  }

  private void swap(int end) {
    int v = end;
    while (v != NONE) {
      int previous = parent[v];
      int next = mate[previous];
      mate[v] = previous;
      mate[previous] = v;
      v = next;
    }
  }
}
