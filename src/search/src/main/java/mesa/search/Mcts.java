package mesa.search;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import mesa.core.Analysis;
import mesa.core.BatchEvaluator;
import mesa.core.Decision;
import mesa.core.Evaluator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * Monte Carlo tree search by PUCT over any evaluator; {@link Playout} says what a playout does. The first one evaluates
 * the root and expands it at once, so that a single node plays the best prior. A playout is a node of the budget; each
 * call of the evaluator, for a value, priors or both, is an evaluation.
 *
 * <p>The search ends when the budget does, when the root is proven, at once where there is but one legal move, and on a
 * game clock as {@link Pace} says. What the last search found out about the position reached since is kept, and comes
 * on top of the budget. When memory is full, the children of rarely visited nodes give way. A warm playout allocates
 * nothing.
 *
 * <p>Past the first visits, playouts start not at the root but, many in a row, at a node below it that scores best, or
 * nearly so: {@link Crown}. Several threads may search one tree in that way, by {@linkplain Turns turns}, or leaves be
 * {@linkplain Gathering gathered} and judged in batches; equal seeds give equal games then too.
 */
final class Mcts implements Player {
  /** Playouts between two looks at whether to go on; the meter itself watches the hard limits. */
  static final int PLAYOUTS_PER_LOOK = 64;

  /** Where evaluations alone are limited: playouts in a row that end at proven nodes and so cost none, before it stops. */
  private static final int MOST_IDLE_PLAYOUTS = 10_000;

  /** A tree that has given up less than this share of its nodes is not asked again. */
  private static final double LEAST_SHARE_FREED = 0.1;

  /** Where there is no time at all: enough to try the moves of most positions once. */
  private static final int UNITS_TO_ANSWER = 128;

  /** The first visits of the root, made by one thread in playouts that start there. */
  private static final int VISITS_ALONE = 128;

  /** Where threads share a tree: a round is as many playouts as the root has visits, within bounds. */
  private static final int MOST_IN_ROUND = 1 << 14;
  private static final int LEAST_IN_ROUND_PER_THREAD = 2;

  private final RootPriors rootPriors;
  private final GumbelRoot gumbel;
  private final Pace pace;
  private final boolean reuse;
  private final Tree tree;
  private final Ancestry ancestry = new Ancestry();
  private final Favourite favourite;
  private final List<Playout> playouts;
  /** How one thread searches on after the first visits, or null. */
  private final Tasks tasks;
  /** How several do, or null. */
  private final Together together;
  /** The tree's, while one thread has it to itself. */
  private final Lot lot;
  /** Of values, while one thread searches alone, or null. */
  private final ValueCache cache;
  private final Gathering gathering;
  private final Rng rng = new Rng(0);
  private final Moves rootMoves = new Moves();
  private final Supplier<Optional<Analysis>> findings = this::analysis;
  private int mover;
  private boolean cramped;

  /**
   * Makes the player.
   *
   * @param evaluators one for each thread
   * @param settings all else
   */
  Mcts(List<Evaluator> evaluators, MctsSettings settings) {
    rootPriors = settings.rootPriors();
    gumbel = settings.gumbel();
    pace = settings.pace();
    reuse = settings.reuse() && gumbel == null;
    tree = new Tree(settings.treeBytes());
    favourite = new Favourite(tree, gumbel);
    lot = new Lot(tree, 1);
    boolean shared = evaluators.size() > 1;
    Puct puct = settings.puct();
    playouts = evaluators.stream().map(evaluator -> new Playout(tree, puct, evaluator)).toList();
    together = shared ? new Together(
        tree, puct, settings.slack(), evaluators.getFirst().isStochastic(), settings.cacheBytes(), playouts) : null;
    gathering = settings.batch() > 0
        ? new Gathering(tree, lot, puct, (BatchEvaluator) evaluators.getFirst(), settings.batch()) : null;
    cache = shared || settings.cacheBytes() == 0 ? null : new ValueCache(settings.cacheBytes());
    tasks = shared || gathering != null || gumbel != null || settings.slack() == 0
        ? null : new Tasks(tree, new Lane(lot, cache), puct, settings.slack(), playouts.getFirst());
  }

  @Override
  public void newGame(long seed) {
    rng.reseed(seed);
    ancestry.forget();
    tree.newGame();
    playouts.forEach(playout -> playout.reseed(rng.next()));
    lot.newGame();
    if (cache != null) {
      cache.clear();
    }
    if (together != null) {
      together.newGame();
    }
    rootPriors.newGame(rng.next());
    if (gumbel != null) {
      gumbel.newGame(rng.next());
    }
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    rootMoves.clear();
    position.legalMoves(rootMoves);
    return search(position, rootMoves.size() > 1, meter);
  }

