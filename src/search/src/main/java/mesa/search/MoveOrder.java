package mesa.search;

import java.util.Arrays;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Tactical;

/**
 * Hands the moves of a node out so that the one that refutes comes early: the table's move; noisy moves that do not lose
 * by exchange, by what they win and their history; two killers, quiet moves that refuted a sibling; quiet moves by their
 * history; noisy moves that lose. Moves are ranked no sooner than their turn comes, which for most nodes is never.
 */
final class MoveOrder {
  // Stages of a node, in their order.
  private static final int AT_TABLE_MOVE = 0;
  private static final int BEFORE_NOISY = 1;
  private static final int AT_NOISY = 2;
  private static final int AT_FIRST_KILLER = 3;
  private static final int AT_SECOND_KILLER = 4;
  private static final int BEFORE_QUIET = 5;
  private static final int AT_REST = 6;
  private static final int AT_CHECKS = 7;
  private static final int AT_LOSING = 8;

  // Ranks. Those of quiet moves are their history and, of equals, their place in the game's own order.
  private static final int PLACES = 256;
  private static final int TABLE = 1 << 30;
  private static final int NOISY = 1 << 28;
  private static final int KILLER = 1 << 26;
  private static final int LOSING = -NOISY;
  /** Given to moves that were handed out but not searched. */
  private static final int SKIPPED = Integer.MIN_VALUE;

  /** The weight of a point won at once against a history of noisy moves. */
  private static final int GAIN_WEIGHT = 32;

  private final Trail trail;
  private final Histories histories;
  private final boolean usesKillers;
  private final boolean usesExchange;
  private final int[] killers = new int[2 * Trail.MOST_PLY];

  MoveOrder(Trail trail, Techniques techniques) {
    this.trail = trail;
    histories = new Histories(techniques);
    usesKillers = techniques.use(Technique.KILLERS);
    usesExchange = techniques.use(Technique.SEE);
  }

  /** Forgets the last game. */
  void clear() {
    histories.clear();
    startSearch();
  }

  /** Forgets the last search's killers, which stood at other plies; histories stay. */
  void startSearch() {
    Arrays.fill(killers, TranspositionTable.NO_MOVE);
  }

  /** Prepares to hand out all legal moves of a node. */
  void begin(Node node) {
    trail.position().legalMoves(node.moves.clear());
    node.moves.stage = AT_TABLE_MOVE;
  }

  /** Prepares to hand out the noisy moves of a node. */
  void beginNoisy(Node node) {
    trail.tactical().noisyMoves(node.moves.clear());
    node.moves.stage = AT_TABLE_MOVE;
  }

  /** {@return the next move of a node, or NO_MOVE after the last} */
  int next(Node node) {
    RankedMoves moves = node.moves;
    if (moves.stage == AT_TABLE_MOVE) {
      moves.stage = BEFORE_NOISY;
      int index = node.tableMove == TranspositionTable.NO_MOVE ? -1 : moves.indexOf(node.tableMove);
      if (index >= 0) {
        moves.rank(index, gain(node.tableMove) > 0 ? TABLE + 1 : TABLE);
        return moves.give(index);
      }
    }
    if (moves.stage == BEFORE_NOISY) {
      findNoisy(moves);
      moves.stage = AT_NOISY;
    }
    if (moves.stage == AT_NOISY) {
      int index = bestNoisy(moves);
      if (index >= 0) {
        return moves.give(index);
      }
      moves.stage = AT_FIRST_KILLER;
    }
    if (moves.leavesOutQuiet && moves.stage < AT_CHECKS) {
      moves.stage = AT_CHECKS;
    }
    for (int i = 0; moves.stage <= AT_SECOND_KILLER; i++) {
      int index = indexOfQuiet(moves, killers[2 * node.ply + moves.stage++ - AT_FIRST_KILLER]);
      if (index >= 0) {
        moves.rank(index, KILLER - i);
        return moves.give(index);
      }
    }
    if (moves.stage == BEFORE_QUIET) {
      rankQuiet(node);
      moves.stage = AT_REST;
    }
    if (moves.stage == AT_REST) {
      return nextOfRest(moves);
    }
    if (moves.stage == AT_CHECKS) {
      int index = nextCheck(moves);
      if (index >= 0) {
        return moves.give(index);
      }
      moves.stage = AT_LOSING;
    }
    return nextLosing(moves);
  }

  /** From here on hands out only such quiet moves as give check, and noisy ones. */
  void leaveOutQuiet(Node node) {
    node.moves.leavesOutQuiet = true;
  }

  private int gain(int move) {
    Tactical tactical = trail.tactical();
    return tactical == null ? 0 : tactical.gain(move);
  }

