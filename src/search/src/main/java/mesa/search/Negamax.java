package mesa.search;

import java.util.stream.IntStream;
import mesa.core.Evaluator;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Tactical;

/**
 * One search to a given depth: principal variation search (Marsland and Campbell 1982) with a transposition table and,
 * where the position is {@link Tactical}, quiescence, null moves and reverse futility. Scores are for the side to move,
 * on the scale of {@link mesa.core.Score} and, where proven, of {@link Wins}; they change sign only where the sides
 * differ.
 *
 * <p>A position that stands on the path already is scored 0, as if repeating it led to nothing. What rests on such a
 * repetition, or on a counter that the hash leaves out, may enter the table and be met again on another path: the usual
 * compromise. The game's own rules of repetition are asked first, so no finished game is missed.
 */
final class Negamax {
  /** Lines are cut off here. */
  static final int MOST_PLY = 256;

  /** No score at all. */
  private static final int NOTHING = Integer.MIN_VALUE;

  private static final int LEAST_DEPTH_TO_PASS = 3;
  private static final int LEAST_DEPTH_TO_REDUCE = 3;
  private static final int MOVES_NOT_REDUCED = 3;
  private static final int MOST_DEPTH_TO_STAND = 7;
  private static final int STANDING_MARGIN = 75;
  /** Plies off, by depth and number of the move, each up to 63: 0.77 + ln(depth) ln(number) / 2.3. */
  private static final byte[] REDUCTIONS = new byte[64 * 64];

  static {
    for (int i = 65; i < REDUCTIONS.length; i++) {
      REDUCTIONS[i] = (byte) (0.77 + StrictMath.log(i >> 6) * StrictMath.log(i & 63) / 2.3);
    }
  }

  private final Evaluator evaluator;
  private final Techniques techniques;
  private final TranspositionTable table;
  private final MoveOrder order = new MoveOrder(MOST_PLY);
  private final RankedMoves[] lists =
      IntStream.range(0, MOST_PLY).mapToObj(ply -> new RankedMoves()).toArray(RankedMoves[]::new);
  private final long[] hashes = new long[MOST_PLY];

  private Position position;
  private Tactical tactical;
  private Meter meter;
  private boolean stopped;
  private long cuts;
  private int mostExtendedPly;
  private int rootDepth;
  private RootLine rootLine;
  /** Moves of the root that are left out. */
  private final Moves excluded = new Moves(8);
  private final Variations variations = new Variations(MOST_PLY);

  Negamax(Evaluator evaluator, Techniques techniques, long tableBytes) {
    this.evaluator = evaluator;
    this.techniques = techniques;
    this.table = new TranspositionTable(tableBytes);
  }

  /** Forgets the last game. */
  void newGame() {
    table.clear();
    order.clear();
  }

  /** Prepares for searches of one position. */
  void start(Position root, Meter its) {
    position = root;
    tactical = techniques.quiescence() && root instanceof Tactical t ? t : null;
    meter = its;
    stopped = false;
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
    mostExtendedPly = Math.min(2 * depth, MOST_PLY - 1);
    rootDepth = depth;
    return search(depth, alpha, beta, 0, false);
  }

  boolean isStopped() {
    return stopped;
  }

  /**
   * {@return how often a line was cut off, by depth or by a guess, since ever; a search that adds none has seen every
   * game to its end, so that more depth would change nothing}
   */
  long cuts() {
    return cuts;
  }