  @Override
  public Optional<Decision> chooseAmong(Position position, Moves among, Meter meter) {
    ancestry.forget(); // Neither may this search go on with a tree that knows other moves,
    rootMoves.clear();
    rootMoves.addAll(among);
    Decision decision = search(position, true, meter); // Even one move: what is asked for is its value.
    ancestry.forget(); // nor another one with a tree that lacks some.
    return Optional.of(decision);
  }

  private Decision search(Position position, boolean hasToSearch, Meter meter) {
    mover = position.sideToMove();
    cramped = false;
    favourite.start(rootMoves.get(0));
    meter.allowGrace(UNITS_TO_ANSWER);
    if (together != null) { // What its evaluator did last depends on which tasks it happened to play.
      playouts.getFirst().reseed(rng.next());
    }
    if (!takeUp(position, meter) && !begin(position, meter)) {
      return favourite.decide(rootMoves);
    }
    favourite.consider(meter);
    if (hasToSearch) {
      if (together != null) {
        searchTogether(position, meter);
      } else if (gathering != null) {
        searchInRounds(meter, () -> gathering.play(position, gumbel, meter));
      } else if (tasks != null) {
        searchFromRoot(position, meter, VISITS_ALONE);
        searchByTasks(position, meter);
      } else {
        searchFromRoot(position, meter, Tree.MOST_VISITS);
      }
    }
    return favourite.decide(rootMoves);
  }

  @Override
  public Optional<Analysis> analysis() {
    return tree.isExpanded(Tree.ROOT) ? Optional.of(TreeAnalysis.of(tree, favourite.child(), mover)) : Optional.empty();
  }

  /** {@return the tree of the last search} */
  Tree tree() {
    return tree;
  }

  /** Goes on with what the last search knows of the position; returns false if that is nothing. */
  private boolean takeUp(Position position, Meter meter) {
    int node = reuse ? ancestry.find(position, tree) : Tree.NONE;
    if (node == Tree.NONE || !tree.isExpanded(node)) {
      return false;
    }
    favourite.start(tree.move[ChildOrder.best(tree, node)]);
    if (node != Tree.ROOT && !(tree.keep(node, 0, () -> !meter.isSpent()) && tree.spreadRoot())) {
      ancestry.forget();
      return false;
    }
    tree.seeRootAs(ancestry.chooser(), mover);
    ancestry.note(position);
    boolean goesOn = tree.isSearchable() && rootMoves.size() > 1;
    // Where nothing is left to search, looking is the one node that a decision costs.
    boolean reopened =
        (goesOn || meter.spendNode()) && playouts.getFirst().reopenRoot(position, rootMoves, rootPriors, meter);
    startFromRoot();
    return reopened;
  }

  private void startFromRoot() {
    playouts.getFirst().startFrom(Tree.ROOT, mover, tree.visits[Tree.ROOT], tree.sum[Tree.ROOT],
        tree.verdict(Tree.ROOT), lot, cache);
  }

  /** Plants a new tree; returns false if the budget does not suffice even for that. */
  private boolean begin(Position position, Meter meter) {
    ancestry.forget();
    tree.clear();
    if (!meter.spendNode() || !playouts.getFirst().openRoot(position, rootMoves, rootPriors, lot, cache, meter)) {
      return false;
    }
    if (reuse) {
      ancestry.note(position);
    }
    if (gumbel != null) {
      long nodes = meter.budget().nodes();
      gumbel.start(tree, nodes == Long.MAX_VALUE ? nodes : nodes - meter.nodes());
    }
    return true;
  }

  /** Searches by whole playouts, until the budget ends, the root is proven or has so many visits. */
  private void searchFromRoot(Position position, Meter meter, int visits) {
    Playout playout = playouts.getFirst();
    boolean endless = isEndless(meter);
    int idle = 0;
    for (int number = 1;
        tree.isOpen(Tree.ROOT) && tree.visits[Tree.ROOT] < visits && (!endless || idle < MOST_IDLE_PLAYOUTS); number++) {
      long evaluations = meter.evaluations();
      boolean looks = number % PLAYOUTS_PER_LOOK == 0;
      if (looks) {
        meter.progress(findings);
      }
      if (looks && isEnough(meter) || !meter.spendNode()) {
        return;
      }
      if (!playout.run(position, gumbel == null ? Tree.NONE : gumbel.next(), meter)) {
        meter.returnNode();
        return;
      }
      playout.write();
      if (gumbel == null) {
        favourite.consider(playout.firstChoice(), meter);
      } else {
        gumbel.played();
        favourite.consider(meter);
      }
      if (lot.wasShort() && !makeRoom(meter)) {
        return;
      }
      idle = meter.evaluations() == evaluations ? idle + 1 : 0;
    }
  }

