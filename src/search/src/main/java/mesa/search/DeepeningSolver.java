package mesa.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * Solves positions of any game by depth-first alpha-beta, one ply deeper each time.
 *
 * <p>A line cut off at the horizon counts as 0, which no win or loss can rest on. Whether a 0 is a draw or merely not
 * known is told by counting the cuts: a result that met none is <i>complete</i> and holds at any depth.
 *
 * <p>Where a rule that counts moves may draw within the depth, the table knows a position together with its count.
 * Elsewhere what is found holds whatever the count, as long as that leaves room for it.
 */
final class DeepeningSolver {
  private final TranspositionTable table;
  private final List<Moves> lists = new ArrayList<>();
  private Meter meter;
  private boolean stopped;
  /** Nodes after which to stop though the budget has more. */
  private long limit;
  /** Best play from the root on, as far as it has been followed. */
  private final Moves line = new Moves(32);
  /** Lines cut off at the horizon so far, at first or second hand; where a search adds none, its result is complete. */
  private long cuts;

  DeepeningSolver(long tableBytes) {
    table = new TranspositionTable(tableBytes);
  }

  void clear() {
    table.clear();
  }

  Solution solve(Position position, Meter meter) {
    this.meter = meter;
    stopped = false;
    limit = Long.MAX_VALUE;
    line.clear();
    table.startSearch();
    int[] moves = Moves.of(position).toArray();
    int[] values = new int[moves.length];
    int[] distances = new int[moves.length];
    Arrays.fill(values, Solution.UNKNOWN);
    boolean[] settled = new boolean[moves.length];
    int open = moves.length;
    Solution found = new Solution(moves, values, distances);
    int deepest = Math.min(meter.budget().depth(), Wins.MOST_PLIES - 1);
    for (int depth = 1; depth <= deepest && open > 0 && !stopped; depth++) {
      for (int i = 0; i < moves.length && !stopped; i++) {
        if (settled[i]) {
          continue;
        }
        long before = cuts;
        int score = follow(position, moves[i], depth, -Wins.WIN, Wins.WIN, 0);
        boolean complete = cuts == before;
        if (stopped || !complete && !Wins.isProven(score)) {
          continue;
        }
        values[i] = Integer.signum(score);
        distances[i] = score == 0 ? 0 : Wins.plies(score);
        if (complete || distances[i] <= depth) { // Else a shorter way may yet turn up.
          settled[i] = true;
          open--;
          if (open == 0 || score > 0) {
            followBest(position, found, settled, depth);
          }
        }
      }
    }
    return found.following(line);
  }

  /** Plays the best move, if it is settled, and what comes after it. */
  private void followBest(Position position, Solution found, boolean[] settled, int depth) {
    int best = found.indexOfChoice();
    int move = found.moves()[best];
    if (!settled[best] || !line.isEmpty() && line.get(0) == move) {
      return;
    }
    line.clear();
    Moves only = listAt(0);
    only.add(move);
    int plies = found.distances()[best];
    limit = Solution.mostNodesWithLine(meter.nodes());
    goOn(position, only, found.values()[best] * (Wins.WIN - plies), found.values()[best] == 0 ? depth : plies, 0);
    stopped &= meter.nodes() < limit; // What is left of the budget is for the other moves.
    limit = Long.MAX_VALUE;
  }

  /**
   * Plays the first of some moves that has the score of the best, and goes on from there.
   *
   * @param depth plies to the end; of a draw at least so many: the table may have told of it from farther away
   */
  private void goOn(Position position, Moves moves, int score, int depth, int ply) {
    boolean goesOn = goOnWithin(position, moves, score, depth, ply);
    for (int deeper = depth + 1; !goesOn && score == 0 && !moves.isEmpty() && !stopped; deeper++) {
      goesOn = goOnWithin(position, moves, score, deeper, ply);
    }
  }

  private boolean goOnWithin(Position position, Moves moves, int score, int depth, int ply) {
    int side = position.sideToMove();
    boolean keeps = false;
    for (int i = 0; i < moves.size() && !keeps && spend(); i++) {
      long before = cuts;
      position.make(moves.get(i));
      int found = scoreOfMoveMade(position, side, depth, score - 1, score, ply);
      keeps = !stopped && found == score && (score != 0 || cuts == before);
      if (keeps) {
        line.add(moves.get(i));
        Moves next = legalMoves(position, table.probe(key(position, depth - 1)), ply + 1);
        goOn(position, next, position.sideToMove() == side ? score : -score, depth - 1, ply + 1);
      }
      position.unmake();
    }
    return keeps;
  }

