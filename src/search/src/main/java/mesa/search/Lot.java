package mesa.search;

/**
 * Room in a tree that one thread, or one of several lanes, has to itself: nodes and edges side by side that are taken of
 * the tree many at once, so that those of different lanes do not lie mixed up in memory. Lanes come by more in their
 * {@linkplain Turns turns} alone: so how much each gets follows from what lanes do, not from how fast threads are, and
 * equal seeds give equal trees when there is not enough for all, too.
 */
final class Lot extends Apart {
  /** What a lane takes at once, at least, unless there is not so much for each. */
  private static final int NODES = 1024;
  private static final int EDGES = 1 << 13;

  /** So few children become nodes all at once, which takes less time. */
  private static final int FEW = 8;

  private final Tree tree;
  /** How many lots the tree is dealt out in. */
  private final int lots;
  private int node;
  private int nodeEnd;
  private int edge;
  private int edgeEnd;
  /** For when those are used up; the lane takes them at its turn. */
  private int spareNode;
  private int spareNodeEnd;
  private int spareEdge;
  private int spareEdgeEnd;
  private int widest;
  private boolean closed;
  private boolean wasShort;

  /**
   * Makes one that holds nothing yet.
   *
   * @param lots how many there are of the tree; if it is the only one, the tree grows as need be
   */
  Lot(Tree tree, int lots) {
    this.tree = tree;
    this.lots = lots;
  }

  /** Forgets the last game. */
  void newGame() {
    widest = 0;
  }

  /** {@return the most moves that a node here has had in this game} */
  int widest() {
    return widest;
  }

  /** Says how many moves a node may have. */
  void expect(int moves) {
    widest = Math.max(widest, moves);
  }

  /** Gives out nothing any more, so that who finds no room does without, or gives out again. */
  void setClosed(boolean isClosed) {
    closed = isClosed;
  }

  /** {@return whether something was asked for that was not there, since this was last asked} */
  boolean wasShort() {
    boolean was = wasShort;
    wasShort = false;
    return was;
  }

  /** {@return whether it has been short of something, of which its lane gets more at its next turn} */
  boolean isExhausted() {
    return wasShort && lots > 1;
  }

  /** {@return whether a node with so many moves finds room, all its children included; the only lot} */
  boolean fits(int moves) {
    boolean fits = tree.growFor(moves, 1 + moves);
    wasShort |= !fits;
    return fits;
  }

  /** {@return where so many moves and their head go, or {@link Edges#NONE} if there is no room} */
  int takeEdges(int moves) {
    expect(moves);
    int edges = 1 + moves;
    if (closed) {
      return Edges.NONE;
    }
    if (lots == 1) {
      return tree.growFor(0, edges) ? tree.moves.allot(edges) : noEdges();
    }
    if (edgeEnd - edge < edges) {
      edge = spareEdge;
      edgeEnd = spareEdgeEnd;
      spareEdge = 0;
      spareEdgeEnd = 0;
      if (edgeEnd - edge < edges) {
        return noEdges();
      }
    }
    tree.moves.waste(edge, edge + edges); // Until the caller has a use for them.
    edge += edges;
    tree.moves.waste(edge, edgeEnd);
    return edge - edges;
  }

  private int noEdges() {
    wasShort = true;
    return Edges.NONE;
  }

  /** {@return whether so few children become nodes all at once} */
  static boolean areFew(int children) {
    return children <= FEW;
  }

  /** {@return the first of so many nodes side by side, unvisited and open, or {@link Tree#NONE} if there is no room} */
  int takeChildren(int children) {
    expect(children);
    int first = takeNodes(children);
    if (first != Tree.NONE) {
      tree.wipe(first, first + children);
    }
    return first;
  }

  private int takeNodes(int nodes) {
    if (closed) {
      return Tree.NONE;
    }
    if (lots == 1) {
      return tree.growFor(nodes, 0) ? tree.allot(nodes) : noNodes();
    }
    if (nodeEnd - node < nodes) {
      node = spareNode;
      nodeEnd = spareNodeEnd;
      spareNode = 0;
      spareNodeEnd = 0;
      if (nodeEnd - node < nodes) {
        return noNodes();
      }
    }
    node += nodes;
    return node - nodes;
  }

  private int noNodes() {
    wasShort = true;
    return Tree.NONE;
  }

  /** {@return the first of a node's children that is not visited, a node now if it was none; NONE if there is no room} */
  int firstUnvisited(int parent) {
    int visited = tree.prefix[parent];
    if (visited == tree.places(parent)) {
      int places = Math.min(Math.max(1, 2 * visited), tree.count(parent));
      int first = takeNodes(places);
      if (first == Tree.NONE) {
        return Tree.NONE;
      }
      tree.spread(parent, first, places);
    }
    return tree.firstChild[parent] + visited;
  }

  /** Makes all children of a node nodes, which nobody may be below. In a turn. Returns false if there is no room. */
  boolean spread(int parent) {
    if (tree.isSpread(parent)) {
      return true;
    }
    int children = tree.count(parent);
    boolean fits = !closed && (lots > 1 || tree.growFor(children, 0));
    int first = fits ? tree.allot(children) : Tree.NONE;
    if (first == Tree.NONE) {
      return false;
    }
    tree.spread(parent, first, children);
    return true;
  }

  /** {@return how many nodes may be wanted for so many playouts} */
  int nodesFor(int playouts) {
    return Math.max(NODES, 2 * playouts + widest);
  }

  /** {@return how many edges may be wanted for so many playouts} */
  int edgesFor(int playouts) {
    return Math.max(EDGES, playouts * (1 + widest));
  }

  /** Takes what may be wanted for so many playouts; returns false if there is no room even for one. In a turn. */
  boolean fill(int playouts) {
    if (lots == 1 || closed) {
      return true;
    }
    if (spareNode == spareNodeEnd) {
      int nodes = Math.max(widest, Math.min(nodesFor(playouts), tree.nodesLeft() / lots));
      int first = tree.allot(nodes);
      if (first == Tree.NONE) {
        return false;
      }
      spareNode = first;
      spareNodeEnd = first + nodes;
      tree.waste(spareNode, spareNodeEnd);
    }
    if (spareEdge == spareEdgeEnd) {
      int edges = Math.max(1 + widest, Math.min(edgesFor(playouts), tree.edgesLeft() / lots));
      int first = tree.moves.allot(edges);
      if (first == Edges.NONE) {
        return false;
      }
      spareEdge = first;
      spareEdgeEnd = first + edges;
    }
    return true;
  }

  /** Leaves what is not used, before nodes are moved. */
  void giveUp() {
    node = nodeEnd = 0;
    edge = edgeEnd = 0;
    spareNode = spareNodeEnd = 0;
    spareEdge = spareEdgeEnd = 0;
  }
}
