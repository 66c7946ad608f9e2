package mesa.search;

import java.util.Arrays;

/** A way down a tree: the nodes that it passes, and for each the side whose choice it was; the root's is its mover. */
final class Path extends Apart {
  int[] node = new int[64];
  byte[] chooser = new byte[64];
  /** How many moves it is long. */
  int depth;

  /** Begins at a node. */
  void start(int first, int choosing) {
    depth = 0;
    node[0] = first;
    chooser[0] = (byte) choosing;
  }

  /** Goes on to a child. */
  void add(int child, int choosing) {
    set(++depth, child, choosing);
  }

  /** Says what it passes at a depth, which is not yet the path's. */
  void set(int atDepth, int child, int choosing) {
    if (atDepth == node.length) {
      node = Arrays.copyOf(node, 2 * atDepth);
      chooser = Arrays.copyOf(chooser, 2 * atDepth);
    }
    node[atDepth] = child;
    chooser[atDepth] = (byte) choosing;
  }

  /** {@return the node that it ends at} */
  int end() {
    return node[depth];
  }

  /** {@return 1 if the side that chose the node at a depth moves there too, -1 if the other does; not for the end} */
  int sign(int atDepth) {
    return chooser[atDepth] == chooser[atDepth + 1] ? 1 : -1;
  }

  /** {@return a result for side 0 as the side sees it that chose the node at a depth, or the other way round} */
  float seenFrom(int atDepth, float result) {
    return chooser[atDepth] == 0 ? result : -result;
  }
}
