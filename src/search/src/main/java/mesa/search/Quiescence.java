package mesa.search;

import mesa.core.Tactical;

/**
 * The search beyond the horizon: noisy moves are followed until the position is quiet, and the side to move may stand
 * pat unless it is in check. Where a game tells nothing of noise, or this is left out, the evaluation alone.
 */
final class Quiescence {
  /** A noisy move has to bring the score within so much of alpha at once. */
  private static final int DELTA_MARGIN = 150;

  private final Trail trail;
  private final TranspositionTable table;
  private final MoveOrder order;
  private final boolean follows;
  private final boolean usesTable;
  private final boolean usesDelta;

  Quiescence(Trail trail, TranspositionTable table, MoveOrder order, Techniques techniques) {
    this.trail = trail;
    this.table = table;
    this.order = order;
    follows = techniques.use(Technique.QUIESCENCE);
    usesTable = techniques.use(Technique.TABLE) && techniques.use(Technique.QTABLE);
    usesDelta = techniques.use(Technique.DELTA);
  }

  /** {@return the score for the side to move, or a bound outside the window; means nothing once the trail has stopped} */
  int search(int alphaAtFirst, int beta, int ply) {
    trail.cut();
    if (!follows || trail.tactical() == null || ply >= Trail.MOST_PLY - 1) {
      return trail.evaluate();
    }
    Node node = trail.enter(ply, trail.position().hash(), trail.inCheck());
    if (usesTable) {
      node.lookUp(table);
    } else {
      node.knowNothing();
    }
    boolean isPrincipal = beta - alphaAtFirst > 1;
    if (!isPrincipal && node.isSettledByTable(0, alphaAtFirst, beta)) {
      return node.tableScore;
    }
    if (!node.inCheck) {
      if (node.evaluation == Node.NOTHING) {
        node.evaluation = trail.evaluate();
        if (trail.isStopped()) {
          return 0;
        }
      }
      node.estimate();
      if (node.estimate >= beta) {
        return node.estimate;
      }
    }
    int best = follow(node, alphaAtFirst, beta);
    if (usesTable && !trail.isStopped()) {
      node.store(table, best, alphaAtFirst, beta, 0, false);
    }
    return best;
  }

  /** {@return the score of a node that has been judged and does not stand pat above beta, by following its moves} */
  int follow(Node node, int alphaAtFirst, int beta) {
    Tactical tactical = trail.tactical();
    int best;
    if (node.inCheck) {
      best = -Wins.WIN;
      order.begin(node);
    } else {
      best = node.estimate;
      order.beginNoisy(node);
    }
    int alpha = Math.max(alphaAtFirst, best);
    while (best < beta) {
      int move = order.next(node);
      if (move == TranspositionTable.NO_MOVE) {
        break;
      }
      if (!node.inCheck) {
        int most = node.evaluation + DELTA_MARGIN + tactical.gain(move);
        if (usesDelta && most <= alpha) {
          best = Math.max(best, most);
          continue;
        }
      }
      if (!trail.make(move, node)) {
        return 0;
      }
      table.touch(trail.position().hash());
      int score = after(node, alpha, beta);
      trail.unmake();
      if (trail.isStopped()) {
        return 0;
      }
      if (score > best) {
        best = score;
        if (score > alpha) {
          alpha = score;
          node.bestMove = move;
        }
      }
    }
    return best;
  }

  /** {@return the score for a node's side of the position that a move from it has led to} */
  int after(Node node, int alpha, int beta) {
    int ending = trail.ending(node);
    if (ending != Node.NOTHING) {
      return ending;
    }
    return trail.position().sideToMove() == node.side
        ? search(alpha, beta, node.ply + 1)
        : -search(-beta, -alpha, node.ply + 1);
  }
}
