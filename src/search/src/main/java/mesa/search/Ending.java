package mesa.search;

import mesa.core.Meter;

/**
 * When a search ends before its budget does: where its {@link Favourite} leads by so much that {@link Pace} says so, or
 * where evaluations alone are limited and playouts have long cost none.
 */
final class Ending {
  /** Playouts between two looks at whether to go on; the meter itself watches the hard limits. */
  static final int PLAYOUTS_PER_LOOK = 64;

  /** Playouts in a row that end at proven nodes. */
  private static final int MOST_IDLE_PLAYOUTS = 10_000;

  private final Tree tree;
  private final Favourite favourite;
  private final Pace pace;
  private Meter meter;
  private int asked;
  /** Of the meter, and its nodes when it was seen to have come to so many. */
  private long evaluations;
  private long nodes;

  /** Prepares. */
  Ending(Tree tree, Favourite favourite, Pace pace) {
    this.tree = tree;
    this.favourite = favourite;
    this.pace = pace;
  }

  /** Starts to count. */
  void start(Meter newMeter) {
    meter = newMeter;
    asked = 0;
    evaluations = meter.evaluations();
    nodes = meter.nodes();
  }

  /** {@return whether it is time to look whether the end has come}; asked before each playout */
  boolean isLookDue() {
    return ++asked % PLAYOUTS_PER_LOOK == 0;
  }

  /** {@return whether nothing that is left of the budget would change what is played, or be worth its time} */
  boolean hasCome() {
    int second = pace.mayEnd(meter) ? runnerUp() : Tree.NONE;
    if (second == Tree.NONE) {
      return false;
    }
    int best = favourite.visits();
    boolean goesByVisits = Verdict.least(tree.state[Tree.ROOT]) < 0; // Else also by what seems better than a draw.
    return pace.isEnough(meter, tree.visits[Tree.ROOT], best, goesByVisits ? tree.visits[second] : best);
  }

  /** {@return playouts before which it can't come, but by the clock of a game; at least 1} */
  long playoutsBefore() {
    int second = pace.mayEnd(meter) ? runnerUp() : Tree.NONE;
    return second == Tree.NONE || Pace.isByClock(meter)
        ? Long.MAX_VALUE
        : pace.playoutsBeforeEnough(meter, tree.visits[favourite.child()], tree.visits[second]);
  }

  /** {@return the child of the root that would be played if not the favourite, or NONE} */
  private int runnerUp() {
    return ChildOrder.best(tree, Tree.ROOT, favourite.child());
  }

  /** {@return whether playouts have long come to nothing new, and nothing else is sure to end the search} */
  boolean isIdle() {
    if (meter.evaluations() != evaluations) {
      evaluations = meter.evaluations();
      nodes = meter.nodes();
    }
    boolean isEndless = meter.budget().nodes() == Long.MAX_VALUE && meter.budget().clock() == null;
    return isEndless && meter.nodes() - nodes >= MOST_IDLE_PLAYOUTS;
  }
}
