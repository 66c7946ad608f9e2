package mesa.search;

import java.util.Arrays;
import mesa.core.Decision;
import mesa.core.Evaluator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * Monte Carlo tree search by PUCT over any evaluator. A playout
 * <ol>
 * <li><b>selects</b> its way down to a node that is unvisited, proven or can't be expanded;
 * <li><b>expands</b> what it passes on a second visit: only then are priors asked, for half of all nodes never see one;
 * <li>asks the rules, then the evaluator, for the value of the node it ends at, and <b>backs it up</b>, with proofs.
 * </ol>
 * The first playout evaluates the root and expands it at once, so that a single node plays the best prior. A playout is
 * a node of the budget; each call of the evaluator, for a value, priors or both, is an evaluation.
 *
 * <p>The search ends when the budget does, when the root is proven, or at once where there is but one legal move. When
 * the tree is full it goes on without expanding. A warm playout allocates nothing. One thread; a fresh tree each move.
 */
final class Mcts implements Player {
  /** Playouts between two looks at the clock's soft limit; the meter itself watches the hard one. */
  private static final int PLAYOUTS_PER_CLOCK_READ = 64;

  /** Where evaluations alone are limited: playouts in a row that end at proven nodes and so cost none, before it stops. */
  private static final int MOST_IDLE_PLAYOUTS = 10_000;

  private final Evaluator evaluator;
  private final Puct puct;
  private final RootPriors rootPriors;
  private final Tree tree;
  private final Rng rng = new Rng(0);
  private final Moves moves = new Moves();
  private final Moves rootMoves = new Moves();
  private float[] priors = new float[256];
  /**
   * The nodes of this playout, from the root down, and for each the side whose choice it was; the root's is its mover.
   */
  private int[] path = new int[64];
  private byte[] chooser = new byte[64];
  /** The root's child that would be played now. */
  private int favourite;

  Mcts(Evaluator evaluator, Puct puct, RootPriors rootPriors, long treeBytes) {
    this.evaluator = evaluator;
    this.puct = puct;
    this.rootPriors = rootPriors;
    this.tree = new Tree(treeBytes);
  }

  @Override
  public void newGame(long seed) {
    rng.reseed(seed);
    evaluator.newGame(rng.next());
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    rootMoves.clear();
    position.legalMoves(rootMoves);
    return search(position, meter) ? decide() : Decision.of(rootMoves.get(0));
  }

  /** {@return the tree of the last search} */
  Tree tree() {
    return tree;
  }

  /** {@return whether the budget sufficed for the root} */
  private boolean search(Position position, Meter meter) {
    tree.clear();
    if (!meter.spendNode() || !openRoot(position, meter)) {
      return false;
    }
    boolean endless = meter.budget().nodes() == Long.MAX_VALUE && meter.budget().clock() == null;
    boolean goOn = rootMoves.size() > 1;
    int idle = 0;
    for (int playouts = 1; goOn && tree.isOpen(Tree.ROOT); playouts++) {
      long evaluations = meter.evaluations();
      goOn = (playouts % PLAYOUTS_PER_CLOCK_READ != 0 || !meter.isPastSoftTime())
          && meter.spendNode()
          && playOut(position, meter);
      idle = meter.evaluations() == evaluations ? idle + 1 : 0;
      goOn &= !endless || idle < MOST_IDLE_PLAYOUTS;
    }
    return true;
  }

  /** The first playout. */
  private boolean openRoot(Position position, Meter meter) {
    if (!meter.spendEvaluation()) {
      return false;
    }
    int count = rootMoves.size();
    reservePriors(count);
    float value = evaluator.evaluate(position, rootMoves, priors);
    rootPriors.apply(priors, count, rng);
    if (!tree.hasRoomFor(count)) {
      throw new IllegalStateException(count + " legal moves do not fit into the memory of a tree");
    }
    moves.clear();
    for (int i = 0; i < count; i++) {
      moves.add(rootMoves.get(i));
    }
    addChildren(Tree.ROOT);
    chooser[0] = (byte) position.sideToMove();
    backUp(0, chooser[0] == 0 ? value : -value, false);
    favourite = tree.firstChild[Tree.ROOT];
    meter.favour(tree.move[favourite]);
    return true;
  }

  /** {@return false if the budget ended it, in which case it leaves no trace} */
  private boolean playOut(Position position, Meter meter) {
    int depth = select(position, meter);
    int leaf = path[depth];
    boolean proof = false;
    if (tree.visits[leaf] == 0) {
      Outcome outcome = position.outcome();
      if (outcome.isOver()) {
        tree.prove(leaf, outcome, 0);
        proof = true;
      }
    }
    boolean evaluated = true;
    float value = 0;
    if (!tree.isOpen(leaf)) {
      value = tree.provenValueFor(0, leaf);
    } else if (meter.spendEvaluation()) {
      value = evaluator.value(position);
      value = position.sideToMove() == 0 ? value : -value;
    } else {
      evaluated = false;
    }
    for (int i = 0; i < depth; i++) {
      position.unmake();
    }
    if (evaluated) {
      backUp(depth, value, proof);
      reconsider(path[1], meter);
    }
    return evaluated;
  }

