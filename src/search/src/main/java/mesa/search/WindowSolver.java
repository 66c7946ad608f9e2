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
  /** Best play from the root on, as far as it has been followed. */
  private final Moves line = new Moves(Solvable.MOST_PLIES);
  private Position position;
  private Solvable prospects;
  private Meter meter;
  private boolean stopped;
  /** Nodes after which to stop though the budget has more. */
  private long limit;
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
    limit = Long.MAX_VALUE;
    line.clear();
    root = new RootBounds(Moves.of(start).toArray(), prospects.pliesLeft());
    boolean toTheEnd = meter.budget().depth() >= root.pliesLeft;
    lookAhead();
    findNearEnds(toTheEnd);
    if (toTheEnd) {
      solveBest();
      followBest(); // Other moves may take all that is left of the budget.
      solveAll();
    }
    followBest();
    return root.solution().following(line);
  }

  /** Plays the best move and what comes after it, if its score is certain. */
  private void followBest() {
    int best = root.solution().indexOfChoice();
    if (line.size() > 0 && line.get(0) == root.moves[best]) {
      return;
    }
    line.clear();
    if (root.isExact(best)) {
      lists[0].clear();
      lists[0].add(root.moves[best]);
      limit = Solution.mostNodesWithLine(meter.nodes());
      goOn(lists[0], root.score(best), 0);
      stopped &= meter.nodes() < limit; // What is left of the budget is for the other moves.
      limit = Long.MAX_VALUE;
    }
  }

  /** Plays the first of some moves that has the score of the best, and goes on from there. */
  private void goOn(Moves moves, int score, int ply) {
    for (int i = 0; i < moves.size() && spend(); i++) {
      position.make(moves.get(i));
      int found = scoreOfMoveMade(score - 1, ply);
      boolean keeps = !stopped && found == score;
      if (keeps) {
        line.add(moves.get(i));
        if (!position.outcome().isOver()) {
          goOn(likelyMoves(ply + 1), -score, ply + 1);
        }
      }
      position.unmake();
      if (keeps) {
        return;
      }
    }
  }

  private Moves likelyMoves(int ply) {
    Moves moves = lists[ply];
    moves.clear();
    if (!prospects.canWin()) {
      prospects.soundMoves(moves);
    }
    if (moves.isEmpty()) {
      position.legalMoves(moves);
    }
    return moves;
  }

  /** {@return as {@link #search}, for the side that has just moved, whether or not that has ended the game, or let the other side end it} */
  private int scoreOfMoveMade(int alpha, int ply) {
    Outcome outcome = position.outcome();
    int left = prospects.pliesLeft() + 1;
    return outcome.isOver() ? outcome.valueFor(1 - position.sideToMove()) * left
        : prospects.canWin() ? 1 - left
        : -search(-alpha - 1, ply + 1);
  }

  /** Settles the moves that end the game, or let the other side end it. */
  private void lookAhead() {
    for (int i = 0; i < root.moves.length && spend(); i++) {
      int side = position.sideToMove();
      position.make(root.moves[i]);
      Outcome outcome = position.outcome();
      if (outcome.isOver()) {
        root.settle(i, outcome.valueFor(side) * root.pliesLeft);
      } else if (meter.budget().depth() > 1) {
        if (prospects.canWin()) {
          root.settle(i, 1 - root.pliesLeft);
        } else {
          root.narrow(i, onFourth(root.pliesLeft), onThird(root.pliesLeft));
        }
      }
      position.unmake();
    }
  }

  /** {@return the score of a win on the third ply, the soonest where nobody wins on the first two} */
  private static int onThird(int pliesLeft) {
    return Math.max(0, pliesLeft - 2);
  }

  /** {@return the score of a loss on the fourth ply} */
  private static int onFourth(int pliesLeft) {
    return Math.min(0, 3 - pliesLeft);
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
    stopped |= meter.nodes() >= limit || !meter.spendNode();
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
    int most = onThird(left);
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
    int best = onFourth(left);
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
