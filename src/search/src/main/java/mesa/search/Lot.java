package mesa.search;

/**
 * Nodes side by side that one of several lanes has taken of a tree at once and not used yet, so that those of different
 * lanes do not lie mixed up in memory. They are a lane's and no thread's: so how many are taken follows from what lanes
 * do, whichever thread plays them.
 */
final class Lot extends Apart {
  private final Tree tree;
  private final Room room;
  private int next;
  private int end;

  /** Makes one that holds nothing yet. */
  Lot(Tree tree, Room room) {
    this.tree = tree;
    this.room = room;
  }

  /** {@return the first of so many nodes side by side, or NONE if there is no room} */
  int take(int nodes) {
    if (room.isClosed()) {
      return Tree.NONE;
    }
    if (end - next < nodes) {
      int wanted = room.lotFor(nodes);
      int first = tree.allot(wanted);
      if (first == Tree.NONE) {
        return tree.allot(nodes);
      }
      next = first;
      end = first + wanted;
    }
    next += nodes;
    return next - nodes;
  }

  /** Leaves what is not used, before nodes are moved. */
  void giveUp() {
    next = 0;
    end = 0;
  }
}
