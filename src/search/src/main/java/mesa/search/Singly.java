package mesa.search;

import java.util.Optional;
import java.util.function.Supplier;
import mesa.core.Analysis;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * Playouts one by one, each from the root, by one thread: the first visits of each search, or all of them where it goes
 * by the textbook or by {@link GumbelRoot}. The first one opens the root.
 */
final class Singly {
  private final Tree tree;
  private final Playout playout;
  private final RootPriors rootPriors;
  private final GumbelRoot gumbel;
  private final Lot lot;
  private final ValueCache cache;
  private final Favourite favourite;
  private final Ending ending;

  /**
   * Prepares.
   *
   * @param gumbel chooses among the root's children, or null to choose there as below
   * @param lot the tree's, while one thread has it to itself
   * @param cache of values, or null for none
   */
  Singly(Tree tree, Playout playout, RootPriors rootPriors, GumbelRoot gumbel, Lot lot, ValueCache cache,
      Favourite favourite, Ending ending) {
    this.tree = tree;
    this.playout = playout;
    this.rootPriors = rootPriors;
    this.gumbel = gumbel;
    this.lot = lot;
    this.cache = cache;
    this.favourite = favourite;
    this.ending = ending;
  }

  /** Forgets the last game; all chance at the root follows from the source. */
  void newGame(Rng rng) {
    lot.newGame();
    if (cache != null) {
      cache.clear();
    }
    rootPriors.newGame(rng.next());
    if (gumbel != null) {
      gumbel.newGame(rng.next());
    }
  }

  /** Plants a root by a first playout; returns false if the budget does not suffice even for that. */
  boolean open(Position position, Moves moves, Meter meter) {
    if (!meter.spendNode() || !playout.openRoot(position, moves, rootPriors, lot, cache, meter)) {
      return false;
    }
    if (gumbel != null) {
      long nodes = meter.budget().nodes();
      gumbel.start(tree, nodes == Long.MAX_VALUE ? nodes : nodes - meter.nodes());
    }
    return true;
  }

  /** Takes up a root that an earlier search has expanded; returns false if the budget does not suffice for that. */
  boolean reopen(Position position, Moves moves, Meter meter) {
    lot.expect(moves.size());
    boolean goesOn = tree.isSearchable() && moves.size() > 1;
    // Where nothing is left to search, looking is the one node that a decision costs.
    boolean reopened = (goesOn || meter.spendNode()) && playout.reopenRoot(position, moves, rootPriors, meter);
    playout.startFrom(Tree.ROOT, position.sideToMove(), tree.visits[Tree.ROOT], tree.sum[Tree.ROOT],
        tree.verdict(Tree.ROOT), lot, cache);
    return reopened;
  }

  /**
   * Plays until the root has so many visits or is proven, the search ends, or there is no room for all that is new.
   *
   * @param findings for who follows the search
   * @return whether it is room that it wants; it can go on without
   */
  boolean play(Position position, int visits, Meter meter, Supplier<Optional<Analysis>> findings) {
    while (tree.isOpen(Tree.ROOT) && tree.visits[Tree.ROOT] < visits && !ending.isIdle()) {
      if (ending.isLookDue()) {
        meter.progress(findings);
        if (ending.hasCome()) {
          return false;
        }
      }
      if (!meter.spendNode()) {
        return false;
      }
      if (!playout.run(position, gumbel == null ? Tree.NONE : gumbel.next(), meter)) {
        meter.returnNode();
        return false;
      }
      playout.write();
      if (gumbel == null) {
        favourite.consider(playout.firstChoice(), meter);
      } else {
        gumbel.played();
        favourite.consider(meter);
      }
      if (lot.wasShort()) {
        return true;
      }
    }
    return false;
  }
}
