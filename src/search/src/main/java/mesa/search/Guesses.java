package mesa.search;

/**
 * What spares a node the search of all its moves: an evaluation far above the window, or a pass that is good enough. Only
 * in windows without width, out of check, and where the position is {@link mesa.core.Tactical}. Both take it that the side
 * to move could do worse than stand still; where it is hemmed in it often can't do better, and neither is tried.
 */
final class Guesses {
  private final Trail trail;
  private final Negamax negamax;
  private final boolean stands;
  private final boolean passes;
  private final boolean isCautious;

  Guesses(Trail trail, Negamax negamax, Techniques techniques) {
    this.trail = trail;
    this.negamax = negamax;
    stands = techniques.use(Technique.RFP);
    passes = techniques.use(Technique.NULL);
    isCautious = techniques.use(Technique.CAUTION);
  }

  /** {@return a score outside the window, or NOTHING; means nothing once the trail has stopped} */
  int guess(Node node, int depth, int beta, boolean expectsCut) {
    if (node.estimate < beta || Wins.isProven(beta)) {
      return Node.NOTHING;
    }
    if (stands && depth <= Margins.MOST_DEPTH_TO_STAND
        && node.estimate - Margins.standing(depth, node.improves) >= beta) {
      return isHemmedIn() ? Node.NOTHING : node.estimate;
    }
    boolean passedBefore = trail.node(node.ply - 1).passed;
    if (passes && depth >= Margins.LEAST_DEPTH_TO_PASS && !passedBefore && !isHemmedIn()
        && passIsAbove(node, depth, beta, expectsCut)) {
      return beta;
    }
    return Node.NOTHING;
  }

  private boolean isHemmedIn() {
    return isCautious && trail.tactical().isHemmedIn();
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
}