  /** {@return whether only the evaluator's calls are limited} */
  private static boolean isEndless(Meter meter) {
    return meter.budget().nodes() == Long.MAX_VALUE && meter.budget().clock() == null;
  }

  private void searchTogether(Position position, Meter meter) {
    together.startSearch(position, meter, rng.next());
    try {
      searchFromRoot(position, meter, VISITS_ALONE);
      if (!isFull() || makeRoom(meter)) {
        // What others write meanwhile is looked at only where the end follows from time anyhow.
        BooleanSupplier look = () -> Pace.isByClock(meter) && isEnough(meter);
        searchInRounds(meter, () -> playTogether(meter, look));
      }
    } finally {
      together.endSearch();
    }
  }

  private void searchByTasks(Position position, Meter meter) {
    int[] number = {0};
    BooleanSupplier goesOn = () -> ++number[0] % PLAYOUTS_PER_LOOK != 0 || !isEnough(meter);
    tasks.start(Math.min(tree.visitsLeft(), meter.budget().nodes() - meter.nodes()));
    searchInRounds(meter, () -> tasks.play(position, meter, goesOn));
  }

  /** Searches in rounds, each of many playouts, of which none is under way when it ends. */
  private void searchInRounds(Meter meter, Runnable round) {
    boolean endless = isEndless(meter);
    int idle = 0;
    while (tree.isSearchable() && !meter.isSpent() && !isEnough(meter) && (!endless || idle < MOST_IDLE_PLAYOUTS)) {
      long nodes = meter.nodes();
      long evaluations = meter.evaluations();
      play(round);
      favourite.consider(meter);
      meter.progress(findings);
      if (isFull() && !makeRoom(meter)) {
        return;
      }
      idle = meter.evaluations() == evaluations ? idle + (int) (meter.nodes() - nodes) : 0;
    }
  }

  private void play(Runnable round) {
    boolean whole = false;
    try {
      round.run();
      whole = true;
    } finally {
      if (!whole) { // Of what was under way nothing is known.
        giveUpLots();
        ancestry.forget();
        tree.clear();
      }
    }
  }

  private void playTogether(Meter meter, BooleanSupplier look) {
    int round = roundOf(meter);
    together.setClosed(!together.reserve(round, widest()));
    together.playRound(round, look);
  }

  /** {@return how many playouts the next round has: more as the tree grows, for what it deals by is known better} */
  private int roundOf(Meter meter) {
    long left = Math.min(tree.visitsLeft(), meter.budget().nodes() - meter.nodes());
    int share = Math.clamp(tree.visits[Tree.ROOT], leastInRound(), MOST_IN_ROUND);
    int second = runnerUp();
    if (second != Tree.NONE && !Pace.isByClock(meter)) {
      left = Math.min(left, pace.playoutsBeforeEnough(meter, tree.visits[favourite.child()], tree.visits[second]));
    }
    return (int) Math.min(left, share);
  }

  /** {@return the child of the root that would be played if not the favourite, or NONE} */
  private int runnerUp() {
    return ChildOrder.best(tree, Tree.ROOT, favourite.child());
  }

  private int leastInRound() {
    return LEAST_IN_ROUND_PER_THREAD * playouts.size();
  }

  private int widest() {
    return Math.max(rootMoves.size(), lot.widest());
  }

  private void giveUpLots() {
    if (together != null) {
      together.giveUpLots();
    }
  }

  private boolean isFull() {
    return together != null ? !together.reserve(0, widest()) : lot.wasShort();
  }

  private boolean isEnough(Meter meter) {
    int second = runnerUp();
    if (second == Tree.NONE) {
      return false;
    }
    int best = favourite.visits();
    boolean goesByVisits = Verdict.least(tree.state[Tree.ROOT]) < 0; // Else also by what seems better than a draw.
    return pace.isEnough(meter, tree.visits[Tree.ROOT], best, goesByVisits ? tree.visits[second] : best);
  }

  /** Has rarely visited nodes give way; returns false if the search has to end, with the tree given up or not. */
  private boolean makeRoom(Meter meter) {
    if (cramped) {
      return true;
    }
    if (meter.isSpent()) {
      return false;
    }
    giveUpLots();
    int before = tree.size();
    int first = tree.firstChild[Tree.ROOT];
    if (!tree.shrink(() -> !meter.isSpent())) {
      ancestry.forget();
      return false;
    }
    cramped = tree.size() > (1 - LEAST_SHARE_FREED) * before || together != null && isFull();
    favourite.moveBy(tree.firstChild[Tree.ROOT] - first); // The root's children have moved together.
    return true;
  }

  @Override
  public long cpuNanosElsewhere() {
    return together == null ? 0 : together.cpuNanosOfOthers();
  }

  @Override
  public void close() {
    if (together != null) {
      together.close();
    }
    playouts.forEach(Playout::close);
  }
}
