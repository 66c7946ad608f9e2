package mesa.search;

import mesa.core.Evaluator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;

/**
 * One thread's playouts. A playout
 * <ol>
 * <li><b>selects</b> its way down to a node that is unvisited, proven or can't be expanded;
 * <li><b>expands</b> what it passes on a second visit: only then are priors asked, for half of all nodes never see one,
 *     and children become nodes no sooner than they are visited;
 * <li>asks the rules, then the evaluator, for the value of the node it ends at, and <b>backs it up</b>, with proofs.
 * </ol>
 * Playouts start at a <b>base</b>: the root, or a node below it, several playouts in a row. What they find out about the
 * base itself stays here until {@link #write} or a {@link Lane} takes it, for the nodes beside it may be in other hands.
 */
final class Playout extends Apart {
  private final Tree tree;
  private final Puct puct;
  private final Evaluator evaluator;
  private Lot lot;
  private ValueCache cache;
  private final Moves moves = new Moves();
  private final Offspring offspring = new Offspring();
  /** From the base down. */
  private final Path path = new Path();
  private int visits;
  private long sum;
  private int verdict;
  /** Whether something on the path is open, but not quite. */
  private boolean bounded;

  /** Prepares. */
  Playout(Tree tree, Puct puct, Evaluator evaluator) {
    this.tree = tree;
    this.puct = puct;
    this.evaluator = evaluator;
  }

  /** Gives back what the evaluator holds. */
  void close() {
    evaluator.close();
  }

  /** {@return the base's child that the last playout went through} */
  int firstChoice() {
    return path.node[1];
  }

  /**
   * Starts playouts from a node.
   *
   * @param base where
   * @param choosing the side whose choice it was
   * @param visitsBefore of the base
   * @param sumBefore of the base's results
   * @param verdictBefore what is certain about the base
   * @param lotToUse where what is new comes from
   * @param cacheToUse values known, or null for none
   */
  void startFrom(int base, int choosing, int visitsBefore, long sumBefore, int verdictBefore, Lot lotToUse,
      ValueCache cacheToUse) {
    lot = lotToUse;
    cache = cacheToUse;
    path.start(base, choosing);
    visits = visitsBefore;
    sum = sumBefore;
    verdict = verdictBefore;
  }

  /** Makes all chance from here on follow from a seed. */
  void reseed(long seed) {
    evaluator.newGame(seed);
  }

  /** {@return results of the base, added up as in the tree} */
  long sum() {
    return sum;
  }

  /** {@return what is certain about the base} */
  int verdict() {
    return verdict;
  }

  /** Puts what is known of the base into the tree. */
  void write() {
    tree.write(path.node[0], visits, sum);
    tree.prove(path.node[0], verdict);
  }

