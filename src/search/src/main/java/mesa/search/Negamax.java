package mesa.search;

import mesa.core.Position;
import mesa.core.Tactical;

/**
 * Principal variation search (Marsland and Campbell 1982) below the root, with the {@link Technique}s that it is given;
 * those that need to know more than the rules where the position is {@link Tactical}. Scores are for the side to move, on
 * the scale of {@link mesa.core.Score} and, where proven, of {@link Wins}; they change sign only where the sides differ.
 *
 * <p>A position that stands on the path already is scored 0, as if repeating it led to nothing. A draw that rests on
 * such a repetition holds on this path alone and does not enter the table; another score that does may, and so may one
 * that rests on a counter that the hash leaves out: the usual compromise. The game's own rules of repetition are asked
 * first, so no finished game is missed.
 */
final class Negamax {
  private final Trail trail;
  private final TranspositionTable table;
  private final MoveOrder order;
  private final Variations variations;
  private final Quiescence quiescence;
  private final Guesses guesses;
  private final Selection selection;

  private final boolean usesTable;
  private final boolean usesDistance;
  private final boolean usesImproving;
  private final boolean extendsChecks;
  private final boolean reducesUnknown;

  private Position position;
  private Tactical tactical;
  private int mostExtendedPly;

  Negamax(Trail trail, TranspositionTable table, MoveOrder order, Variations variations, Techniques techniques) {
    this.trail = trail;
    this.table = table;
    this.order = order;
    this.variations = variations;
    quiescence = new Quiescence(trail, table, order, techniques);
    guesses = new Guesses(trail, this, techniques);
    selection = new Selection(trail, techniques);
    usesTable = techniques.use(Technique.TABLE);
    usesDistance = techniques.use(Technique.DISTANCE);
    usesImproving = techniques.use(Technique.IMPROVING);
    extendsChecks = techniques.use(Technique.CHECK);
    reducesUnknown = techniques.use(Technique.IIR);
  }

  /** Prepares for a search of so many plies from the root of the trail. */
  void start(int depth) {
    position = trail.position();
    tactical = trail.tactical();
    mostExtendedPly = Math.min(2 * depth, Trail.MOST_PLY - 1);
  }

  /**
   * Searches the position in hand.
   *
   * @param depthLeft plies; with none left it is for quiescence
   * @param expectsCut whether a move that refutes is expected, in a window without width
   */
  int search(int depthLeft, int alphaAtFirst, int betaAtFirst, int ply, boolean expectsCut) {
    int alpha = alphaAtFirst;
    int beta = betaAtFirst;
    if (usesDistance) {
      alpha = Math.max(alpha, ply - Wins.WIN);
      beta = Math.min(beta, Wins.WIN - ply - 1);
      if (alpha >= beta) {
        return alpha;
      }
    }
    boolean inCheck = trail.inCheck();
    int depth = extended(depthLeft, inCheck, ply);
    if (depth <= 0 || ply >= Trail.MOST_PLY - 1) {
      return quiescence.search(alpha, beta, ply);
    }
    long hash = position.hash();
    if (trail.repeats(hash, ply)) {
      trail.cut();
      return 0;
    }

    Node node = trail.enter(ply, hash, inCheck);
    node.lookUp(table);
    boolean isPrincipal = beta - alpha > 1;
    if (!isPrincipal && node.isSettledByTable(depth, alpha, beta)) {
      if (node.tableDepth < Integer.MAX_VALUE) {
        trail.cut();
      }
      return node.tableScore;
    }
    if (!judge(node)) {
      return 0;
    }
    if (!isPrincipal && !inCheck && tactical != null) {
      int guess = guesses.guess(node, depth, beta, expectsCut);
      if (trail.isStopped() || guess != Node.NOTHING) {
        trail.cut();
        return guess;
      }
    }
    if (reducesUnknown && depth >= Margins.LEAST_DEPTH_WITHOUT_MOVE && (isPrincipal || expectsCut)
        && node.tableMove == TranspositionTable.NO_MOVE) {
      depth--;
    }

    long cutsBefore = trail.cuts();
    int notedBefore = trail.beginNoting();
    int best = searchMoves(node, depth, alpha, beta, expectsCut);
    boolean dependsOnPath = trail.endNoting(ply, notedBefore);
    if (trail.isStopped()) {
      return 0;
    }
    if (usesTable && !(dependsOnPath && best == 0)) {
      node.store(table, best, alpha, beta, depth, trail.cuts() == cutsBefore);
    }
    return best;
  }