  /** Ranks noisy moves and puts them in front of the others, whose rank is 0. */
  private void findNoisy(RankedMoves moves) {
    int end = moves.given();
    for (int i = moves.given(); i < moves.size(); i++) {
      int move = moves.get(i);
      int gain = gain(move);
      if (gain > 0) {
        moves.rank(i, NOISY + GAIN_WEIGHT * gain + histories.ofNoisy(trail.kind(move), gain));
        moves.swap(i, end++);
      } else {
        moves.rank(i, 0);
      }
    }
    moves.noisyEnd = end;
  }

  /** {@return the index of the best noisy move that does not lose, or -1; those found to lose go behind the others} */
  private int bestNoisy(RankedMoves moves) {
    while (moves.given() < moves.noisyEnd) {
      int index = moves.best(moves.noisyEnd);
      if (!usesExchange || trail.tactical().gainsByExchange(moves.get(index), 0)) {
        return index;
      }
      moves.rank(index, moves.rankOf(index) - NOISY + LOSING);
      moves.swap(index, --moves.noisyEnd);
    }
    return -1;
  }

  private static int indexOfQuiet(RankedMoves moves, int move) {
    for (int i = moves.given(); i < moves.size(); i++) {
      if (moves.get(i) == move) {
        return loses(moves.rankOf(i)) ? -1 : i;
      }
    }
    return -1;
  }

  private void rankQuiet(Node node) {
    RankedMoves moves = node.moves;
    int last = kindBefore(node, 1);
    int lastButOne = kindBefore(node, 2);
    for (int i = moves.given(); i < moves.size(); i++) {
      if (!loses(moves.rankOf(i))) {
        int move = moves.get(i);
        int history = histories.ofQuiet(node.side, move, trail.kind(move), last, lastButOne);
        moves.rank(i, history * PLACES + Math.max(0, PLACES - 1 - i));
      }
    }
  }

  private int kindBefore(Node node, int plies) {
    return node.ply >= plies ? trail.node(node.ply - plies).kind : Node.NO_KIND;
  }

  private static int nextOfRest(RankedMoves moves) {
    return moves.given() == moves.size() ? TranspositionTable.NO_MOVE : moves.give(moves.best(moves.size()));
  }

  /** {@return where a quiet move stands that gives check, or -1} */
  private int nextCheck(RankedMoves moves) {
    for (int i = moves.given(); i < moves.size(); i++) {
      if (!loses(moves.rankOf(i)) && trail.tactical().givesCheck(moves.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int nextLosing(RankedMoves moves) {
    int best = -1;
    for (int i = moves.given(); i < moves.size(); i++) {
      if (loses(moves.rankOf(i)) && (best < 0 || moves.rankOf(i) > moves.rankOf(best))) {
        best = i;
      }
    }
    return best < 0 ? TranspositionTable.NO_MOVE : moves.give(best);
  }

  /** {@return whether a rank is that of a noisy move that loses by exchange} */
  static boolean loses(int rank) {
    return rank < LOSING / 2;
  }

  /** {@return whether a rank is that of a quiet move} */
  static boolean isQuiet(int rank) {
    return rank == TABLE || Math.abs(rank) < NOISY / 2;
  }

  /** {@return the history of a quiet move by its rank; killers and the table's move count as new} */
  static int history(int rank) {
    return Math.abs(rank) < KILLER / 2 ? Math.floorDiv(rank, PLACES) : 0;
  }

  /** Notes that the move handed out last was not searched. */
  static void skip(Node node) {
    node.moves.rankLast(SKIPPED);
  }

  /** Learns that the move handed out last refuted and those searched before it did not. */
  void learn(Node node, int depth) {
    RankedMoves moves = node.moves;
    int refuting = moves.given() - 1;
    int bonus = Histories.bonus(depth);
    int move = moves.get(refuting);
    boolean isQuiet = isQuiet(moves.rankOf(refuting));
    if (isQuiet && usesKillers && killers[2 * node.ply] != move) {
      killers[2 * node.ply + 1] = killers[2 * node.ply];
      killers[2 * node.ply] = move;
    }
    learn(node, move, isQuiet, bonus);
    for (int i = 0; i < refuting; i++) {
      int rank = moves.rankOf(i);
      if (rank != SKIPPED && (isQuiet || !isQuiet(rank))) { // Quiet moves are not to blame for coming before noisy ones.
        learn(node, moves.get(i), isQuiet(rank), -bonus);
      }
    }
  }

  private void learn(Node node, int move, boolean isQuiet, int bonus) {
    int kind = trail.kind(move);
    if (isQuiet) {
      histories.learnQuiet(node.side, move, kind, kindBefore(node, 1), kindBefore(node, 2), bonus);
    } else {
      histories.learnNoisy(kind, trail.tactical().gain(move), bonus);
    }
  }
}
