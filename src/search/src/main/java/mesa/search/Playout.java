package mesa.search;

import java.util.Arrays;
import mesa.core.Evaluator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;

/**
 * One thread's playouts. A playout
 * <ol>
 * <li><b>selects</b> its way down to a node that is unvisited, proven or can't be expanded;
 * <li><b>expands</b> what it passes on a second visit: only then are priors asked, for half of all nodes never see one;
 * <li>asks the rules, then the evaluator, for the value of the node it ends at, and <b>backs it up</b>, with proofs.
 * </ol>
 * Playouts start at a <b>base</b>, which is the root unless several threads share the tree; then each has a base of its
 * own at a time, and what it finds out about the base itself stays here until {@link #write} or a {@link Lane} takes it,
 * for the nodes beside it are in other hands.
 */
final class Playout extends Apart {
  private final Tree tree;
  private final Puct puct;
  private final Evaluator evaluator;
  private final ValueCache cache;
  /** Where nodes for children come from; null while no other thread uses the tree. */
  private Lot lot;
  private int widest;
  private final Moves moves = new Moves();
  private final Offspring offspring = new Offspring();
  /** The nodes passed, from the base down, and for each the side whose choice it was; the root's is its mover. */
  private int[] path = new int[64];
  private byte[] chooser = new byte[64];
  private int visits;
  private long sum;
  private int verdict;
  private boolean full;

  /**
   * Prepares.
   *
   * @param cacheBytes what a cache of values may take; 0 for none
   */
  Playout(Tree tree, Puct puct, Evaluator evaluator, long cacheBytes) {
    this.tree = tree;
    this.puct = puct;
    this.evaluator = evaluator;
    this.cache = cacheBytes == 0 ? null : new ValueCache(cacheBytes);
  }

  /** Forgets the last game. */
  void newGame(long seed) {
    widest = 0;
    reseed(seed);
    if (cache != null) {
      cache.clear();
    }
  }

  /** Gives back what the evaluator holds. */
  void close() {
    evaluator.close();
  }

  /** {@return whether an expansion has found no room since this was last asked, where this thread was alone} */
  boolean wasFull() {
    boolean was = full;
    full = false;
    return was;
  }

  /** {@return the most moves that this thread has met in a node of this game} */
  int widest() {
    return widest;
  }

  /** {@return the base's child that the last playout went through} */
  int firstChoice() {
    return path[1];
  }

  /**
   * Starts playouts from a node.
   *
   * @param base where
   * @param choosing the side whose choice it was
   * @param visitsBefore of the base
   * @param sumBefore of the base's results
   * @param lotToUse where nodes for children come from, or null if no other thread uses the tree meanwhile
   */
  void startFrom(int base, int choosing, int visitsBefore, long sumBefore, Lot lotToUse) {
    lot = lotToUse;
    path[0] = base;
    chooser[0] = (byte) choosing;
    visits = visitsBefore;
    sum = sumBefore;
    verdict = tree.verdict(base);
  }

  /** Makes all chance from here on follow from a seed. */
  void reseed(long seed) {
    evaluator.newGame(seed);
  }

  /** {@return results of the base, added up as in the tree} */
  long sum() {
    return sum;
  }

  /** {@return the base's {@linkplain Tree#verdict proof}, or OPEN} */
  int verdict() {
    return verdict;
  }

  /** Puts what is known of the base into the tree. */
  void write() {
    tree.write(path[0], visits, sum);
    tree.prove(path[0], verdict);
  }

  /**
   * Plays the first one: judges the root and gives it its children. One thread alone.
   *
   * @param position of the root
   * @param legal the root's moves
   * @param rootPriors what happens to their priors
   * @return false if there is no evaluation left to spend
   */
  boolean openRoot(Position position, Moves legal, RootPriors rootPriors, Meter meter) {
    if (!meter.spendEvaluation()) {
      return false;
    }
    list(legal);
    float[] priors = offspring.priors(moves.size());
    float value = evaluator.evaluate(position, moves, priors);
    rootPriors.apply(priors, moves.size());
    if (!tree.growFor(moves.size())) {
      throw new IllegalStateException(moves.size() + " legal moves do not fit into the memory of a tree");
    }
    offspring.join(tree, Tree.ROOT, tree.allot(moves.size()), moves);
    startFrom(Tree.ROOT, position.sideToMove(), 0, 0, null);
    backUp(0, chooser[0] == 0 ? value : -value, false);
    write();
    return true;
  }

  /**
   * Takes up a root that an earlier search has expanded: asks for its priors again, since there they are treated in
   * another way than below. One thread alone.
   *
   * @param position of the root
   * @param legal the root's moves
   * @param rootPriors what happens to their priors
   * @return false if there is no evaluation left to spend
   */
  boolean reopenRoot(Position position, Moves legal, RootPriors rootPriors, Meter meter) {
    startFrom(Tree.ROOT, position.sideToMove(), tree.visits[Tree.ROOT], tree.sum[Tree.ROOT], null);
    if (rootPriors.areAsBelow()) {
      return true;
    }
    if (!meter.spendEvaluation() || !tree.growFor(1)) {
      return false;
    }
    list(legal);
    float[] priors = offspring.priors(moves.size());
    evaluator.priors(position, moves, priors);
    rootPriors.apply(priors, moves.size());
    int first = tree.firstChild[Tree.ROOT];
    for (int child = first; child < first + moves.size(); child++) {
      tree.setPrior(child, Math.round(priors[moves.indexOf(tree.move[child])] * Tree.CERTAIN));
    }
    tree.sortRootChildren();
    return true;
  }

