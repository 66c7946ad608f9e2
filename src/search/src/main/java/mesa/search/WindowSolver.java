package mesa.search;

import java.util.Arrays;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Solvable;

/**
 * Solves {@link Solvable} positions by asking, again and again, whether a score is above a bound: first near wins and
 * losses, which are cheap to find; then who wins; then how soon. Each answer is a depth-first search to the end of the
 * game with a window of no width, and a table carries what one has found to the next.
 *
 * <p>A score counts how many plies before the last possible one the game ends, plus 1, so that sooner wins score
 * higher; it is negative where the side to move loses, and 0 for a draw. So {@code distance = pliesLeft + 1 - |score|}, and one
 * and the same end has the same score all the way there, but for the sign.
 */
final class WindowSolver {
  /** Near ends are looked for until so many nodes are spent. */
  private static final long NODES_FOR_NEAR_ENDS = 20_000;

  private final BoundTable table;
  private final Moves[] lists = new Moves[Solvable.MOST_PLIES + 1];
  private Position position;
  private Solvable prospects;
  private Meter meter;
  private boolean stopped;
  private RootBounds root;

  /** Makes a solver whose table takes so many bytes, rounded as {@link BoundTable} says. */
  WindowSolver(long tableBytes) {
    table = new BoundTable(tableBytes);
    Arrays.setAll(lists, ply -> new Moves(16));
  }

  void clear() {
    table.clear();
  }

  /** As {@link Solver#solve}; the position has to be Solvable. */
  Solution solve(Position start, Meter budget) {
    position = start;
    prospects = (Solvable) start;
    meter = budget;
    stopped = false;
    root = new RootBounds(Moves.of(start).toArray(), prospects.pliesLeft());
    boolean toTheEnd = meter.budget().depth() >= root.pliesLeft;
    lookAhead();
    findNearEnds(toTheEnd);
    if (toTheEnd) {
      solveBest();
      solveAll();
    }
    return root.solution();
  }

  /** Settles the moves that end the game, or let the other side end it. */
  private void lookAhead() {
    for (int i = 0; i < root.moves.length && spend(); i++) {
      int side = position.sideToMove();
      position.make(root.moves[i]);
      Outcome outcome = position.outcome();
      if (outcome.isOver()) {
        root.settle(i, outcome.valueFor(side) * root.pliesLeft);
      } else if (meter.budget().depth() > 1 && prospects.canWin()) {
        root.settle(i, 1 - root.pliesLeft);
      }
      position.unmake();
    }
  }

  private void findNearEnds(boolean toTheEnd) {
    int deepest = Math.min(root.pliesLeft, meter.budget().depth());
    for (int depth = 3; depth <= deepest && !stopped; depth++) {
      if (toTheEnd && meter.nodes() > NODES_FOR_NEAR_ENDS) {
        return;
      }
      int score = root.pliesLeft + 1 - depth;
      for (int i = 0; i < root.moves.length; i++) {
        test(i, depth % 2 == 1 ? score - 1 : -score);
      }
    }
  }

  /** Finds the score of the position: its sign first. */
  private void solveBest() {
    testAny(0);
    testAny(-1);
    while (!stopped && root.least() < root.most()) {
      testAny(between(root.least(), root.most()));
    }
  }

  /** Finds the scores of all moves: their signs first. */
  private void solveAll() {
    for (int i = 0; i < root.moves.length; i++) {
      test(i, 0);
      test(i, -1);
    }
    for (int i = 0; i < root.moves.length; i++) {
      while (!stopped && root.least[i] < root.most[i]) {
        test(i, between(root.least[i], root.most[i]));
      }
    }
  }

  /** {@return the bound to ask about next: near the end of the game, where most results are, or else in the middle} */
  private static int between(int least, int most) {
    return least >= 0 ? least + (most - least) / 4
        : most <= 0 ? most - 1 - (most - least - 1) / 4
        : Math.floorDiv(least + most, 2);
  }

  /** Asks whether any move scores more than alpha. */
  private void testAny(int alpha) {
    for (int i = 0; i < root.moves.length && root.least() <= alpha; i++) {
      test(i, alpha);
    }
  }

  /** Asks whether a move scores more than alpha, unless that is known. */
  private void test(int index, int alpha) {
    if (stopped || root.least[index] > alpha || root.most[index] <= alpha) {
      return;
    }
    int score = follow(root.moves[index], alpha, 0);
    if (!stopped) {
      root.learn(index, score, alpha);
      meter.favour(root.solution().choice());
    }
  }

  private boolean spend() {
    stopped |= !meter.spendNode();
    return !stopped;
  }

  /** Makes a move, searches what comes of it, takes it back; the score is for the side that moved. */
  private int follow(int move, int alpha, int ply) {
    if (!spend()) {
      return 0;
    }
    position.make(move);
    int score = -search(-alpha - 1, ply + 1);
    position.unmake();
    return score;
  }

  /**
   * Searches a position whose side to move can't win at once. Once {@link #stopped}, what it returns means nothing.
   *
   * @return a bound: if it is above alpha, the true score is that or more, and else that or less
   */
  private int search(int alpha, int ply) {
    int left = prospects.pliesLeft();
    int most = Math.max(0, left - 2); // A win on the third ply.
    if (most <= alpha || left < 2) {
      return most;
    }
    long key = BoundTable.mix(prospects.solverKey());
    long entry = table.probe(key);
    if (entry != BoundTable.NONE && BoundTable.settles(entry, alpha)) {
      return BoundTable.score(entry);
    }
    int atBest = prospects.atBest();
    if (atBest <= Math.min(0, alpha)) {
      return atBest;
    }
    Moves moves = lists[ply];
    moves.clear();
    prospects.soundMoves(moves);
    if (moves.isEmpty()) {
      return 1 - left;
    }
    int best = Math.min(0, 3 - left); // A loss on the fourth ply.
    long before = meter.nodes();
    for (int i = 0; i < moves.size() && best <= alpha; i++) {
      best = Math.max(best, follow(moves.get(i), alpha, ply));
      if (stopped) {
        return 0;
      }
    }
    long nodes = meter.nodes() - before;
    if (nodes > 0) {
      table.store(key, best, best > alpha, nodes);
    }
    return best;
  }
}