  private boolean spend() {
    stopped |= meter.nodes() >= limit || !meter.spendNode();
    return !stopped;
  }

  /** Makes a move, searches what comes of it, takes it back; the score is for the side that moved. */
  private int follow(Position position, int move, int depth, int alpha, int beta, int ply) {
    if (!spend()) {
      return 0;
    }
    int side = position.sideToMove();
    position.make(move);
    int score = scoreOfMoveMade(position, side, depth, alpha, beta, ply);
    position.unmake();
    return score;
  }

  /** Searches what has come of a move; the score is for the side that moved. */
  private int scoreOfMoveMade(Position position, int side, int depth, int alpha, int beta, int ply) {
    return position.sideToMove() == side
        ? search(position, depth - 1, alpha, beta, ply + 1)
        : -search(position, depth - 1, -beta, -alpha, ply + 1);
  }

  /** Negamax; once {@link #stopped}, what it returns means nothing. */
  private int search(Position position, int depth, int alpha, int beta, int ply) {
    Outcome outcome = position.outcome();
    if (outcome.isOver()) {
      return Wins.of(outcome, position.sideToMove(), ply);
    }
    int movesToDraw = position.movesToDraw();
    boolean counts = movesToDraw <= depth;
    long hash = key(position, depth);
    long entry = table.probe(hash);
    if (entry != TranspositionTable.NONE && (counts || endsWithin(movesToDraw, TranspositionTable.score(entry)))) {
      int score = Wins.fromTable(TranspositionTable.score(entry), ply);
      int bound = TranspositionTable.bound(entry);
      boolean certain = TranspositionTable.isComplete(entry) || isCertain(score, bound);
      if ((certain || TranspositionTable.depth(entry) >= depth) && TranspositionTable.cuts(bound, score, alpha, beta)) {
        cuts += certain ? 0 : 1;
        return score;
      }
    }
    if (depth == 0) {
      cuts++;
      return 0;
    }

    long before = cuts;
    int best = -Wins.WIN;
    int bestMove = TranspositionTable.NO_MOVE;
    Moves moves = legalMoves(position, entry, ply);
    for (int i = 0; i < moves.size() && best < beta; i++) {
      int score = follow(position, moves.get(i), depth, Math.max(alpha, best), beta, ply);
      if (stopped) {
        return 0;
      }
      if (score > best) {
        best = score;
        bestMove = score > alpha ? moves.get(i) : bestMove;
      }
    }

    boolean complete = cuts == before;
    int bound = best >= beta ? TranspositionTable.LOWER
        : best > alpha ? TranspositionTable.EXACT : TranspositionTable.UPPER;
    boolean beyond = Wins.isProven(best) && Wins.plies(best) - ply > depth;
    if (!complete && beyond && bound == TranspositionTable.EXACT) {
      // Learned from the table: a win for certain, but a sooner one may lie between this depth and that.
      bound = best > 0 ? TranspositionTable.LOWER : TranspositionTable.UPPER;
    }
    table.store(hash, bestMove, Wins.toTable(best, ply), depth, bound, complete);
    if (!beyond && isCertain(best, bound)) {
      cuts = before;
    }
    return best;
  }

  /** {@return what the table knows a position by that is searched so deep} */
  private static long key(Position position, int depth) {
    int movesToDraw = position.movesToDraw();
    return movesToDraw <= depth ? Rng.mix(position.hash() ^ movesToDraw) : position.hash();
  }

  /** {@return whether what a score in the table proves, if anything, is over before so many moves are made} */
  private static boolean endsWithin(int moves, int score) {
    return !Wins.isProven(score) || Wins.plies(score) < moves;
  }

  /** {@return whether a bound is a proof of a win or a loss, whatever lies beyond the horizon} */
  private static boolean isCertain(int score, int bound) {
    return Wins.isProven(score) && (score > 0 ? bound != TranspositionTable.UPPER : bound != TranspositionTable.LOWER);
  }

  private Moves legalMoves(Position position, long entry, int ply) {
    Moves moves = listAt(ply);
    position.legalMoves(moves);
    int known = entry == TranspositionTable.NONE ? -1 : moves.indexOf(TranspositionTable.move(entry));
    if (known > 0) {
      moves.set(known, moves.get(0));
      moves.set(0, TranspositionTable.move(entry));
    }
    return moves;
  }

  /** {@return the empty list of a ply} */
  private Moves listAt(int ply) {
    while (lists.size() <= ply) {
      lists.add(new Moves(32));
    }
    lists.get(ply).clear();
    return lists.get(ply);
  }
}
