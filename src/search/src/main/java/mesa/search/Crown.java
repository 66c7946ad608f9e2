package mesa.search;

import mesa.core.Position;

/**
 * The top of a tree that several {@link Lane}s search at the same time, each below a node of its own. A lane comes here
 * in its {@linkplain Turns turn}: what its last task has found out is taken up to the root, and its next one is dealt
 * from there. Playouts under way count as visits before anything is known of their results, so that lanes spread as they
 * should (Liu et al., <i>Watch the unobserved</i>, 2020), but not in the means.
 *
 * <p>A task ends as soon as a node on the way to its base scores clearly less than the best of its siblings, and a lane
 * rests where what is best is taken: visits spent on what is bad would cost more strength than a thread can add.
 */
final class Crown {
  /**
   * A task has the root's visits through this: more as the tree grows, and a turn costs less. Several lanes have so much
   * under way together that it costs strength, unless results are by chance.
   */
  private static final int TASKS_ALONE = 64;
  private static final int TASKS_TOGETHER = 128;
  private static final int TASKS_BY_CHANCE = 32;
  static final int MOST_IN_TASK = 256;

  /** A base has so many times the visits of a task, where there is such a node. */
  private static final int SETTLED = 2;

  /** The least slack, in the units of results, where several lanes search. */
  private static final float LEAST_SLACK = 0.04f;

  /** Nodes with less than this share of the root's visits may be searched even where that is not best. */
  private static final int SMALL = 16;

  private static final long SEED_STEP = 0x9e3779b97f4a7c15L;

  private final Tree tree;
  private final Puct puct;
  private final float slack;
  private final Lane[] lanes;
  private final int tasks;
  /** Playouts of the round that are not dealt, and evaluations of the budget. */
  private long left;
  private long evaluationsLeft;
  private boolean over;
  private long seed;
  private final Lead lead = new Lead();
  private final Scatter scatter = new Scatter();
  /** Children that are taken, while another is looked for, and their means. */
  private final int[] barred;
  private final float[] barredQ;
  private int barredSize;

  /**
   * Prepares.
   *
   * @param slack a task goes on until a node on its way scores less than the best of its siblings by this share of what
   *     exploration adds to it: until it has about so much more than its due of visits. Several lanes go by the standard
   *     error of the node's mean in place of that, or there would be too little that all of them may search
   * @param isStochastic whether results are by chance
   * @param lanes all that search the tree
   */
  Crown(Tree tree, Puct puct, float slack, boolean isStochastic, Lane[] lanes) {
    this.tree = tree;
    this.puct = puct;
    this.slack = slack;
    this.lanes = lanes;
    tasks = lanes.length == 1 ? TASKS_ALONE : isStochastic ? TASKS_BY_CHANCE : TASKS_TOGETHER;
    barred = new int[lanes.length];
    barredQ = new float[lanes.length];
  }

  /** Starts a search: all chance in it follows from the seed. */
  void startSearch(long newSeed) {
    seed = newSeed;
    scatter.forget();
  }

  /** Starts a round of so many playouts and evaluations at most; no lane has a task. */
  void startRound(long playouts, long evaluations) {
    left = playouts;
    evaluationsLeft = evaluations;
    over = false;
  }

  /** {@return whether nothing is left to deal in this round, unless it comes back from lanes under way} */
  boolean isDealt() {
    return left == 0 || evaluationsLeft == 0 || over || !tree.isOpen(Tree.ROOT);
  }

  // Down.

  /**
   * Deals a task.
   *
   * @param lane has none
   * @param position of the root; left as it was
   * @return false if it has none, because what is best is in the hands of others
   */
  boolean deal(Lane lane, Position position) {
    int most = (int) Math.min(left, Math.clamp(tree.visits[Tree.ROOT] / tasks, 1, MOST_IN_TASK));
    most = Math.clamp(evaluationsLeft / Lane.EVALUATIONS_IN_PLAYOUT, 1, most);
    if (!lane.lot.fill(most)) {
      over = true;
      return false;
    }
    int wanted = goToBase(lane, position, most);
    if (wanted > 0) {
      take(lane, wanted);
    }
    return wanted > 0;
  }

  /**
   * Goes down to where a task is best spent: on the way that a playout would take, as long as more visits are wanted there
   * than a task has and nodes have many times that, and past all that others have gone through. All children of nodes on
   * the way become nodes, so that no lane sees its base move.
   *
   * @return how many visits are wanted of the base, at most {@code most}; 0 if what is best there is taken
   */
  private int goToBase(Lane lane, Position position, int most) {
    Path path = lane.path;
    path.start(Tree.ROOT, position.sideToMove());
    int wanted = most;
    for (boolean goesOn = true; goesOn;) {
      int node = path.end();
      int mover = position.sideToMove();
      boolean free = selectFree(node, mover == path.chooser[path.depth] ? tree.mean(node) : -tree.mean(node));
      boolean large = lead.visits >= SETTLED * most && isBranching(tree.firstChild[node] + lead.place);
      boolean canEnd = path.depth > 0 && underWay(node, path.depth) == 0;
      if (canEnd && !(large && lane.lot.spread(node))) {
        break;
      }
      if (!free) {
        wanted = 0;
        break;
      }
      int child = tree.firstChild[node] + lead.place;
      position.make(tree.move[child]);
      lane.add(child, mover);
      note(lane, path.depth);
      wanted = wanted(lane, path.depth, most);
      goesOn = large && wanted == most || underWay(child, path.depth) > 0;
    }
    for (int i = 0; i < path.depth; i++) {
      position.unmake();
    }
    return wanted;
  }

  private boolean isBranching(int node) {
    return tree.isOpen(node) && tree.isExpanded(node);
  }

