package mesa.search;

import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Moves;

/** Follows which of the root's children would be played now, tells the meter, and decides for it in the end. */
final class Favourite {
  private final Tree tree;
  private final GumbelRoot gumbel;
  private int child;
  /** Stays known where the tree has been given up. */
  private int move;

  /**
   * Prepares.
   *
   * @param gumbel chooses at the root, or null if the most visited child is played
   */
  Favourite(Tree tree, GumbelRoot gumbel) {
    this.tree = tree;
    this.gumbel = gumbel;
  }

  /** Starts with a move that is played if nothing is found out about any. */
  void start(int firstMove) {
    move = firstMove;
  }

  /** {@return the root's child that would be played} */
  int child() {
    return child;
  }

  /** {@return its visits; if it is a draw that is certain, those of what seems no better count, too} */
  int visits() {
    if (Verdict.least(tree.state[child]) != 0) {
      return tree.visits[child];
    }
    int visits = 0;
    for (int i = tree.firstChild[Tree.ROOT]; i < tree.firstChild[Tree.ROOT] + tree.count(Tree.ROOT); i++) {
      visits += i == child || !ChildOrder.isWorthADraw(tree, i) ? tree.visits[i] : 0;
    }
    return visits;
  }

  /** Notes that the root's children stand elsewhere in the tree. */
  void moveBy(int places) {
    child += places;
  }

  /** Looks at all children of the root. */
  void consider(Meter meter) {
    favour(choice(), meter);
  }

  private int choice() {
    return gumbel == null ? ChildOrder.best(tree, Tree.ROOT) : gumbel.choice();
  }

  /** The same after a playout through one of them, without gumbel: no other has changed. */
  void consider(int visited, Meter meter) {
    if (tree.state[Tree.ROOT] != Verdict.OPEN) {
      consider(meter);
      return;
    }
    boolean behind = tree.isOpen(child) && tree.visits[visited] < tree.visits[child];
    if (tree.isOpen(visited) && (visited == child || behind)) {
      return; // What nearly always happens, told without looking for proofs.
    }
    if (visited != child) {
      if (ChildOrder.goesBefore(tree, visited, child)) {
        favour(visited, meter);
      }
    } else if (tree.proof(visited) < 0) {
      favour(ChildOrder.best(tree, Tree.ROOT), meter);
    }
  }

  private void favour(int newChild, Meter meter) {
    child = newChild;
    move = tree.move[newChild];
    meter.favour(move);
  }

  /**
   * {@return the decision for it; without value and policy if there is no tree}
   *
   * @param rootMoves in the order of the policy
   */
  Decision decide(Moves rootMoves) {
    if (!tree.isExpanded(Tree.ROOT)) {
      return Decision.of(move);
    }
    assert child == choice() : child + " is favoured";
    int first = tree.firstChild[Tree.ROOT];
    float[] shares = new float[tree.count(Tree.ROOT)];
    if (gumbel == null) {
      shares(shares);
    } else {
      gumbel.policy(shares);
    }
    float[] policy = new float[shares.length];
    for (int i = 0; i < shares.length; i++) {
      policy[rootMoves.indexOf(tree.move[first + i])] = shares[i];
    }
    return new Decision(move, tree.value(Tree.ROOT), policy);
  }

  /**
   * Each child's share of the visits, or its prior as long as there are none. If the favourite is a draw that is certain,
   * visits of what seems no better count for it: nobody goes there once it is.
   */
  private void shares(float[] into) {
    int first = tree.firstChild[Tree.ROOT];
    int visits = 0;
    int priors = 0; // Rounded, so that they don't add up to one.
    for (int child = first; child < first + into.length; child++) {
      visits += tree.visits[child];
      priors += tree.prior(child);
    }
    boolean draws = Verdict.least(tree.state[child]) == 0;
    for (int i = 0; i < into.length; i++) {
      float share = visits == 0 ? (float) tree.prior(first + i) / priors : (float) tree.visits[first + i] / visits;
      into[draws && !ChildOrder.isWorthADraw(tree, first + i) ? child - first : i] += share;
    }
  }
}