  private int search(int depthLeft, int alphaAtFirst, int beta, int ply, boolean afterPass) {
    boolean inCheck = tactical != null && tactical.inCheck();
    int depth = inCheck && ply < mostExtendedPly ? depthLeft + 1 : depthLeft;
    if (depth <= 0 || ply >= MOST_PLY - 1) {
      return quiesce(alphaAtFirst, beta, ply);
    }
    long hash = position.hash();
    if (repeats(hash, ply)) {
      cuts++;
      return 0;
    }
    hashes[ply] = hash;
    boolean isPrincipal = beta - alphaAtFirst > 1;

    long entry = techniques.table() ? table.probe(hash) : TranspositionTable.NONE;
    int tableMove = TranspositionTable.NO_MOVE;
    if (entry != TranspositionTable.NONE) {
      tableMove = TranspositionTable.move(entry);
      int known = isPrincipal ? NOTHING : scoreOf(entry, depth, alphaAtFirst, beta, ply);
      if (known != NOTHING) {
        return known;
      }
    }
    if (ply == 0 && !rootLine.isEmpty()) {
      tableMove = rootLine.move();
    }

    if (techniques.pruning() && tactical != null && !isPrincipal && !inCheck && !Wins.isProven(beta)) {
      int guess = guess(depth, beta, ply, afterPass);
      if (stopped || guess != NOTHING) {
        cuts++;
        return guess;
      }
    }

    long cutsBefore = cuts;
    int side = position.sideToMove();
    RankedMoves moves = lists[ply];
    order.rankAll(position, tactical, tableMove, ply, moves);
    int alpha = alphaAtFirst;
    int best = -Wins.WIN;
    int bestMove = TranspositionTable.NO_MOVE;
    int tried = 0;
    for (int i = 0; i < moves.size(); i++) {
      int move = moves.next(i);
      if (ply == 0 && excluded.contains(move)) {
        continue;
      }
      if (isPrincipal) {
        variations.end(ply + 1);
      }
      if (ply == 0 && rootLine.isEmpty()) {
        variations.lead(0, move);
        keepLine(0);
      }
      int reduction = inCheck ? 0 : reduction(depth, i, moves.rankOf(i));
      int score;
      if (tried++ == 0) {
        score = follow(move, depth - 1, alpha, beta, ply);
      } else {
        score = follow(move, Math.max(0, depth - 1 - reduction), alpha, alpha + 1, ply);
        if (reduction > 0 && score > alpha) {
          score = follow(move, depth - 1, alpha, alpha + 1, ply);
        }
        if (score > alpha && score < beta) {
          score = follow(move, depth - 1, alpha, beta, ply);
        }
      }
      if (stopped) {
        return 0;
      }
      best = Math.max(best, score);
      if (score > alpha) {
        alpha = score;
        bestMove = move;
        if (isPrincipal) {
          variations.lead(ply, move);
        }
        if (ply == 0) {
          keepLine(score);
        }
        if (score >= beta) {
          order.learn(moves, i, side, depth, ply);
          break;
        }
      }
    }

    if (techniques.table() && (ply > 0 || excluded.isEmpty())) {
      int bound = best >= beta ? TranspositionTable.LOWER
          : best > alphaAtFirst ? TranspositionTable.EXACT : TranspositionTable.UPPER;
      table.store(hash, bestMove, Wins.toTable(best, ply), depth, bound, cuts == cutsBefore);
    }
    return best;
  }

  private void keepLine(int score) {
    variations.copyRoots(rootLine);
    rootLine.score = score;
    rootLine.depth = rootDepth;
    if (excluded.isEmpty()) {
      meter.favour(rootLine.move());
    }
  }

  /** {@return the score that a table's entry settles, or NOTHING} */
  private int scoreOf(long entry, int depth, int alpha, int beta, int ply) {
    boolean complete = TranspositionTable.isComplete(entry);
    int score = Wins.fromTable(TranspositionTable.score(entry), ply);
    if (!complete && TranspositionTable.depth(entry) < depth
        || !TranspositionTable.cuts(TranspositionTable.bound(entry), score, alpha, beta)) {
      return NOTHING;
    }
    cuts += complete ? 0 : 1;
    return score;
  }