  /** Notes what is known of a node on the way, by which the lane will see when it has become too bad. */
  private void note(Lane lane, int depth) {
    int node = lane.path.node[depth];
    lane.worth[depth] = lead.second - slackOfChild();
    lane.bonus[depth] = lead.bonus;
    lane.visits[depth] = tree.visits[node];
    lane.settled[depth] = tree.visits[node] - underWay(node, depth);
    lane.sum[depth] = lane.settled[depth] == 0 ? 0 : tree.sum[node];
  }

  /** Finds the best child that nobody has taken; returns false if that is too much worse than the best of all. */
  private boolean selectFree(int node, float mean) {
    int visits = tree.visits[node];
    puct.select(tree, node, visits, mean, lead);
    if (!tree.isSpread(node)) { // Nobody is below it.
      return true;
    }
    int first = tree.firstChild[node];
    float least = (long) visits * SMALL < tree.visits[Tree.ROOT] ? -Float.MAX_VALUE : lead.score - slackOfChild();
    while (isBase(first + lead.place) && lead.second >= least) {
      barred[barredSize] = first + lead.place;
      barredQ[barredSize++] = tree.q[first + lead.place];
      tree.q[first + lead.place] = Float.NEGATIVE_INFINITY;
      puct.select(tree, node, visits, mean, lead);
    }
    for (; barredSize > 0; barredSize--) {
      tree.q[barred[barredSize - 1]] = barredQ[barredSize - 1];
    }
    return !isBase(first + lead.place);
  }

  private float slackOfChild() {
    int visits = 1 + lead.visits;
    return lanes.length > 1 ? Math.max(LEAST_SLACK, scatter.error(visits)) : slack * lead.bonus / visits;
  }

  /** {@return how many visits it takes, at most so many, until a node on the way scores no more than it is worth} */
  private int wanted(Lane lane, int depth, int most) {
    int visits = lane.visits[depth];
    float ahead = lane.worth[depth] - tree.q[lane.path.node[depth]];
    float wanted = ahead > 0 ? lane.bonus[depth] / ahead - visits : most;
    return (int) Math.clamp(wanted, 1, Math.min(most, Math.max(1, visits)));
  }

  private boolean isBase(int node) {
    for (Lane lane : lanes) {
      if (lane.hasTask() && lane.base() == node) {
        return true;
      }
    }
    return false;
  }

  private void take(Lane lane, int wanted) {
    Path path = lane.path;
    if (lane.visits[path.depth] == 0) {
      tree.prefix[path.node[path.depth - 1]]++;
      tree.q[lane.base()] = -1; // Until its own is known, one visit is enough.
    }
    seed += SEED_STEP;
    lane.setTask(wanted, Math.min(evaluationsLeft, (long) Lane.EVALUATIONS_IN_PLAYOUT * wanted), seed,
        tree.verdict(lane.base()));
    for (int depth = 0; depth <= path.depth; depth++) {
      tree.setVisits(path.node[depth], tree.visits[path.node[depth]] + wanted);
    }
    left -= wanted;
    evaluationsLeft -= lane.evaluationsDealt;
  }

  /** {@return playouts that other lanes make below a node, of which nothing is known yet} */
  private int underWay(int node, int depth) {
    int playouts = 0;
    for (Lane lane : lanes) {
      playouts += lane.passes(node, depth) ? lane.dealt : 0;
    }
    return playouts;
  }

  // Up.

  /** Takes up what a lane has found out in its task. */
  void gather(Lane lane) {
    Path path = lane.path;
    int base = lane.base();
    int unused = lane.dealt - lane.played;
    long gained = lane.sumAfter - lane.sum[path.depth];
    int settled = lane.settled[path.depth];
    int visits = settled + lane.played;
    if (lanes.length > 1 && settled > 0 && lane.played > 0) {
      scatter.add(gained, lane.played, lane.sum[path.depth], settled);
    }
    lane.endTask();
    left += unused;
    evaluationsLeft += lane.evaluationsDealt - lane.evaluations;
    over |= lane.spent;
    if (visits > 0) {
      tree.write(base, visits, lane.sumAfter);
      tree.prove(base, lane.verdict);
    } else {
      tree.setVisits(base, 0);
      tree.q[base] = 0;
      lane.gap = path.depth - 1;
    }
    boolean news = lane.hasNews();
    for (int depth = path.depth - 1; depth >= 0; depth--) {
      int node = path.node[depth];
      int sign = path.sign(depth);
      int known = tree.verdict(node);
      int certain = news ? tree.verdictOfChildren(node, sign, known) : known; // Of what is won it may be that it is sooner.
      news = certain != known;
      tree.prove(node, certain);
      boolean draws = tree.isOpen(node) && Verdict.isSafe(certain, sign) && tree.q[path.node[depth + 1]] < 0;
      gained = draws ? 0 : sign * gained;
      tree.setVisits(node, tree.visits[node] - unused);
      tree.sum[node] += gained;
      if (tree.isOpen(node)) {
        tree.setMean(node, Tree.mean(tree.sum[node], tree.visits[node] - underWay(node, depth)));
      }
    }
  }

  /** Ends a round, when all lanes have had their last turn: children that the budget left unvisited stand among visited ones. */
  void endRound() {
    for (Lane lane = deepestGap(); lane != null; lane = deepestGap()) {
      tree.closeGaps(lane.path.node[lane.gap]);
      lane.gap = Tree.NONE;
    }
  }

  /** Closing a gap moves nodes, but none that is less deep. */
  private Lane deepestGap() {
    Lane deepest = null;
    for (Lane lane : lanes) {
      if (lane.gap > (deepest == null ? Tree.NONE : deepest.gap)) {
        deepest = lane;
      }
    }
    return deepest;
  }
}