  /** Goes down, making moves, to where the playout ends; fills {@link #path}. Returns how many moves it made. */
  private int select(Position position, Meter meter) {
    int depth = 0;
    int node = Tree.ROOT;
    while (tree.isOpen(node)
        && tree.visits[node] > 0
        && (tree.isExpanded(node) || expand(node, position, meter))) {
      int mover = position.sideToMove();
      float mean = mover == chooser[depth] ? tree.q[node] : -tree.q[node];
      node = puct.select(tree, node, mover, mean);
      position.make(tree.move[node]);
      depth++;
      if (depth == path.length) {
        path = Arrays.copyOf(path, 2 * depth);
        chooser = Arrays.copyOf(chooser, 2 * depth);
      }
      path[depth] = node;
      chooser[depth] = (byte) mover;
    }
    return depth;
  }

  /** Gives a node its children; returns false if there is no room or no evaluation left. */
  private boolean expand(int node, Position position, Meter meter) {
    moves.clear();
    position.legalMoves(moves);
    int count = moves.size();
    if (!tree.hasRoomFor(count) || !meter.spendEvaluation()) {
      return false;
    }
    reservePriors(count);
    evaluator.priors(position, moves, priors);
    addChildren(node);
    return true;
  }

  private void reservePriors(int count) {
    if (priors.length < count) {
      priors = new float[2 * count];
    }
  }

  /**
   * Appends {@link #moves} with their {@link #priors} as a node's children, greatest prior first; equals keep their
   * order.
   */
  private void addChildren(int node) {
    int count = moves.size();
    for (int i = 1; i < count; i++) {
      int move = moves.get(i);
      float prior = priors[i];
      int at = i;
      for (; at > 0 && priors[at - 1] < prior; at--) {
        moves.set(at, moves.get(at - 1));
        priors[at] = priors[at - 1];
      }
      moves.set(at, move);
      priors[at] = prior;
    }
    tree.firstChild[node] = tree.size();
    tree.count[node] = (short) count;
    for (int i = 0; i < count; i++) {
      tree.add(moves.get(i), Math.round(priors[i] * Tree.CERTAIN));
    }
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
        proof = tree.proveFromChildren(node, chooser[i + 1]);
        value = proof ? tree.provenValueFor(0, node) : value;
      }
      if (tree.visits[node] == 0 && i > 0) {
        tree.prefix[path[i - 1]]++;
      }
      tree.visits[node]++;
      tree.sum[node] += chooser[i] == 0 ? value : -value;
      tree.q[node] = tree.isOpen(node)
          ? (float) (tree.sum[node] / tree.visits[node])
          : tree.provenValueFor(chooser[i], node);
    }
  }

  /** After a playout through a child of the root: no other child has changed. */
  private void reconsider(int child, Meter meter) {
    boolean behind = tree.isOpen(favourite) && tree.visits[child] < tree.visits[favourite];
    if (tree.isOpen(child) && (child == favourite || behind)) {
      return; // What nearly always happens, told without looking for proofs.
    }
    int before = favourite;
    if (child != favourite) {
      favourite = goesBefore(child, favourite) ? child : favourite;
    } else if (tree.provenValueFor(chooser[0], child) < 0) {
      favourite = best();
    }
    if (favourite != before) {
      meter.favour(tree.move[favourite]);
    }
  }

  private int best() {
    int best = tree.firstChild[Tree.ROOT];
    for (int child = best + 1; child < tree.firstChild[Tree.ROOT] + tree.count[Tree.ROOT]; child++) {
      best = goesBefore(child, best) ? child : best;
    }
    return best;
  }

  private Decision decide() {
    assert favourite == best() : favourite + " is favoured, " + best() + " is best";
    int first = tree.firstChild[Tree.ROOT];
    int end = first + tree.count[Tree.ROOT];
    int visited = tree.visits[Tree.ROOT] - 1;
    float[] policy = new float[end - first];
    for (int child = first; child < end; child++) {
      float share = visited == 0 ? (float) tree.prior(child) / Tree.CERTAIN : (float) tree.visits[child] / visited;
      policy[rootMoves.indexOf(tree.move[child])] = share;
    }
    return new Decision(tree.move[favourite], tree.q[Tree.ROOT], policy);
  }

  /** The soonest proven win; then the most visits, ties by mean, then by prior; last the latest proven loss. */
  private boolean goesBefore(int child, int other) {
    int mover = chooser[0];
    int rank = tree.provenValueFor(mover, child);
    int otherRank = tree.provenValueFor(mover, other);
    if (rank != otherRank) {
      return rank > otherRank;
    }
    if (rank != 0 && tree.distance[other] != tree.distance[child]) {
      return rank * (tree.distance[other] - tree.distance[child]) > 0;
    }
    if (rank == 0 && tree.visits[child] != tree.visits[other]) {
      return tree.visits[child] > tree.visits[other];
    }
    return rank == 0 && tree.q[child] != tree.q[other] ? tree.q[child] > tree.q[other] : child < other;
  }
}
