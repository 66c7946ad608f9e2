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
    table.startSearch();
    int[] moves = Moves.of(position).toArray();
    int[] values = new int[moves.length];
    int[] distances = new int[moves.length];
    Arrays.fill(values, Solution.UNKNOWN);
    boolean[] settled = new boolean[moves.length];
    int open = moves.length;
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
        }
      }
    }
    return new Solution(moves, values, distances);
  }

  /** Makes a move, searches what comes of it, takes it back; the score is for the side that moved. */
  private int follow(Position position, int move, int depth, int alpha, int beta, int ply) {
    if (!meter.spendNode()) {
      stopped = true;
      return 0;
    }
    int side = position.sideToMove();
    position.make(move);
    int score = position.sideToMove() == side
        ? search(position, depth - 1, alpha, beta, ply + 1)
        : -search(position, depth - 1, -beta, -alpha, ply + 1);
    position.unmake();
    return score;
  }

  /** Negamax; once {@link #stopped}, what it returns means nothing. */
  private int search(Position position, int depth, int alpha, int beta, int ply) {
    Outcome outcome = position.outcome();
    if (outcome.isOver()) {
      return Wins.of(outcome, position.sideToMove(), ply);
    }
    int movesToDraw = position.movesToDraw();
    boolean counts = movesToDraw <= depth;
    long hash = counts ? Rng.mix(position.hash() ^ movesToDraw) : position.hash();
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

  /** {@return whether what a score in the table proves, if anything, is over before so many moves are made} */
  private static boolean endsWithin(int moves, int score) {
    return !Wins.isProven(score) || Wins.plies(score) < moves;
  }

  /** {@return whether a bound is a proof of a win or a loss, whatever lies beyond the horizon} */
  private static boolean isCertain(int score, int bound) {
    return Wins.isProven(score) && (score > 0 ? bound != TranspositionTable.UPPER : bound != TranspositionTable.LOWER);
  }

  private Moves legalMoves(Position position, long entry, int ply) {
    while (lists.size() <= ply) {
      lists.add(new Moves(32));
    }
    Moves moves = lists.get(ply);
    moves.clear();
    position.legalMoves(moves);
    int known = entry == TranspositionTable.NONE ? -1 : moves.indexOf(TranspositionTable.move(entry));
    if (known > 0) {
      moves.set(known, moves.get(0));
      moves.set(0, TranspositionTable.move(entry));
    }
    return moves;
  }
}
