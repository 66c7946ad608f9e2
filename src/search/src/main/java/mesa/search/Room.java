package mesa.search;

/**
 * How much of a tree's memory several lanes may take in a round. It begins only with so many playouts as surely find
 * room for all that they expand, or else none of them may expand anything: if room gave out on the way, who came too late
 * for it would follow from how fast threads are, and equal seeds would not give equal trees.
 */
final class Room {
  /** Nodes that a lane takes at once. */
  private static final int LOT = 1024;

  /** Unless lots of which all lanes leave the last one unused would be more than this share of what is left. */
  private static final int SHARE_IN_LOTS = 4;

  private final Tree tree;
  private final int lanes;
  private boolean closed;
  private int lot;

  /** Prepares for a number of lanes. */
  Room(Tree tree, int lanes) {
    this.tree = tree;
    this.lanes = lanes;
  }

  /**
   * {@return how many playouts surely find room for all that they expand}
   *
   * @param widest most children that a node has
   */
  int playouts(int widest) {
    long left = tree.left();
    int each = lot(widest);
    return (int) (each == 0 ? left / widest : (left - (long) lanes * each) * (each - widest) / each / widest);
  }

  /** {@return nodes in a lot, of which less than a node's children may stay unused; 0 if lots are not worth it} */
  private int lot(int widest) {
    int each = Math.min(LOT, tree.left() / SHARE_IN_LOTS / lanes);
    return each < 2 * widest ? 0 : each;
  }

  /**
   * Prepares a round.
   *
   * @param playouts no more than {@link #playouts}
   * @param widest most children that a node has
   */
  void open(int playouts, int widest) {
    closed = false;
    lot = lot(widest);
    long children = (long) playouts * widest;
    long nodes = lot == 0 ? children : 1 + children * lot / (lot - widest) + (long) lanes * lot;
    tree.growTowards((int) Math.min(nodes, Integer.MAX_VALUE));
  }

  /** Prepares a round in which nothing is expanded. */
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  /** {@return how many nodes a lane takes at once when it needs so many} */
  int lotFor(int children) {
    return Math.max(lot, children);
  }
}
