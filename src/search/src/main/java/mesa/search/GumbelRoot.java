package mesa.search;

import mesa.core.Rng;

/**
 * Chooses among the moves of the root so that even a few playouts improve on the priors (Danihelka et al., <i>Policy
 * improvement by planning with Gumbel</i>, ICLR 2022; constants as in google-deepmind/mctx, which always considers 16
 * moves if there are as many). The moves with the greatest {@code g + ln P} are considered, g being noise from a Gumbel
 * distribution; playouts go to them by sequential halving, and the survivors are told apart by
 * {@code g + ln P + sigma(q)}. Below the root {@link Puct} chooses, and at the root, too, once the plan is played or all
 * that it considers is proven. So that Puct finds the visited first, the root's children stand in the order of
 * {@code g + ln P}, in which they are first visited, and those then left over in that of their priors.
 *
 * <p>Serves one search after another, each from a fresh tree and on one thread.
 */
final class GumbelRoot {
  private static final int MOST_CONSIDERED = 16;
  private static final int USUAL_PLAYOUTS = 64;

  // sigma(q) = (50 + the most visits of a move) x 0.1 x q, with q brought to [0, 1].
  private static final double VISIT_OFFSET = 50;
  private static final double VALUE_SCALE = 0.1;

  private final double noise;
  private final int asked;
  private final Rng rng = new Rng(0);

  private Tree tree;
  private int first;
  private int count;
  private float rootValue;
  /** By the place of a move among the root's children: g + ln P, and sigma(q). */
  private double[] noisyLogits = new double[256];
  private double[] values = new double[256];

  // Where the halving stands.
  private int playouts;
  private int left;
  private int rounds;
  private int considered;
  private int visitsInRound;
  private int turn;
  private int level;

  /**
   * Makes the rule.
   *
   * @param noise scale of g: 0 for the strongest play, 1 for self-play
   * @param considered how many moves the halving begins with, if there are as many; 2 or more, or 0 for as many as can
   *     be visited twice before half of them go: 4, 8 and 16 from 16, 48 and 128 nodes on
   */
  GumbelRoot(double noise, int considered) {
    this.noise = noise;
    this.asked = considered;
  }

  /** Starts the noise of a game. */
  void newGame(long seed) {
    rng.reseed(seed);
  }

  /**
   * Starts a search.
   *
   * @param grown a tree of a root that has been visited once, and of its children
   * @param budget playouts to come; {@value #USUAL_PLAYOUTS} are planned for if there is no end to them
   */
  void start(Tree grown, long budget) {
    tree = grown;
    first = tree.firstChild[Tree.ROOT];
    count = tree.count(Tree.ROOT);
    rootValue = tree.value(Tree.ROOT);
    if (values.length < count) {
      noisyLogits = new double[2 * count];
      values = new double[2 * count];
    }
    for (int i = 0; i < count; i++) {
      noisyLogits[i] = logit(i) + (noise == 0 ? 0 : noise * -StrictMath.log(-StrictMath.log(rng.unit() + 0x1p-54)));
    }
    sortFrom(0);
    playouts = budget == Long.MAX_VALUE ? USUAL_PLAYOUTS : (int) Math.min(budget, Tree.MOST_VISITS);
    left = playouts;
    considered = Math.min(asked == 0 ? visitedTwice(1 + playouts) : asked, count);
    rounds = rounds(considered);
    level = 0;
    startRound();
  }

  /** {@return ln P of the child at a place} */
  private double logit(int place) {
    return StrictMath.log(Math.max(0.5, tree.prior(first + place)) / Tree.CERTAIN);
  }

  /** Sorts the children from a place on, none of them visited, by {@link #noisyLogits}, greatest first. */
  private void sortFrom(int place) {
    for (int i = place + 1; i < count; i++) {
      double key = noisyLogits[i];
      int move = tree.move[first + i];
      int prior = tree.prior(first + i);
      int at = i;
      for (; at > place && noisyLogits[at - 1] < key; at--) {
        noisyLogits[at] = noisyLogits[at - 1];
        tree.set(first + at, tree.move[first + at - 1], tree.prior(first + at - 1)); // All that tells them apart.
      }
      noisyLogits[at] = key;
      tree.set(first + at, move, prior);
    }
    tree.writeEdges(Tree.ROOT);
  }

  private static int visitedTwice(int nodes) {
    int moves = MOST_CONSIDERED;
    while (moves > 2 && nodes / (rounds(moves) * moves) < 2) {
      moves /= 2;
    }
    return moves;
  }

