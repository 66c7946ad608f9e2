package mesa.search;

import mesa.core.Tactical;

/**
 * What spares a node the search of all its moves: an evaluation far from the window, a pass that is good enough, a noisy
 * move that a shallow search likes very much. Only in windows without width, out of check, and where the position is
 * {@link Tactical}.
 */
final class Guesses {
  private final Trail trail;
  private final Negamax negamax;
  private final Quiescence quiescence;
  private final MoveOrder order;
  private final boolean stands;
  private final boolean passes;
  private final boolean probes;

  Guesses(Trail trail, Negamax negamax, Quiescence quiescence, MoveOrder order, Techniques techniques) {
    this.trail = trail;
    this.negamax = negamax;
    this.quiescence = quiescence;
    this.order = order;
    stands = techniques.use(Technique.RFP);
    passes = techniques.use(Technique.NULL);
    probes = techniques.use(Technique.PROBCUT);
  }

  /** {@return a score outside the window, or NOTHING; means nothing once the trail has stopped} */
  int guess(Node node, int depth, int alpha, int beta, boolean expectsCut) {
    if (Wins.isProven(beta) || Wins.isProven(alpha)) {
      return Node.NOTHING;
    }
    if (stands && depth <= Margins.MOST_DEPTH_TO_STAND
        && node.estimate - Margins.standing(depth, node.improves) >= beta) {
      return node.estimate;
    }
    boolean passedBefore = trail.node(node.ply - 1).passed;
    if (passes && depth >= Margins.LEAST_DEPTH_TO_PASS && !passedBefore && node.estimate >= beta
        && passIsAbove(node, depth, beta, expectsCut)) {
      return beta;
    }
    return probes && depth >= Margins.LEAST_DEPTH_TO_PROBE && !trail.isStopped()
        ? probe(node, depth, beta, expectsCut) : Node.NOTHING;
  }

  private boolean passIsAbove(Node node, int depth, int beta, boolean expectsCut) {
    if (!trail.pass(node)) {
      return false;
    }
    int score = trail.ending(node);
    if (score == Node.NOTHING) {
      int limit = trail.breakAt(node.ply + 1);
      int left = depth - Margins.pass(depth, node.estimate - beta);
      score = negamax.after(node, left, beta - 1, beta, !expectsCut);
      trail.breakAt(limit);
    } else {
      score = Node.NOTHING; // A pass ends no game.
    }
    trail.unmake();
    return !trail.isStopped() && score >= beta;
  }

  /** ProbCut (Buro 1995): {@return a score above beta that a noisy move reaches by a margin at less depth, or NOTHING} */
  private int probe(Node node, int depth, int beta, boolean expectsCut) {
    int high = beta + Margins.PROBE_MARGIN;
    if (node.tableBound != 0 && node.tableDepth >= depth - Margins.PROBE_REDUCTION + 1 && node.tableScore < high) {
      return Node.NOTHING;
    }
    Tactical tactical = trail.tactical();
    order.beginNoisy(node);
    for (int move; (move = order.next(node)) != TranspositionTable.NO_MOVE; ) {
      if (!tactical.gainsByExchange(move, high - node.evaluation)) {
        continue;
      }
      if (!trail.make(move, node)) {
        return Node.NOTHING;
      }
      int score = quiescence.after(node, high - 1, high);
      if (score >= high && !trail.isStopped() && trail.ending(node) == Node.NOTHING) {
        score = negamax.after(node, depth - Margins.PROBE_REDUCTION, high - 1, high, !expectsCut);
      }
      trail.unmake();
      if (trail.isStopped()) {
        return Node.NOTHING;
      }
      if (score >= high) {
        return score;
      }
    }
    return Node.NOTHING;
  }
}
