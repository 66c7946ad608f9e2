package mesa.search;

/**
 * Chooses the child to follow: the one with the greatest
 * <pre>
 * q + C(N) P / (1 + n)        n, N = visits of the child and of the parent; P = the child's prior
 * </pre>
 * where an unvisited child's q is the first-play urgency, the parent's mean seen by its mover less
 * {@code reduction * sqrt(prior mass visited)}, and {@code C(N) = c N^growth}. PUCT: Rosin 2011, as in AlphaGo Zero.
 *
 * <p>Unvisited children share one q, so the first of them in the order of priors is the best of them, and only the
 * visited prefix and one more need be looked at. That is exact, no heuristic.
 */
final class Puct {
  /** Visits for which C is tabulated; beyond, a power costs little against so deep a tree. */
  private static final int TABLE = 1 << 12;

  private final double c;
  private final double growth;
  private final float reduction;
  private final float[] table = new float[TABLE];

  /**
   * Makes the rule.
   *
   * @param c how much to explore, at least 0
   * @param growth the power of N with which exploration grows; 0.5 is the usual one
   * @param reduction of the first-play urgency, at least 0
   */
  Puct(double c, double growth, double reduction) {
    this.c = c;
    this.growth = growth;
    this.reduction = (float) reduction;
    for (int visits = 0; visits < TABLE; visits++) {
      table[visits] = computed(visits);
    }
  }

  private float computed(int visits) {
    return (float) (c * StrictMath.pow(visits, growth)); // Strict, so that trees agree across machines.
  }

  private float exploration(int visits) {
    return visits < TABLE ? table[visits] : computed(visits);
  }

  /**
   * Chooses. Children proven lost for the mover are passed over; one that is won would have proven the parent.
   *
   * @param tree the tree
   * @param node open, visited and expanded
   * @param mean of the node, for the mover
   * @return the child
   */
  int select(Tree tree, int node, float mean) {
    int[] visits = tree.visits;
    float[] q = tree.q;
    byte[] state = tree.state;
    float scale = exploration(visits[node]) / Tree.CERTAIN;
    int first = tree.firstChild[node];
    int unvisited = first + tree.prefix[node];
    int priorVisited = 0;
    int best = Tree.NONE;
    float bestScore = Float.NEGATIVE_INFINITY;
    for (int child = first; child < unvisited; child++) {
      int prior = tree.prior(child);
      priorVisited += prior;
      float score = q[child] + scale * prior / (1 + visits[child]);
      if (score > bestScore && state[child] != Tree.LOST) {
        bestScore = score;
        best = child;
      }
    }
    if (unvisited < first + tree.count[node]) {
      float urgency = mean - reduction * (float) Math.sqrt((float) priorVisited / Tree.CERTAIN);
      if (urgency + scale * tree.prior(unvisited) > bestScore) {
        best = unvisited;
      }
    }
    return best;
  }
}
