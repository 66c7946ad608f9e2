package mesa.search;

import mesa.core.Evaluator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Tactical;

/**
 * One search to a given depth: principal variation search (Marsland and Campbell 1982) with the {@link Technique}s that
 * it is given; those that need to know more than the rules where the position is {@link Tactical}. Scores are for the
 * side to move, on the scale of {@link mesa.core.Score} and, where proven, of {@link Wins}; they change sign only where
 * the sides differ.
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
  private int rootDepth;
  private RootLine rootLine;
  /** Moves of the root that are left out. */
  private final Moves excluded = new Moves(8);
  private final Variations variations = new Variations(Trail.MOST_PLY);

  Negamax(Evaluator evaluator, Techniques techniques, long tableBytes) {
    trail = new Trail(evaluator);
    table = new TranspositionTable(tableBytes);
    order = new MoveOrder(trail, techniques);
    quiescence = new Quiescence(trail, table, order, techniques);
    guesses = new Guesses(trail, this, techniques);
    selection = new Selection(trail, techniques);
    usesTable = techniques.use(Technique.TABLE);
    usesDistance = techniques.use(Technique.DISTANCE);
    usesImproving = techniques.use(Technique.IMPROVING);
    extendsChecks = techniques.use(Technique.CHECK);
    reducesUnknown = techniques.use(Technique.IIR);
  }

  /** Forgets the last game. */
  void newGame() {
    table.clear();
    order.clear();
  }

  /** Prepares for searches of one position. */
  void start(Position root, Meter meter) {
    trail.start(root, meter);
    position = root;
    tactical = trail.tactical();
    table.startSearch();
    order.startSearch();
  }

  /**
   * Prepares for searches of the root without some of its moves.
   *
   * @param line the best found so far, to be replaced by what is found better; empty at first
   * @param without moves that are left out, not all of them
   */
  void beginLine(RootLine line, Moves without) {
    rootLine = line;
    excluded.clear();
    for (int i = 0; i < without.size(); i++) {
      excluded.add(without.get(i));
    }
  }

  /**
   * Searches the root; once it has {@linkplain #isStopped stopped}, the score means nothing, but the line stands for what
   * was found before.
   *
   * @param depth at least 1
   * @param alpha lower edge of the window
   * @param beta upper edge of the window
   * @return the score, or a bound outside the window
   */
  int searchRoot(int depth, int alpha, int beta) {
    mostExtendedPly = Math.min(2 * depth, Trail.MOST_PLY - 1);
    rootDepth = depth;
    return search(depth, alpha, beta, 0, false);
  }

  /** {@return as {@link Trail#deepest}} */
  int deepest() {
    return trail.deepest();
  }

  /** {@return how much of the table this search has filled, in thousandths} */
  int filled() {
    return table.filled();
  }

  boolean isStopped() {
    return trail.isStopped();
  }

  /** {@return as {@link Trail#cuts}} */
  long cuts() {
    return trail.cuts();
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
    if (usesDistance && ply > 0) {
      alpha = Math.max(alpha, ply - Wins.WIN);
      beta = Math.min(beta, Wins.WIN - ply - 1);
      if (alpha >= beta) {
        return alpha;
      }
    }
    boolean inCheck = trail.inCheck();
    int depth = inCheck && extendsChecks && ply < mostExtendedPly ? depthLeft + 1 : depthLeft;
    if (depth <= 0 || ply >= Trail.MOST_PLY - 1) {
      return quiescence.search(alpha, beta, ply);
    }
    long hash = position.hash();
    if (trail.repeats(hash, ply)) {
      trail.cut();
      return 0;
    }

    Node node = trail.node(ply);
    node.hash = hash;
    node.side = position.sideToMove();
    node.inCheck = inCheck;
    boolean isPrincipal = beta - alpha > 1;
    if (usesTable) {
      node.lookUp(table);
    } else {
      node.knowNothing();
    }
    if (!isPrincipal && node.isSettledByTable(depth, alpha, beta)) {
      if (node.tableDepth < Integer.MAX_VALUE) {
        trail.cut();
      }
      return node.tableScore;
    }
    if (ply == 0 && !rootLine.isEmpty()) {
      node.tableMove = rootLine.move();
    }
    if (!judge(node) && ply > 0) {
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
    if (usesTable && (ply > 0 || excluded.isEmpty()) && !(dependsOnPath && best == 0)) {
      int bound = best >= beta ? TranspositionTable.LOWER
          : best > alpha ? TranspositionTable.EXACT : TranspositionTable.UPPER;
      table.store(hash, node.bestMove, Wins.toTable(best, ply), depth, bound, trail.cuts() == cutsBefore, node.evaluation);
    }
    return best;
  }

  /** Evaluates a node of a game that tells what is quiet; {@return false if the budget has run out} */
  private boolean judge(Node node) {
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
    boolean mayPrune = ply > 0 && tactical != null;
    int alpha = alphaAtFirst;
    int best = -Wins.WIN;
    int tried = 0;
    order.begin(node);
    node.bestMove = TranspositionTable.NO_MOVE;
    for (;;) {
      boolean mayLeaveOut = mayPrune && tried > 0 && best > -Wins.LEAST;
      if (mayLeaveOut && selection.isHopeless(node, depth, alpha, tried)) {
        order.leaveOutQuiet(node);
      }
      int move = order.next(node);
      if (move == TranspositionTable.NO_MOVE) {
        break;
      }
      if (ply == 0 && excluded.contains(move)) {
        MoveOrder.skip(node);
        continue;
      }
      int rank = node.moves.lastRank();
      if (mayLeaveOut && selection.loses(move, rank, depth)) {
        trail.cut();
        MoveOrder.skip(node);
        continue;
      }
      if (isPrincipal) {
        variations.end(ply + 1);
      }
      if (ply == 0 && rootLine.isEmpty()) {
        variations.lead(0, move);
        keepLine(0);
      }
      if (!trail.make(move, node)) {
        return 0;
      }
      table.touch(position.hash());
      tried++;
      int score = trail.ending(node);
      if (score == Node.NOTHING) {
        int full = depth - 1;
        if (tried == 1) {
          score = after(node, full, alpha, beta, !isPrincipal && !expectsCut);
        } else {
          int reduced = full - selection.reduction(node, depth, tried, rank, expectsCut);
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
        if (ply == 0) {
          keepLine(score);
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

  /** {@return the score for a node's side of the position, its game not over, that a move from it has led to} */
  int after(Node node, int depth, int alpha, int beta, boolean expectsCut) {
    return position.sideToMove() == node.side
        ? search(depth, alpha, beta, node.ply + 1, expectsCut)
        : -search(depth, -beta, -alpha, node.ply + 1, expectsCut);
  }

  private void keepLine(int score) {
    variations.copyRoots(rootLine);
    rootLine.score = score;
    rootLine.depth = rootDepth;
    if (excluded.isEmpty()) {
      trail.meter().favour(rootLine.move());
    }
  }
}
