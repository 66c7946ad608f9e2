package mesa.search;

import java.util.Arrays;
import mesa.core.BatchEvaluator;
import mesa.core.Meter;
import mesa.core.Outcome;
import mesa.core.Position;

/**
 * Playouts for an evaluator that judges several positions in one run: leaves are gathered until a batch is full, judged
 * together, and backed up in the order in which they were found, so that equal seeds give equal trees. Each is asked for
 * its value and the priors of its moves at once, and has children from then on. Otherwise playouts are as in {@link
 * Playout}, and with batches of one they grow the same tree.
 *
 * <p>A playout under way counts as a visit before anything is known of its result, so that the next one goes elsewhere
 * (Liu et al., <i>Watch the unobserved</i>, 2020), but not in the means. Where the next one would come to a leaf that
 * waits all the same, gathering ends: to push on until a batch of 16 is full cost 70 Elo at 256 playouts. What is known
 * at sight, such as the end of a game, is backed up at once and takes no place in the batch.
 *
 * <p>Nothing is under way between two batches. After a failure of the evaluator, though, the tree is of no use any more.
 */
final class Gathering implements Rounds {
  /** A batch has at most the root's visits through this: in a small tree more would go where none would go alone. */
  private static final int SHARE = 8;

  private final Tree tree;
  private final Puct puct;
  private final BatchEvaluator evaluator;
  private final GumbelRoot gumbel;
  private final Offspring offspring = new Offspring();
  /** By their slots in the evaluator; those that wait come first. */
  private final Leaf[] leaves;
  private int waiting;
  private final Lot lot;
  private Position position;
  private Meter meter;

  /**
   * Prepares.
   *
   * @param lot the tree's room
   * @param gumbel chooses among the root's children, or null to choose there as below
   * @param most leaves in a batch, at least 1 and no more than the evaluator takes
   */
  Gathering(Tree tree, Lot lot, Puct puct, GumbelRoot gumbel, BatchEvaluator evaluator, int most) {
    this.tree = tree;
    this.lot = lot;
    this.puct = puct;
    this.gumbel = gumbel;
    this.evaluator = evaluator;
    leaves = new Leaf[most];
    Arrays.setAll(leaves, slot -> new Leaf());
  }

  @Override
  public void startSearch(Position root, Meter newMeter, long seed) {
    position = root;
    meter = newMeter;
  }

  @Override
  public boolean isFull() {
    return lot.wasShort();
  }

  /** Plays until a batch is full, no more leaves are found for it, the budget ends or the root is proven; then has it judged. */
  @Override
  public int playRound() {
    int planned = gumbel == null ? 0 : gumbel.independent();
    int wanted = Math.min(leaves.length, planned > 0 ? planned : 1 + tree.visits[Tree.ROOT] / SHARE);
    int most = Math.min(tree.visitsLeft(), wanted + Ending.PLAYOUTS_PER_LOOK); // Some may be known at sight.
    waiting = 0;
    boolean goesOn = true;
    for (int played = 0; goesOn && waiting < wanted && played < most && tree.isOpen(Tree.ROOT); played++) {
      goesOn = playOne();
    }
    judge();
    return Tree.NONE;
  }

  /** Plays one, as far as it goes; returns false if there can be no more in this batch. */
  private boolean playOne() {
    Leaf leaf = leaves[waiting];
    leaf.find(tree, puct, position, gumbel == null ? Tree.NONE : gumbel.next());
    boolean goesOn = !waits(leaf.path.end()) && meter.spendNode() && begin(leaf);
    if (goesOn && gumbel != null) {
      gumbel.played();
    }
    for (int i = 0; i < leaf.path.depth; i++) {
      position.unmake();
    }
    return goesOn;
  }

  private boolean waits(int node) {
    for (int slot = 0; slot < waiting; slot++) {
      if (leaves[slot].path.end() == node) {
        return true;
      }
    }
    return false;
  }

