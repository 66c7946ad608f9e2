package mesa.search;

/**
 * Chooses the child to follow: the one with the greatest
 * <pre>
 * q + C(N) P / (1 + n)        n, N = visits of the child and of the parent; P = the child's prior
 * </pre>
 * where an unvisited child's q is the first-play urgency, the parent's mean seen by its mover less
 * {@code reduction * sqrt(prior mass visited)} but at least -1, which a loss counts, and {@code C(N) = c N^growth}.
 * PUCT: Rosin 2011, as in AlphaGo Zero.
 *
 * <p>Unvisited children share one q, so the first of them in the order of priors is the best of them, and only the
 * visited prefix and one more need be looked at. That is exact, no heuristic.
 */
final class Puct {
  /** Visits for which C is tabulated; beyond, a power costs little against so deep a tree. */
  private static final int TABLE = 1 << 12;

  /** Up to so many children it is 5 to 12 % faster to choose without a branch; among 121, 14 % slower. */
  private static final int FEW = 32;

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
   * Chooses. Children proven lost for the mover are passed over, for their q is so low; one that is won would have proven
   * the parent.
   *
   * @param tree the tree
   * @param node open, visited and expanded
   * @param visits of the node
   * @param mean of the node, for the mover
   * @return the child, or NONE if it is the first of those not visited and no node yet
   */
  int select(Tree tree, int node, int visits, float mean) {
    float scale = exploration(visits) / Tree.CERTAIN;
    int first = tree.firstChild[node];
    int unvisited = first + tree.prefix[node];
    long best = bestVisited(tree, first, unvisited, scale);
    int head = tree.edges[node];
    if (head < 0) {
      if (unvisited - first < -head) {
        best = Math.max(best, firstVisit(tree, tree.prior(unvisited), first, unvisited, scale, mean));
      }
      return ~(int) best;
    }
    if (unvisited - first < tree.moves.moves(head)) {
      best = Math.max(best, firstVisit(tree, tree.moves.prior(head, unvisited - first), first, unvisited, scale, mean));
    }
    int child = ~(int) best;
    return child == unvisited && unvisited - first == tree.moves.places(head) ? Tree.NONE : child;
  }

  /** The same among the children that are visited, of which there has to be one. */
  int selectVisited(Tree tree, int node, int visits) {
    int first = tree.firstChild[node];
    return ~(int) bestVisited(tree, first, first + tree.prefix[node], exploration(visits) / Tree.CERTAIN);
  }

  private static long bestVisited(Tree tree, int first, int end, float scale) {
    return end - first <= FEW ? bestOfFew(tree, first, end, scale) : bestOfMany(tree, first, end, scale);
  }

  /** Chooses as {@link #select(Tree, int, int, float)} does; says also how far the child leads. */
  void select(Tree tree, int node, int visits, float mean, Lead lead) {
    float scale = exploration(visits) / Tree.CERTAIN;
    int first = tree.firstChild[node];
    int unvisited = first + tree.prefix[node];
    long best = Long.MIN_VALUE;
    long second = Long.MIN_VALUE;
    for (int child = first; child < unvisited; child++) {
      long score = ranked(tree.q, tree.weight, scale, child);
      second = Math.max(second, Math.min(best, score));
      best = Math.max(best, score);
    }
    if (unvisited - first < tree.count(node)) {
      long score = firstVisit(tree, tree.priorAt(node, unvisited - first), first, unvisited, scale, mean);
      second = Math.max(second, Math.min(best, score));
      best = Math.max(best, score);
    }
    int child = ~(int) best;
    lead.place = child - first;
    lead.visits = child < unvisited ? tree.visits[child] : 0;
    lead.bonus = scale * tree.priorAt(node, lead.place);
    lead.score = score(best);
    lead.second = score(second);
  }

  private long firstVisit(Tree tree, int prior, int first, int unvisited, float scale, float mean) {
    float urgency = reduction == 0 ? mean : mean - reduction * (float) Math.sqrt(priorMass(tree, first, unvisited));
    return ranked(Math.max(0, 1 + urgency) + scale * prior, unvisited);
  }

  /** Without a branch on scores, which nobody could predict, and by fours, which spares the compiler's preparations for many. */
  private static long bestOfFew(Tree tree, int first, int end, float scale) {
    float[] q = tree.q;
    int[] weight = tree.weight;
    long best = Long.MIN_VALUE;
    int child = first;
    for (; child + 3 < end; child += 4) {
      long two = Math.max(ranked(q, weight, scale, child), ranked(q, weight, scale, child + 1));
      long others = Math.max(ranked(q, weight, scale, child + 2), ranked(q, weight, scale, child + 3));
      best = Math.max(best, Math.max(two, others));
    }
    if ((end - first & 2) != 0) {
      best = Math.max(best, Math.max(ranked(q, weight, scale, child), ranked(q, weight, scale, child + 1)));
      child += 2;
    }
    return (end - first & 1) != 0 ? Math.max(best, ranked(q, weight, scale, child)) : best;
  }

  /** With a branch, which is seldom taken. */
  private static long bestOfMany(Tree tree, int first, int end, float scale) {
    float[] q = tree.q;
    int[] weight = tree.weight;
    int best = first;
    float bestScore = Float.NEGATIVE_INFINITY;
    for (int child = first; child < end; child++) {
      float score = score(q, weight, scale, child);
      if (score > bestScore) {
        bestScore = score;
        best = child;
      }
    }
    return ranked(bestScore, best);
  }

  /** {@return a visited child's score, raised by 1: as it is not negative then, its bits are ordered as it is} */
  private static float score(float[] q, int[] weight, float scale, int child) {
    return 1 + q[child] + scale * Float.intBitsToFloat(weight[child]);
  }

  private static long ranked(float[] q, int[] weight, float scale, int child) {
    return ranked(score(q, weight, scale, child), child);
  }

  private static float score(long ranked) {
    return ranked == Long.MIN_VALUE ? Float.NEGATIVE_INFINITY : Float.intBitsToFloat((int) (ranked >>> 32)) - 1;
  }

  private static float priorMass(Tree tree, int first, int end) {
    int sum = 0;
    for (int child = first; child < end; child++) {
      sum += tree.prior(child);
    }
    return (float) sum / Tree.CERTAIN;
  }

  /**
   * Puts a score and a child into one number, so that the greatest is found without a branch: the greater score first,
   * then the lower child.
   */
  private static long ranked(float score, int child) {
    return (long) Float.floatToRawIntBits(score) << 32 | ~child & 0xffffffffL;
  }
}
