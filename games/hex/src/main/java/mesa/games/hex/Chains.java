package mesa.games.hex;

import java.util.Arrays;

/**
 * Which stones hang together: a union-find by size without path compression (Tarjan and van Leeuwen 1984), so that a
 * take-back has only the last few joins to undo. An edge of the rim is a chain from the start; a side has won once its
 * two edges are one chain.
 */
final class Chains {
  private static final byte NOBODY = -1;
  /** Greater than any chain of stones, so that edges are always roots until they meet. */
  private static final int EDGE_SIZE = Cells.COUNT;

  /** By cell, the rim included: whose it is. */
  private final byte[] owner = new byte[Cells.COUNT];
  private final short[] parent = new short[Cells.COUNT];
  /** Of the chain below a root, or what it was when the root was joined to another. */
  private final short[] size = new short[Cells.COUNT];
  private final short[] edge = new short[4];
  /** Roots that were joined to others, oldest first. */
  private final short[] joined = new short[Cells.COUNT];
  private int joins;

  Chains(Board board) {
    Arrays.fill(owner, NOBODY);
    for (int i = 0; i < edge.length; i++) {
      long[] rim = board.edges[i >> 1][i & 1];
      int root = Cells.next(rim, 0);
      edge[i] = (short) root;
      for (int cell = root; cell >= 0; cell = Cells.next(rim, cell + 1)) {
        owner[cell] = (byte) (i >> 1);
        parent[cell] = (short) root;
      }
      size[root] = EDGE_SIZE;
    }
  }

  Chains(Chains other) {
    System.arraycopy(other.owner, 0, owner, 0, owner.length);
    System.arraycopy(other.parent, 0, parent, 0, parent.length);
    System.arraycopy(other.size, 0, size, 0, size.length);
    System.arraycopy(other.edge, 0, edge, 0, edge.length);
    System.arraycopy(other.joined, 0, joined, 0, other.joins);
    joins = other.joins;
  }

  /** {@return how many joins there have been, to be kept for {@link #remove}} */
  int joins() {
    return joins;
  }

  /** Puts a stone on an empty cell. */
  void add(int cell, int side) {
    owner[cell] = (byte) side;
    parent[cell] = (short) cell;
    size[cell] = 1;
    int root = cell;
    // Two neighbours that stand side by side are one chain already, so the first of each run is enough. Where all six
    // are own there is no first; the stone stays a chain by itself, and nothing can ever come of it.
    boolean before = owner[cell + Cells.STEPS[5]] == side;
    for (int step : Cells.STEPS) {
      int neighbour = cell + step;
      boolean own = owner[neighbour] == side;
      if (own && !before) {
        root = join(root, find(neighbour));
      }
      before = own;
    }
  }

  /** Takes the last stone back. */
  void remove(int cell, int joinsBefore) {
    while (joins > joinsBefore) {
      int root = joined[--joins];
      size[parent[root]] -= size[root];
      parent[root] = (short) root;
    }
    owner[cell] = NOBODY;
  }

  private int join(int a, int b) {
    if (a == b) {
      return a;
    }
    int greater = size[a] >= size[b] ? a : b;
    int lesser = a ^ b ^ greater;
    parent[lesser] = (short) greater;
    size[greater] += size[lesser];
    joined[joins++] = (short) lesser;
    return greater;
  }

  private int find(int cell) {
    int root = cell;
    while (parent[root] != root) {
      root = parent[root];
    }
    return root;
  }

  /** {@return whether a side's edges are one chain} */
  boolean joinsEdges(int side) {
    int near = edge[2 * side];
    int far = edge[2 * side + 1];
    return parent[near] != near || parent[far] != far;
  }
}