  /** {@return a score of at least beta if the position is so good that none of its moves need be tried, or NOTHING} */
  private int guess(int depth, int beta, int ply, boolean afterPass) {
    int standing = evaluate();
    if (depth <= MOST_DEPTH_TO_STAND && standing - STANDING_MARGIN * depth >= beta) {
      return standing;
    }
    boolean mayPass = !afterPass && standing >= beta && depth >= LEAST_DEPTH_TO_PASS && !stopped;
    return mayPass && passes(depth, standing, beta, ply) ? beta : NOTHING;
  }

  private boolean repeats(long hash, int ply) {
    for (int i = ply - 1; i >= 0; i--) {
      if (hashes[i] == hash) {
        return true;
      }
    }
    return false;
  }

  private int reduction(int depth, int index, int rank) {
    boolean late = depth >= LEAST_DEPTH_TO_REDUCE && index >= MOVES_NOT_REDUCED && MoveOrder.isCommon(rank);
    return late && techniques.reductions() ? REDUCTIONS[Math.min(depth, 63) << 6 | Math.min(index + 1, 63)] : 0;
  }

  /** {@return whether the side to move could even pass and still be above beta} */
  private boolean passes(int depth, int standing, int beta, int ply) {
    if (!tactical.makeNull()) {
      return false;
    }
    int left = depth - 1 - (3 + depth / 3 + Math.min(3, (standing - beta) / 200));
    int score = NOTHING;
    if (!meter.spendNode()) {
      stopped = true;
    } else if (!position.outcome().isOver()) {
      score = -search(left, -beta, 1 - beta, ply + 1, true);
    }
    position.unmake();
    return !stopped && score >= beta;
  }

  /**
   * Makes a move, judges what comes of it, takes it back.
   *
   * @param depth left after the move; less than 0 for quiescence
   * @return the score for the side that moved
   */
  private int follow(int move, int depth, int alpha, int beta, int ply) {
    if (!meter.spendNode()) {
      stopped = true;
      return 0;
    }
    int side = position.sideToMove();
    position.make(move);
    Outcome outcome = position.outcome();
    int score;
    if (outcome.isOver()) {
      score = Wins.of(outcome, side, ply + 1);
    } else if (position.sideToMove() == side) {
      score = searchOrQuiesce(depth, alpha, beta, ply + 1);
    } else {
      score = -searchOrQuiesce(depth, -beta, -alpha, ply + 1);
    }
    position.unmake();
    return score;
  }

  private int searchOrQuiesce(int depth, int alpha, int beta, int ply) {
    return depth < 0 ? quiesce(alpha, beta, ply) : search(depth, alpha, beta, ply, false);
  }

  /** Follows noisy moves until the position is quiet; the side to move may stand pat unless it is in check. */
  private int quiesce(int alphaAtFirst, int beta, int ply) {
    cuts++;
    boolean inCheck = tactical != null && tactical.inCheck();
    int best = inCheck ? -Wins.WIN : evaluate();
    if (tactical == null || best >= beta || stopped || ply >= MOST_PLY - 1) {
      return inCheck && ply >= MOST_PLY - 1 ? evaluate() : best;
    }
    RankedMoves moves = lists[ply];
    if (inCheck) {
      order.rankAll(position, tactical, TranspositionTable.NO_MOVE, ply, moves);
    } else {
      order.rankNoisy(tactical, moves);
    }
    int alpha = Math.max(alphaAtFirst, best);
    for (int i = 0; i < moves.size() && best < beta; i++) {
      int move = moves.next(i);
      if (!inCheck && MoveOrder.loses(moves.rankOf(i))) {
        break;
      }
      int score = follow(move, -1, alpha, beta, ply);
      if (stopped) {
        return 0;
      }
      best = Math.max(best, score);
      alpha = Math.max(alpha, score);
    }
    return best;
  }

  private int evaluate() {
    if (!meter.spendEvaluation()) {
      stopped = true;
      return 0;
    }
    return evaluator.score(position);
  }
}
