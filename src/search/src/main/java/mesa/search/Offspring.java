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
   * Gives a node its children, those with the greatest priors first; equals keep their order.
   *
   * @param first of nodes in a row that were {@linkplain Tree#allot allotted} for them
   * @param moves that lead to them, whose priors have been put here
   */
  void join(Tree tree, int node, int first, Moves moves) {
    int count = moves.size();
    boolean sorted = true;
    for (int i = 0; i < count; i++) {
      // Numbers that are not negative are ordered as their bits are.
      order[i] = (long) (Integer.MAX_VALUE - Float.floatToRawIntBits(priors[i])) << 32 | i;
      sorted &= i == 0 || order[i - 1] < order[i];
    }
    if (!sorted) {
      Arrays.sort(order, 0, count);
    }
    for (int i = 0; i < count; i++) {
      int index = (int) order[i];
      tree.set(first + i, moves.get(index), (int) (priors[index] * Tree.CERTAIN + 0.5f));
    }
    tree.expand(node, first, count);
  }
}
