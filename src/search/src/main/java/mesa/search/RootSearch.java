package mesa.search;

import mesa.core.Evaluator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Position;

/**
 * Searches of one position, each to a given depth: none of its moves are pruned, though some may be left out. The best line
 * is kept as it is found, so that there is one wherever the budget ends.
 */
final class RootSearch {
  private final Trail trail;
  private final TranspositionTable table;
  private final MoveOrder order;
  private final Variations variations = new Variations(Trail.MOST_PLY);
  private final Negamax negamax;
  private final boolean usesTable;

  RootSearch(Evaluator evaluator, Techniques techniques, long tableBytes) {
    trail = new Trail(evaluator);
    table = new TranspositionTable(tableBytes);
    order = new MoveOrder(trail, techniques);
    negamax = new Negamax(trail, table, order, variations, techniques);
    usesTable = techniques.use(Technique.TABLE);
  }

  /** Forgets the last game. */
  void newGame() {
    table.clear();
    order.clear();
  }

  /** Prepares for searches of one position. */
  void start(Position position, Meter meter) {
    trail.start(position, meter);
    table.startSearch();
    order.startSearch();
  }

  /**
   * Searches the position; once it has {@linkplain #isStopped stopped}, the score means nothing, but the line stands for
   * what was found before.
   *
   * @param line the best found so far, to be replaced by what is found better; empty at first
   * @param leftOut moves that are left out, not all of them
   * @param depth at least 1
   * @param alphaAtFirst lower edge of the window, at least 2 below the upper one
   * @param beta upper edge of the window
   * @return the score for the side to move, or a bound outside the window
   */
  int search(RootLine line, Moves leftOut, int depth, int alphaAtFirst, int beta) {
    negamax.start(depth);
    Node root = trail.enter(0, trail.position().hash(), trail.inCheck());
    root.lookUp(table);
    if (!line.isEmpty()) {
      root.tableMove = line.move();
    }
    negamax.judge(root);
    int plies = negamax.extended(depth, root.inCheck, 0);
    long cutsBefore = trail.cuts();
    int alpha = alphaAtFirst;
    int best = -Wins.WIN;
    int tried = 0;
    order.begin(root);
    while (best < beta) {
      int move = order.next(root);
      if (move == TranspositionTable.NO_MOVE) {
        break;
      }
      if (leftOut.contains(move)) {
        MoveOrder.skip(root);
        continue;
      }
      variations.end(1);
      if (line.isEmpty()) {
        keep(line, move, 0, depth, leftOut.isEmpty());
      }
      int score = negamax.follow(root, move, ++tried, plies, alpha, beta, false);
      if (trail.isStopped()) {
        return 0;
      }
      best = Math.max(best, score);
      if (score > alpha) {
        alpha = score;
        root.bestMove = move;
        keep(line, move, score, depth, leftOut.isEmpty());
      }
    }
    if (best >= beta) {
      order.learn(root, plies);
    }
    if (usesTable && leftOut.isEmpty()) {
      root.store(table, best, alphaAtFirst, beta, plies, trail.cuts() == cutsBefore);
    }
    return best;
  }

  /** Takes over the line that begins with a move; its move is to be played if it is the first line. */
  private void keep(RootLine line, int move, int score, int depth, boolean isFirst) {
    variations.lead(0, move);
    variations.copyRoots(line);
    line.score = score;
    line.depth = depth;
    if (isFirst) {
      trail.meter().favour(move);
    }
  }

  boolean isStopped() {
    return trail.isStopped();
  }

  /** {@return as {@link Trail#cuts}} */
  long cuts() {
    return trail.cuts();
  }

  /** {@return as {@link Trail#deepest}} */
  int deepest() {
    return trail.deepest();
  }

  /** {@return how much of the table this search has filled, in thousandths} */
  int filled() {
    return table.filled();
  }
}