  private static int rounds(int moves) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(moves - 1)); // ceil(log2)
  }

  private void startRound() {
    visitsInRound = Math.max(1, playouts / (rounds * considered));
    turn = 0;
  }

  /**
   * {@return the child for the next playout, one that is not proven lost; NONE once all that were planned are made, or
   * could tell nothing more. The same again until that is {@link #played}}
   */
  int next() {
    if (left > 0 && isProven()) {
      left = 0;
    }
    if (left <= 0) {
      return leaveToPuct();
    }
    completeValues();
    int choice = best(level);
    return choice == Tree.NONE ? best(Integer.MAX_VALUE) : choice;
  }

  /** {@return whether all children that are still considered are proven} */
  private boolean isProven() {
    for (int child = first; child < first + count; child++) {
      if (tree.isOpen(child) && tree.visits[child] >= level) {
        return false;
      }
    }
    return true;
  }

  /** Has the children that are not visited stand as {@link Puct} wants them, without noise. */
  private int leaveToPuct() {
    if (left == 0) { // Not yet noted that a playout has been left to it.
      int visited = tree.prefix[Tree.ROOT];
      for (int i = visited; i < count; i++) {
        noisyLogits[i] = logit(i);
      }
      sortFrom(visited);
    }
    return Tree.NONE;
  }

  /** Notes that a playout has gone through the child that was next. */
  void played() {
    left--;
    if (++turn == considered) {
      turn = 0;
      level++;
      if (--visitsInRound == 0) {
        considered = Math.max(Math.min(2, count), considered / 2);
        startRound();
      }
    }
  }

  /** {@return how many of the next playouts go through children that differ, whatever comes of them; 0 if none is left} */
  int independent() {
    return left <= 0 ? 0 : Math.min(left, considered - turn);
  }

  /**
   * Finds the child with the greatest score among those that are not proven lost.
   *
   * @param visits that it must have; the greatest integer for any
   */
  private int best(int visits) {
    int best = Tree.NONE;
    double bestScore = 0;
    for (int i = 0; i < count; i++) {
      int child = first + i;
      if (tree.proof(child) < 0
          || visits != Integer.MAX_VALUE && tree.visits[child] != visits) {
        continue;
      }
      double score = noisyLogits[i] + values[i];
      if (best == Tree.NONE || score > bestScore) {
        best = child;
        bestScore = score;
      }
    }
    return best;
  }

  /**
   * Finds the child to play.
   *
   * @return a proven win, or the latest loss if all are lost; else, of those with the most visits, the one with the
   *     greatest score, unless it seems no better than a draw that is certain. Once playouts have been left to {@link
   *     Puct}, the most visited
   */
  int choice() {
    if (left < 0) {
      return ChildOrder.best(tree, Tree.ROOT);
    }
    completeValues();
    int most = 0;
    for (int child = first; child < first + count; child++) {
      int proven = tree.proof(child);
      if (proven > 0) {
        return ChildOrder.best(tree, Tree.ROOT);
      }
      most = proven < 0 ? most : Math.max(most, tree.visits[child]);
    }
    int choice = best(most);
    return choice == Tree.NONE
        ? ChildOrder.best(tree, Tree.ROOT) : ChildOrder.orDraw(tree, Tree.ROOT, Tree.NONE, choice);
  }

  /**
   * Improves the priors by what has been found out: a softmax of {@code ln P + sigma(q)}.
   *
   * @param into receives a probability for each child, in the tree's order
   */
  void policy(float[] into) {
    completeValues();
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      values[i] += logit(i);
      greatest = Math.max(greatest, values[i]);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += StrictMath.exp(values[i] - greatest);
    }
    for (int i = 0; i < count; i++) {
      into[i] = (float) (StrictMath.exp(values[i] - greatest) / sum);
    }
  }

  /** Fills {@link #values} with sigma(q); moves not visited count as a mean of the root's value and the others'. */
  private void completeValues() {
    int visits = 0;
    int most = 0;
    double priors = 0;
    double weighted = 0;
    for (int child = first; child < first + count; child++) {
      visits += tree.visits[child];
      most = Math.max(most, tree.visits[child]);
      if (tree.visits[child] > 0) {
        priors += tree.prior(child);
        weighted += (double) tree.prior(child) * tree.value(child);
      }
    }
    double mixed = priors == 0 ? rootValue : (rootValue + visits * weighted / priors) / (1 + visits);
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      values[i] = tree.visits[first + i] > 0 ? tree.value(first + i) : mixed;
      least = Math.min(least, values[i]);
      greatest = Math.max(greatest, values[i]);
    }
    double scale = (VISIT_OFFSET + most) * VALUE_SCALE / Math.max(greatest - least, 1e-8);
    for (int i = 0; i < count; i++) {
      values[i] = (values[i] - least) * scale;
    }
  }
}