  /** Backs a leaf up if its result is known at sight, else has it wait; returns false if no evaluation is left for it. */
  private boolean begin(Leaf leaf) {
    int node = leaf.path.end();
    boolean proof = false;
    if (tree.isOpen(node) && tree.visits[node] == 0) {
      Outcome outcome = position.outcome();
      if (outcome.isOver()) {
        tree.prove(node, Verdict.of(outcome.valueFor(leaf.path.chooser[leaf.path.depth]), 0));
        proof = true;
      }
    }
    if (!tree.isOpen(node)) {
      visit(leaf);
      backUp(leaf, 0, proof);
      return true;
    }
    if (!meter.spendEvaluation()) {
      meter.returnNode();
      return false;
    }
    leaf.moves.clear();
    position.legalMoves(leaf.moves);
    evaluator.stage(waiting, position, leaf.moves);
    visit(leaf);
    leaf.waits = true;
    waiting++;
    return true;
  }

  /** Counts a visit of all nodes on the way to a leaf. */
  private void visit(Leaf leaf) {
    for (int i = 0; i <= leaf.path.depth; i++) {
      int node = leaf.path.node[i];
      int before = tree.visits[node];
      tree.setVisits(node, before + 1);
      if (before == 0) {
        int parent = leaf.path.node[i - 1];
        tree.prefix[parent]++;
        tree.sum[node] = 0;
        if (tree.isOpen(node)) { // Until its own is known.
          tree.q[node] = leaf.path.sign(i - 1) * tree.mean(parent);
        }
      }
    }
  }

  /** Has what waits judged, and backs it up. */
  private void judge() {
    if (waiting == 0) {
      return;
    }
    evaluator.run(waiting);
    for (int slot = 0; slot < waiting; slot++) {
      Leaf leaf = leaves[slot];
      expand(leaf, slot);
      float value = evaluator.value(slot);
      backUp(leaf, leaf.mover == 0 ? value : -value, false);
    }
  }

  /** All children become nodes at once, for others on their way through here must not see them move. */
  private void expand(Leaf leaf, int slot) {
    int moves = leaf.moves.size();
    if (moves > 0 && lot.fits(moves)) {
      evaluator.priors(slot, offspring.priors(moves));
      offspring.join(tree, leaf.path.end(), lot.takeEdges(moves), leaf.moves);
      lot.spread(leaf.path.end());
    }
  }

  /**
   * Adds a result to every node on the way to a leaf. A proven node hands its exact value upwards, and one whose mover has
   * a draw for sure nothing worse than that from a child which looks worse.
   *
   * @param value of the leaf, for side 0; not used if it is proven
   * @param news whether more is certain about the leaf than before, so that more may be about its parent
   */
  private void backUp(Leaf leaf, float value, boolean news) {
    leaf.waits = false;
    float result = value;
    for (int i = leaf.path.depth; i >= 0; i--) {
      int node = leaf.path.node[i];
      int sign = leaf.path.chooser[i] == 0 ? 1 : -1;
      if (i < leaf.path.depth && tree.isOpen(node)) {
        int known = tree.verdict(node);
        int certain = news ? tree.verdictOfChildren(node, leaf.path.sign(i), known) : known;
        news = certain != known;
        tree.prove(node, certain);
        if (Verdict.isSafe(certain, leaf.path.sign(i)) && tree.q[leaf.path.node[i + 1]] < 0) {
          result = 0;
        }
      }
      result = tree.isOpen(node) ? result : sign * tree.proof(node);
      tree.sum[node] += (long) (sign * result * Tree.ONE);
      if (tree.isOpen(node)) {
        tree.setMean(node, Tree.mean(tree.sum[node], tree.visits[node] - underWay(node, i)));
      }
    }
  }

  /** {@return visits of a node of which nothing is known yet} */
  private int underWay(int node, int depth) {
    int visits = 0;
    for (int slot = 0; slot < waiting; slot++) {
      visits += leaves[slot].waits && leaves[slot].passes(node, depth) ? 1 : 0;
    }
    return visits;
  }
}
