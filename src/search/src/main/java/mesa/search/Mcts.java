package mesa.search;

import java.util.List;
import java.util.Optional;
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
 * <p>Playouts are made {@link Singly} at first, each from the root, and then in {@link Rounds}, where many in a row start
 * at a node below it that scores best, or nearly so: {@link Alone}. Several threads may search one tree in that way
 * {@link Together}, or leaves be {@linkplain Gathering gathered} and judged in batches; equal seeds give equal games then
 * too.
 */
final class Mcts implements Player {
  /** A tree that has given up less than this share of its nodes is not asked again. */
  private static final double LEAST_SHARE_FREED = 0.1;

  /** Where there is no time at all: enough to try the moves of most positions once. */
  private static final int UNITS_TO_ANSWER = 128;

  /** The first visits of the root, which are made singly where tasks follow. */
  private static final int FIRST_VISITS = 128;

  private final boolean reuse;
  private final Tree tree;
  private final Ancestry ancestry = new Ancestry();
  private final Favourite favourite;
  private final Ending ending;
  private final List<Playout> playouts;
  private final Singly singly;
  /** The root's visits that are made singly, all others being made in rounds. */
  private final int visitsSingly;
  private final Rounds rounds;
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
    Puct puct = settings.puct();
    GumbelRoot gumbel = settings.gumbel();
    float slack = settings.slack();
    long cacheBytes = settings.cacheBytes();
    reuse = settings.reuse() && gumbel == null;
    tree = new Tree(settings.treeBytes());
    favourite = new Favourite(tree, gumbel);
    ending = new Ending(tree, favourite, settings.pace());
    playouts = evaluators.stream().map(evaluator -> new Playout(tree, puct, evaluator)).toList();
    Playout first = playouts.getFirst();
    boolean shared = playouts.size() > 1;
    Lot lot = new Lot(tree, 1);
    ValueCache cache = shared || cacheBytes == 0 ? null : new ValueCache(cacheBytes);
    singly = new Singly(tree, first, settings.rootPriors(), gumbel, lot, cache, favourite, ending);
    if (shared) {
      boolean isStochastic = evaluators.getFirst().isStochastic();
      rounds = new Together(tree, puct, slack, isStochastic, cacheBytes, playouts, lot, ending);
      visitsSingly = FIRST_VISITS;
    } else if (settings.batch() > 0) {
      rounds = new Gathering(tree, lot, puct, gumbel, (BatchEvaluator) evaluators.getFirst(), settings.batch());
      visitsSingly = 0;
    } else {
      rounds = new Alone(tree, new Lane(lot, cache), puct, slack, first, ending);
      visitsSingly = gumbel != null || slack == 0 ? Tree.MOST_VISITS : FIRST_VISITS;
    }
  }

  @Override
  public void newGame(long seed) {
    rng.reseed(seed);
    ancestry.forget();
    tree.newGame();
    playouts.forEach(playout -> playout.reseed(rng.next()));
    singly.newGame(rng);
    rounds.newGame();
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
    if (playouts.size() > 1) { // What its evaluator did last depends on which tasks it happened to play.
      playouts.getFirst().reseed(rng.next());
    }
    if (!takeUp(position, meter) && !begin(position, meter)) {
      return favourite.decide(rootMoves);
    }
    favourite.consider(meter);
    if (hasToSearch) {
      rounds.startSearch(position, meter, rng.next());
      try {
        searchSingly(position, meter);
        if (tree.visits[Tree.ROOT] >= visitsSingly) {
          searchInRounds(meter);
        }
      } finally {
        rounds.endSearch();
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
    return singly.reopen(position, rootMoves, meter);
  }

  /** Plants a new tree; returns false if the budget does not suffice even for that. */
  private boolean begin(Position position, Meter meter) {
    ancestry.forget();
    tree.clear();
    if (!singly.open(position, rootMoves, meter)) {
      return false;
    }
    if (reuse) {
      ancestry.note(position);
    }
    return true;
  }

  private void searchSingly(Position position, Meter meter) {
    ending.start(meter);
    boolean goesOn = true;
    while (goesOn && singly.play(position, visitsSingly, meter, findings)) {
      goesOn = makeRoom(meter);
    }
  }

  private void searchInRounds(Meter meter) {
    ending.start(meter);
    while (hasRoom(meter) && tree.isSearchable() && !meter.isSpent() && !ending.hasCome() && !ending.isIdle()) {
      int child = playRound();
      if (child == Tree.NONE) {
        favourite.consider(meter);
      } else {
        favourite.consider(child, meter);
      }
      meter.progress(findings);
    }
  }

  private int playRound() {
    boolean whole = false;
    try {
      int child = rounds.playRound();
      whole = true;
      return child;
    } finally {
      if (!whole) { // Of what was under way nothing is known.
        rounds.giveUpLots();
        ancestry.forget();
        tree.clear();
      }
    }
  }

  private boolean hasRoom(Meter meter) {
    return !rounds.isFull() || makeRoom(meter);
  }

  /** Has rarely visited nodes give way; returns false if the search has to end, with the tree given up or not. */
  private boolean makeRoom(Meter meter) {
    if (cramped) {
      return true;
    }
    if (meter.isSpent()) {
      return false;
    }
    rounds.giveUpLots();
    int before = tree.size();
    int first = tree.firstChild[Tree.ROOT];
    if (!tree.shrink(() -> !meter.isSpent())) {
      ancestry.forget();
      return false;
    }
    cramped = tree.size() > (1 - LEAST_SHARE_FREED) * before || rounds.isFull();
    favourite.moveBy(tree.firstChild[Tree.ROOT] - first); // The root's children have moved together.
    return true;
  }

  @Override
  public long cpuNanosElsewhere() {
    return rounds.cpuNanosOfOthers();
  }

  @Override
  public void close() {
    rounds.close();
    playouts.forEach(Playout::close);
  }
}
