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
  private final Lot lot;

  /** Nodes from the root to the base, and for each the side whose choice it was; the root's is its mover. */
  int[] path = new int[64];
  byte[] chooser = new byte[64];
  /** The least that they may score; what exploration adds to their own mean, times 1 + their visits. */
  float[] worth = new float[64];
  float[] bonus = new float[64];
  /** Their visits before the task, those that other lanes have under way included. */
  int[] visits = new int[64];
  /** Visits whose results are known, and results. */
  int[] settled = new int[64];
  long[] sum = new long[64];
  /** How many moves the base is from the root, or NONE while there is no task. */
  int depth = Tree.NONE;
  /** Playouts wanted. */
  int dealt;
  /** All chance in the task follows from it. */
  long seed;

  /** Playouts made; then results of the base, those before included, and its {@linkplain Tree#verdict verdict}. */
  int played;
  long sumAfter;
  int verdict;
  /** Whether the budget has ended the task, or the search been stopped. */
  boolean spent;
  /** Depth of the node whose child was to be visited first and was not, or NONE. */
  int gap = Tree.NONE;

  /**
   * Makes a lane.
   *
   * @param lot where nodes come from, or null if there is no other lane
   */
  Lane(Lot lot) {
    this.lot = lot;
  }

  /** Forgets a task that a failure has left here. */
  void clear() {
    depth = Tree.NONE;
    gap = Tree.NONE;
  }

  /** Has a task now, whose way is set. */
  void setTask(int playouts, long newSeed) {
    dealt = playouts;
    seed = newSeed;
    played = 0;
    spent = false;
  }

  boolean hasTask() {
    return depth != Tree.NONE;
  }

  int base() {
    return path[depth];
  }

  /** {@return whether a node is on the way from the root to the base of this lane's task} */
  boolean passes(int node, int atDepth) {
    return atDepth < depth && path[atDepth] == node;
  }

  /** Makes room for a path of so many moves. */
  void reserve(int moves) {
    if (moves == path.length) {
      int room = 2 * moves;
      path = Arrays.copyOf(path, room);
      chooser = Arrays.copyOf(chooser, room);
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
    for (int i = 1; i <= depth; i++) {
      position.make(tree.move[path[i]]);
    }
    long nodesBefore = meter.nodes();
    playout.startFrom(base(), chooser[depth], settled[depth], sum[depth], lot);
    while (played == 0 || played < dealt && playout.verdict() == Tree.OPEN && leads(playout.sum())) {
      if (!goesOn.getAsBoolean() || !meter.spendNode() || !playout.run(position, Tree.NONE, meter)) {
        spent = true;
        break;
      }
      played++;
    }
    if (meter.nodes() - nodesBefore > played) { // Not in the loop, where it cost two threads 5 % of their speed.
      meter.returnNode();
    }
    sumAfter = playout.sum();
    verdict = playout.verdict();
    for (int i = 0; i < depth; i++) {
      position.unmake();
    }
  }

  /** {@return whether a search that looked at the whole way again would come to the base} */
  private boolean leads(long sumNow) {
    long gained = sumNow - sum[depth];
    for (int i = depth; i > 0; i--) {
      if (Tree.mean(sum[i] + gained, settled[i] + played) + bonus[i] / (1 + visits[i] + played) < worth[i]) {
        return false;
      }
      gained = chooser[i] == chooser[i - 1] ? gained : -gained;
    }
    return true;
  }
}
