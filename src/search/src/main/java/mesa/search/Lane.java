package mesa.search;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import mesa.core.Meter;
import mesa.core.Position;

/**
 * One of several lanes in which playouts go on side by side in one tree. A lane has one task at a time: playouts from a
 * <b>base</b>, whose children and all below are in its hands alone meanwhile. It writes down what comes of them for the
 * {@link Crown} to take up, whose nodes it leaves untouched.
 */
final class Lane extends Apart {
  /** Most that one playout takes: for the priors of one node, and the value of another. */
  static final int EVALUATIONS_IN_PLAYOUT = 2;

  final Lot lot;
  private final ValueCache cache;

  /** From the root to the base. */
  final Path path = new Path();
  /** Of the nodes on the path: the least that they may score; what exploration adds to their mean, times 1 + visits. */
  float[] worth = new float[64];
  float[] bonus = new float[64];
  /** Their visits before the task, those that other lanes have under way included. */
  int[] visits = new int[64];
  /** Visits whose results are known, and results. */
  int[] settled = new int[64];
  long[] sum = new long[64];
  private boolean hasTask;
  /** Playouts wanted, and evaluations for them. */
  int dealt;
  long evaluationsDealt;
  /** All chance in the task follows from it. */
  long seed;

  /**
   * Playouts made, and evaluations that they took; then results of the base, those before included, and what is certain
   * about it.
   */
  int played;
  long evaluations;
  long sumAfter;
  int verdict;
  /** What was certain about the base when the task was dealt. */
  private int verdictBefore;
  /** Whether the budget has ended the task, or the search been stopped. */
  boolean spent;
  /** Depth of the node whose child was to be visited first and was not, or NONE. */
  int gap = Tree.NONE;

  /**
   * Makes a lane.
   *
   * @param lot where what is new in the tree comes from
   * @param cache of values, or null for none: a lane's own, and no thread's, for what is in it counts
   */
  Lane(Lot lot, ValueCache cache) {
    this.lot = lot;
    this.cache = cache;
  }

  /** Forgets the last game. */
  void newGame() {
    lot.newGame();
    if (cache != null) {
      cache.clear();
    }
  }

  /** Forgets a task that a failure has left here. */
  void clear() {
    hasTask = false;
    gap = Tree.NONE;
  }

  /**
   * Has a task now, whose way is set.
   *
   * @param verdictOfBase what is certain about it
   */
  void setTask(int playouts, long evaluationsFor, long newSeed, int verdictOfBase) {
    hasTask = true;
    verdictBefore = verdictOfBase;
    dealt = playouts;
    evaluationsDealt = evaluationsFor;
    seed = newSeed;
    played = 0;
    spent = false;
  }

  boolean hasTask() {
    return hasTask;
  }

  /** {@return whether the task has found out something for certain about its base} */
  boolean hasNews() {
    return verdict != verdictBefore;
  }

  /** The task has been taken up. */
  void endTask() {
    hasTask = false;
  }

  int base() {
    return path.end();
  }

  /** {@return whether a node is on the way from the root to the base of this lane's task} */
  boolean passes(int node, int atDepth) {
    return hasTask && atDepth < path.depth && path.node[atDepth] == node;
  }

  /** Goes on to a child, on the way to a base. */
  void add(int child, int choosing) {
    path.add(child, choosing);
    if (path.depth == worth.length) {
      int room = 2 * path.depth;
      worth = Arrays.copyOf(worth, room);
      bonus = Arrays.copyOf(bonus, room);
      visits = Arrays.copyOf(visits, room);
      settled = Arrays.copyOf(settled, room);
      sum = Arrays.copyOf(sum, room);
    }
  }

  /**
   * Plays the task, until a node on the way to its base scores too little.
   *
   * @param tree that the task is of
   * @param position of the root; left as it was
   * @param meter has at least what was dealt
   * @param goesOn asked before each playout
   */
  void play(Tree tree, Playout playout, Position position, Meter meter, BooleanSupplier goesOn) {
    int depth = path.depth;
    for (int i = 1; i <= depth; i++) {
      position.make(tree.move[path.node[i]]);
    }
    long nodesBefore = meter.nodes();
    long evaluationsBefore = meter.evaluations();
    lot.wasShort();
    playout.startFrom(base(), path.chooser[depth], settled[depth], sum[depth], verdictBefore, lot, cache);
    while (played == 0 || played < dealt && !Verdict.isProven(playout.verdict()) && leads(playout.sum())) {
      if (!goesOn.getAsBoolean() || !meter.spendNode() || !playout.run(position, Tree.NONE, meter)) {
        spent = !lot.isExhausted();
        break;
      }
      played++;
    }
    if (meter.nodes() - nodesBefore > played) { // Not in the loop, where it cost two threads 5 % of their speed.
      meter.returnNode();
    }
    evaluations = meter.evaluations() - evaluationsBefore;
    sumAfter = playout.sum();
    verdict = playout.verdict();
    for (int i = 0; i < depth; i++) {
      position.unmake();
    }
  }

  /** {@return whether a search that looked at the whole way again would come to the base} */
  private boolean leads(long sumNow) {
    byte[] chooser = path.chooser;
    long gained = sumNow - sum[path.depth];
    for (int i = path.depth; i > 0; i--) {
      if (Tree.mean(sum[i] + gained, settled[i] + played) + bonus[i] / (1 + visits[i] + played) < worth[i]) {
        return false;
      }
      gained = chooser[i] == chooser[i - 1] ? gained : -gained;
    }
    return true;
  }
}