  private void list(Moves legal) {
    moves.clear();
    moves.addAll(legal);
  }

  /**
   * Plays one, for which a node of the budget has been spent.
   *
   * @param position of the base; left as it was
   * @param firstChoice the base's child to go through, or NONE to choose by the rule
   * @return false if the budget ended it; then there was none, and the node is to be given back
   */
  boolean run(Position position, int firstChoice, Meter meter) {
    int depth = select(position, firstChoice, meter);
    int known = depth == 0 ? verdict : tree.verdict(path[depth]);
    boolean proof = false;
    if (known == Tree.OPEN && (depth == 0 ? visits : tree.visits[path[depth]]) == 0) {
      Outcome outcome = position.outcome();
      if (outcome.isOver()) {
        known = Tree.verdict(outcome.valueFor(chooser[depth]), 0);
        prove(depth, known);
        proof = true;
      }
    }
    float value = known == Tree.OPEN ? evaluate(position, meter) : valueForFirst(Tree.proofOf(known), depth);
    for (int i = 0; i < depth; i++) {
      position.unmake();
    }
    if (Float.isNaN(value)) {
      return false;
    }
    backUp(depth, value, proof);
    return true;
  }

  /** Notes what is certain about a node of the path. */
  private void prove(int depth, int certain) {
    if (depth == 0) {
      verdict = certain;
    } else {
      tree.prove(path[depth], certain);
    }
  }

  /** Goes down, making moves, to where the playout ends; fills {@link #path}. Returns how many moves it made. */
  private int select(Position position, int firstChoice, Meter meter) {
    int depth = 0;
    int node = path[0];
    int before = visits;
    float q = before == 0 ? 0 : Tree.mean(sum, before);
    boolean open = verdict == Tree.OPEN;
    while (open && before > 0 && (tree.isExpanded(node) || expand(node, position, meter))) {
      int mover = position.sideToMove();
      int child = depth == 0 && firstChoice != Tree.NONE
          ? firstChoice
          : puct.select(tree, node, before, mover == chooser[depth] ? q : -q);
      position.make(tree.move[child]);
      depth++;
      if (depth == path.length) {
        path = Arrays.copyOf(path, 2 * depth);
        chooser = Arrays.copyOf(chooser, 2 * depth);
      }
      path[depth] = child;
      chooser[depth] = (byte) mover;
      before = tree.visits[child];
      q = tree.q[child];
      open = tree.isOpen(child);
      node = child;
    }
    return depth;
  }

  /** Gives a node its children; returns false if there is no room or no evaluation left. */
  private boolean expand(int node, Position position, Meter meter) {
    moves.clear();
    position.legalMoves(moves);
    int first = moves.isEmpty() ? Tree.NONE : room(moves.size());
    if (first == Tree.NONE || !meter.spendEvaluation()) {
      return false;
    }
    evaluator.priors(position, moves, offspring.priors(moves.size()));
    offspring.join(tree, node, first, moves);
    return true;
  }

  private int room(int count) {
    widest = Math.max(widest, count);
    if (lot != null) {
      return lot.take(count);
    }
    int first = tree.growFor(count) ? tree.allot(count) : Tree.NONE;
    full |= first == Tree.NONE;
    return first;
  }

  /** Sees a result as side 0 does, that is for the side that chose the node at a depth of the path. */
  private int valueForFirst(int result, int depth) {
    return chooser[depth] == 0 ? result : -result;
  }

  private float evaluate(Position position, Meter meter) {
    float known = cache == null ? Float.NaN : cache.get(position.hash());
    if (Float.isNaN(known)) {
      if (!meter.spendEvaluation()) {
        return Float.NaN;
      }
      known = evaluator.value(position);
      if (cache != null) {
        cache.put(position.hash(), known);
      }
    }
    return position.sideToMove() == 0 ? known : -known;
  }

  /**
   * Adds a result to every node of the path. A node that becomes proven hands its exact value upwards from there.
   *
   * @param depth of the leaf
   * @param value of the leaf, for side 0
   * @param proof whether the leaf has just been proven, so that its parent may be too
   */
  private void backUp(int depth, float value, boolean proof) {
    for (int i = depth; i >= 0; i--) {
      int node = path[i];
      if (proof && i < depth) {
        int certain = tree.verdictOfChildren(node, chooser[i] == chooser[i + 1] ? 1 : -1);
        prove(i, certain);
        proof = certain != Tree.OPEN;
        value = proof ? valueForFirst(Tree.proofOf(certain), i) : value;
      }
      long result = (long) ((chooser[i] == 0 ? value : -value) * Tree.ONE);
      if (i == 0) {
        visits++;
        sum += result;
        return;
      }
      int before = tree.visits[node];
      if (before == 0) {
        tree.prefix[path[i - 1]]++;
      }
      tree.write(node, before + 1, before == 0 ? result : tree.sum[node] + result);
    }
  }
}
