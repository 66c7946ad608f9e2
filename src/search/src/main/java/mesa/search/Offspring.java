package mesa.search;

import java.util.Arrays;
import mesa.core.Moves;

/** The priors of a node's moves, on their way into the tree. */
final class Offspring {
  private float[] priors = new float[256];
  private long[] order = new long[256];

  /** {@return where to put the priors of so many moves; room for the next ones too, which overwrite them} */
  float[] priors(int moves) {
    if (priors.length < moves) {
      priors = new float[2 * moves];
      order = new long[2 * moves];
    }
    return priors;
  }

  /**
   * Expands a node: the moves with the greatest priors stand first, equals in their order.
   *
   * @param head of edges in a row that were {@linkplain Lot#takeEdges taken} for the moves
   * @param moves of the node, whose priors have been put here
   */
  void join(Tree tree, int node, int head, Moves moves) {
    int count = moves.size();
    sort(count);
    long[] edges = tree.moves.of;
    for (int place = 0; place < count; place++) {
      int index = (int) order[place];
      edges[head + 1 + place] = Edges.of(moves.get(index), inTree(priors[index]));
    }
    tree.moves.setHead(head, count, 0);
    tree.expand(node, head);
  }

  /**
   * Expands a node, all children of which become nodes.
   *
   * @param first of nodes in a row that were {@linkplain Lot#takeChildren taken} for the children
   * @param moves of the node, whose priors have been put here
   */
  void joinAsNodes(Tree tree, int node, int first, Moves moves) {
    int count = moves.size();
    sort(count);
    for (int place = 0; place < count; place++) {
      int index = (int) order[place];
      tree.describe(first + place, moves.get(index), inTree(priors[index]));
    }
    tree.expand(node, first, count);
  }

  private static int inTree(float prior) {
    return (int) (prior * Tree.CERTAIN + 0.5f);
  }

  private void sort(int count) {
    boolean sorted = true;
    for (int i = 0; i < count; i++) {
      // Numbers that are not negative are ordered as their bits are.
      order[i] = (long) (Integer.MAX_VALUE - Float.floatToRawIntBits(priors[i])) << 32 | i;
      sorted &= i == 0 || order[i - 1] < order[i];
    }
    if (!sorted) {
      Arrays.sort(order, 0, count);
    }
  }
}