  /** {@return a depth, a ply more where a threat must be answered} */
  int extended(int depth, boolean inCheck, int ply) {
    return inCheck && extendsChecks && ply < mostExtendedPly ? depth + 1 : depth;
  }

  /** Evaluates a node of a game that tells what is quiet; {@return false if the budget has run out} */
  boolean judge(Node node) {
    if (node.inCheck || tactical == null) {
      node.evaluation = Node.NOTHING;
      node.estimate = Node.NOTHING;
      node.improves = false;
      return true;
    }
    if (node.evaluation == Node.NOTHING) {
      node.evaluation = trail.evaluate();
      if (trail.isStopped()) {
        return false;
      }
    }
    node.estimate();
    node.improves = !usesImproving || improves(node);
    return true;
  }

  private boolean improves(Node node) {
    if (node.ply < 2) {
      return true;
    }
    Node before = trail.node(node.ply - 2);
    if (before.evaluation == Node.NOTHING && node.ply >= 4) {
      before = trail.node(node.ply - 4);
    }
    return before.side != node.side || before.evaluation < node.evaluation;
  }

  /**
   * Searches a node's moves, and learns from what refutes.
   *
   * @return the score, or a bound outside the window
   */
  private int searchMoves(Node node, int depth, int alphaAtFirst, int beta, boolean expectsCut) {
    int ply = node.ply;
    boolean isPrincipal = beta - alphaAtFirst > 1;
    int alpha = alphaAtFirst;
    int best = -Wins.WIN;
    int tried = 0;
    order.begin(node);
    for (;;) {
      boolean mayLeaveOut = tactical != null && tried > 0 && best > -Wins.LEAST;
      if (mayLeaveOut && selection.isHopeless(node, depth, alpha, tried)) {
        order.leaveOutQuiet(node);
      }
      int move = order.next(node);
      if (move == TranspositionTable.NO_MOVE) {
        break;
      }
      if (mayLeaveOut && selection.loses(move, node.moves.lastRank(), depth)) {
        trail.cut();
        MoveOrder.skip(node);
        continue;
      }
      if (isPrincipal) {
        variations.end(ply + 1);
      }
      int score = follow(node, move, ++tried, depth, alpha, beta, expectsCut);
      if (trail.isStopped()) {
        return 0;
      }
      best = Math.max(best, score);
      if (score > alpha) {
        alpha = score;
        node.bestMove = move;
        if (isPrincipal) {
          variations.lead(ply, move);
        }
        if (score >= beta) {
          order.learn(node, depth);
          break;
        }
      }
    }
    if (node.moves.leavesOutQuiet) {
      trail.cut();
    }
    return best;
  }

  /**
   * Makes a node's move, searches what comes of it, and takes it back.
   *
   * @param number of the move among those searched, from 1; those after the first are asked whether they are better at all
   * @return the score for the node's side, or a bound outside the window; means nothing once the trail has stopped
   */
  int follow(Node node, int move, int number, int depth, int alpha, int beta, boolean expectsCut) {
    if (!trail.make(move, node)) {
      return 0;
    }
    table.touch(position.hash());
    int score = trail.ending(node);
    if (score == Node.NOTHING) {
      int full = depth - 1;
      if (number == 1) {
        boolean isPrincipal = beta - alpha > 1;
        score = after(node, full, alpha, beta, !isPrincipal && !expectsCut);
      } else {
        int reduced = full - selection.reduction(node, depth, number, node.moves.lastRank(), expectsCut);
        score = after(node, reduced, alpha, alpha + 1, true);
        if (score > alpha && reduced < full) {
          score = after(node, full, alpha, alpha + 1, !expectsCut);
        }
        if (score > alpha && score < beta) {
          score = after(node, full, alpha, beta, false);
        }
      }
    }
    trail.unmake();
    return score;
  }

  /** {@return the score for a node's side of the position, its game not over, that a move from it has led to} */
  int after(Node node, int depth, int alpha, int beta, boolean expectsCut) {
    return position.sideToMove() == node.side
        ? search(depth, alpha, beta, node.ply + 1, expectsCut)
        : -search(depth, -beta, -alpha, node.ply + 1, expectsCut);
  }
}