  /**
   * Plays the first one: judges the root and gives it its children. One thread alone.
   *
   * @param position of the root
   * @param legal the root's moves
   * @param rootPriors what happens to their priors
   * @param rootLot the tree's only one
   * @param rootCache values known, or null for none
   * @return false if there is no evaluation left to spend
   */
  boolean openRoot(Position position, Moves legal, RootPriors rootPriors, Lot rootLot, ValueCache rootCache, Meter meter) {
    if (!meter.spendEvaluation()) {
      return false;
    }
    list(legal);
    float[] priors = offspring.priors(moves.size());
    float value = evaluator.evaluate(position, moves, priors);
    rootPriors.apply(priors, moves.size());
    if (!rootLot.fits(moves.size())) {
      throw new IllegalStateException(moves.size() + " legal moves do not fit into the memory of a tree");
    }
    offspring.join(tree, Tree.ROOT, rootLot.takeEdges(moves.size()), moves);
    tree.spreadRoot();
    startFrom(Tree.ROOT, position.sideToMove(), 0, 0, Verdict.OPEN, rootLot, rootCache);
    backUp(0, path.seenFrom(0, value), false);
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
    if (rootPriors.areAsBelow()) {
      return true;
    }
    if (!meter.spendEvaluation() || !tree.growFor(1, 0)) {
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
   * @return false if the budget ended it, or the lot being {@linkplain Lot#isExhausted exhausted}; then there was none,
   *     and the node is to be given back
   */
  boolean run(Position position, int firstChoice, Meter meter) {
    int depth = select(position, firstChoice, meter);
    int leaf = path.node[depth];
    int known = depth == 0 ? verdict : tree.verdict(leaf);
    boolean proof = false;
    if (!Verdict.isProven(known) && (depth == 0 ? visits : tree.visits[leaf]) == 0) {
      Outcome outcome = position.outcome();
      if (outcome.isOver()) {
        known = Verdict.of(outcome.valueFor(path.chooser[depth]), 0);
        prove(depth, known);
        proof = true;
      }
    }
    float value;
    if (Verdict.isProven(known)) {
      value = path.seenFrom(depth, Verdict.proof(known));
    } else {
      value = lot.isExhausted() ? Float.NaN : evaluate(position, meter);
    }
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
      tree.prove(path.node[depth], certain);
    }
  }

  /** Goes down, making moves, to where the playout ends; returns how many moves it made. */
  private int select(Position position, int firstChoice, Meter meter) {
    int depth = 0;
    int node = path.node[0];
    int before = visits;
    float q = before == 0 ? 0 : Verdict.bound(verdict, Tree.mean(sum, before));
    boolean open = !Verdict.isProven(verdict);
    int states = verdict;
    while (open && before > 0 && (tree.isExpanded(node) || expand(node, position, meter))) {
      int mover = position.sideToMove();
      int child = depth == 0 && firstChoice != Tree.NONE
          ? firstChoice
          : puct.select(tree, node, before, mover == path.chooser[depth] ? q : -q);
      if (child == Tree.NONE) {
        child = firstUnvisited(node, before);
        if (child == Tree.NONE) {
          break;
        }
      }
      position.make(tree.move[child]);
      path.set(++depth, child, mover);
      before = tree.visits[child];
      q = tree.mean(child);
      byte state = tree.state[child];
      open = !Verdict.isProven(state);
      states |= state;
      node = child;
    }
    bounded = Verdict.isBounded(states);
    path.depth = depth;
    return depth;
  }

  /** {@return the first child not visited; where there is no room for one more, the best that is, or NONE if none is} */
  private int firstUnvisited(int node, int before) {
    int child = lot.firstUnvisited(node);
    return child == Tree.NONE && tree.prefix[node] > 0 ? puct.selectVisited(tree, node, before) : child;
  }

  /** Gives a node its moves; returns false if there is no room or no evaluation left. */
  private boolean expand(int node, Position position, Meter meter) {
    moves.clear();
    position.legalMoves(moves);
    int count = moves.size();
    boolean few = Lot.areFew(count);
    int place = few ? lot.takeChildren(count) : lot.takeEdges(count);
    if (place <= 0 || count == 0 || !meter.spendEvaluation()) {
      return false;
    }
    evaluator.priors(position, moves, offspring.priors(count));
    if (few) {
      offspring.joinAsNodes(tree, node, place, moves);
    } else {
      offspring.join(tree, node, place, moves);
    }
    return true;
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

  /** Looks at what is certain about a node by its children; returns whether that is more than before. */
  private boolean learn(int depth) {
    int node = path.node[depth];
    int known = depth == 0 ? verdict : tree.verdict(node);
    int certain = tree.verdictOfChildren(node, path.sign(depth), known);
    prove(depth, certain);
    return certain != known;
  }

  /**
   * Adds a result to every node of the path. A node that becomes proven hands its exact value upwards from there, and one
   * whose mover has a draw for sure nothing worse than that from a child which looks worse.
   *
   * @param depth of the leaf
   * @param value of the leaf, for side 0
   * @param news whether more is certain about the leaf than before, so that more may be about its parent
   */
  private void backUp(int depth, float value, boolean news) {
    int[] nodes = path.node;
    byte[] chooser = path.chooser;
    for (int i = depth; i >= 0; i--) {
      int node = nodes[i];
      if (news && i < depth) {
        news = learn(i);
      }
      if ((news || bounded) && i < depth) {
        int certain = i == 0 ? verdict : tree.state[node];
        if (Verdict.isProven(certain)) {
          value = path.seenFrom(i, Verdict.proof(certain));
        } else if (Verdict.isSafe(certain, path.sign(i)) && tree.q[nodes[i + 1]] < 0) {
          value = 0;
        }
      }
      long result = (long) ((chooser[i] == 0 ? value : -value) * Tree.ONE);
      if (i == 0) {
        visits++;
        sum += result;
        return;
      }
      int before = tree.visits[node];
      if (before == 0) {
        tree.prefix[nodes[i - 1]]++;
      }
      tree.write(node, before + 1, before == 0 ? result : tree.sum[node] + result);
    }
  }
}
