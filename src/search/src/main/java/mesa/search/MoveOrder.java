package mesa.search;

import java.util.Arrays;
import mesa.core.Moves;
import mesa.core.Tactical;

/**
 * Hands the moves of a node out so that the one that refutes comes early: the table's move; noisy moves that do not lose
 * by exchange, by what they win and their history; two killers, quiet moves that refuted a sibling; quiet moves by their
 * history; noisy moves that lose. Where the position is {@link Tactical}, moves are listed and ranked no sooner than
 * their turn comes, which for most nodes is never; elsewhere all of them are quiet.
 */
final class MoveOrder {
  // How far a node has come, in this order.
  private static final int AT_TABLE_MOVE = 0;
  private static final int BEFORE_NOISY = 1;
  private static final int AT_NOISY = 2;
  private static final int AT_KILLER = 3;
  private static final int AT_OLDER_KILLER = 4;
  private static final int BEFORE_QUIET = 5;
  /** In place of the three before, once quiet moves are left out. */
  private static final int BEFORE_CHECKS = 6;
  private static final int AT_QUIET = 7;
  /** In place of the one before, once quiet moves are left out that wait already. */
  private static final int AT_CHECKS = 8;
  private static final int BEFORE_LOSING = 9;
  private static final int AT_LAST = 10;

  /** The weight of a point won at once against a history of noisy moves. */
  private static final int GAIN_WEIGHT = 32;

  private final Trail trail;
  private final Histories histories;
  private final boolean usesKillers;
  private final boolean usesExchange;
  private final int[] killers = new int[2 * Trail.MOST_PLY];
  private final Moves listed = new Moves();

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
    begin(node, false);
  }

  /** Prepares to hand out the noisy moves of a node that do not lose. */
  void beginNoisy(Node node) {
    begin(node, true);
  }

  private static void begin(Node node, boolean noisyOnly) {
    node.bestMove = TranspositionTable.NO_MOVE;
    node.moves.clear();
    node.moves.noisyOnly = noisyOnly;
    node.moves.stage = AT_TABLE_MOVE;
  }

  /** {@return the next move of a node, or NO_MOVE after the last} */
  int next(Node node) {
    RankedMoves moves = node.moves;
    for (;;) {
      switch (moves.stage) {
        case AT_TABLE_MOVE -> {
          moves.stage = trail.tactical() == null ? BEFORE_QUIET : BEFORE_NOISY;
          int move = node.tableMove;
          if (move != TranspositionTable.NO_MOVE && trail.isLegal(move)) {
            boolean isQuiet = gain(move) == 0;
            if (!isQuiet || !moves.noisyOnly) {
              return moves.give(move, Rank.ofTable(isQuiet));
            }
          }
        }
        case BEFORE_NOISY -> {
          listNoisy(node);
          moves.stage = AT_NOISY;
        }
        case AT_NOISY -> {
          int index = bestNoisy(moves);
          if (index >= 0) {
            return moves.give(index);
          }
          moves.stage = moves.noisyOnly ? AT_LAST : moves.leavesOutQuiet ? BEFORE_CHECKS : AT_KILLER;
        }
        case AT_KILLER, AT_OLDER_KILLER -> {
          int index = moves.stage++ - AT_KILLER;
          int move = killers[2 * node.ply + index];
          if (move != TranspositionTable.NO_MOVE && move != node.tableMove && trail.isLegal(move) && gain(move) == 0) {
            return moves.give(move, Rank.ofKiller(index));
          }
        }
        case BEFORE_QUIET -> {
          trail.quietMoves(listed);
          rankQuiet(node);
          moves.stage = AT_QUIET;
        }
        case BEFORE_CHECKS -> {
          listed.clear();
          trail.tactical().quietChecks(listed);
          rankQuiet(node);
          moves.stage = AT_QUIET;
        }
        case AT_QUIET -> {
          int index = moves.best();
          if (index >= 0) {
            return moves.give(index);
          }
          moves.stage = BEFORE_LOSING;
        }
        case AT_CHECKS -> {
          int index = moves.best();
          if (index < 0) {
            moves.stage = BEFORE_LOSING;
          } else if (trail.tactical().givesCheck(moves.get(index))) {
            return moves.give(index);
          } else {
            moves.drop(index);
          }
        }
        case BEFORE_LOSING -> {
          moves.takeUp();
          moves.stage = AT_LAST;
        }
        default -> {
          int index = moves.best();
          return index < 0 ? TranspositionTable.NO_MOVE : moves.give(index);
        }
      }
    }
  }

  /** From here on hands out only such quiet moves as give check, and noisy ones. */
  void leaveOutQuiet(Node node) {
    RankedMoves moves = node.moves;
    if (!moves.leavesOutQuiet) {
      moves.leavesOutQuiet = true;
      if (moves.stage == AT_QUIET) {
        moves.stage = AT_CHECKS;
      } else if (moves.stage >= AT_KILLER && moves.stage <= BEFORE_QUIET) {
        moves.stage = BEFORE_CHECKS;
      }
    }
  }

  private int gain(int move) {
    Tactical tactical = trail.tactical();
    return tactical == null ? 0 : tactical.gain(move);
  }

  private void listNoisy(Node node) {
    listed.clear();
    trail.tactical().noisyMoves(listed);
    for (int i = 0; i < listed.size(); i++) {
      int move = listed.get(i);
      if (move != node.tableMove) {
        int gain = trail.tactical().gain(move);
        int score = GAIN_WEIGHT * gain + histories.ofNoisy(trail.kind(move), gain);
        node.moves.add(move, Rank.ofNoisy(score, i));
      }
    }
  }

  /** {@return where the best noisy move waits that does not lose, or -1; those found to lose are set aside} */
  private int bestNoisy(RankedMoves moves) {
    for (;;) {
      int index = moves.best();
      if (index < 0 || !usesExchange || trail.tactical().gainsByExchange(moves.get(index), 0)) {
        return index;
      }
      moves.setAside(index, Rank.losing(moves.rank(index)));
    }
  }

  /** Ranks the quiet moves that are listed, but for the table's and killers that have been handed out. */
  private void rankQuiet(Node node) {
    int last = kindBefore(node, 1);
    int lastButOne = kindBefore(node, 2);
    int killer = killers[2 * node.ply];
    int olderKiller = killers[2 * node.ply + 1];
    for (int i = 0; i < listed.size(); i++) {
      int move = listed.get(i);
      if (move == killer || move == olderKiller) {
        if (!node.moves.hasGiven(move)) {
          node.moves.add(move, Rank.ofKiller(move == killer ? 0 : 1));
        }
      } else if (move != node.tableMove) {
        int history = histories.ofQuiet(node.side, move, trail.kind(move), last, lastButOne);
        node.moves.add(move, Rank.ofQuiet(history, i));
      }
    }
  }

  private int kindBefore(Node node, int plies) {
    return node.ply >= plies ? trail.node(node.ply - plies).kind : Node.NO_KIND;
  }

  /** Notes that the move handed out last was not searched. */
  static void skip(Node node) {
    node.moves.rankLast(Rank.SKIPPED);
  }

  /** Learns that the move handed out last refuted and those searched before it did not. */
  void learn(Node node, int depth) {
    RankedMoves moves = node.moves;
    int refuting = moves.given() - 1;
    int bonus = Histories.bonus(depth);
    int move = moves.givenMove(refuting);
    boolean isQuiet = Rank.isQuiet(moves.givenRank(refuting));
    if (isQuiet && usesKillers && killers[2 * node.ply] != move) {
      killers[2 * node.ply + 1] = killers[2 * node.ply];
      killers[2 * node.ply] = move;
    }
    learn(node, move, isQuiet, bonus);
    for (int i = 0; i < refuting; i++) {
      int rank = moves.givenRank(i);
      if (rank != Rank.SKIPPED && (isQuiet || !Rank.isQuiet(rank))) { // Quiet moves are not to blame for coming before noisy ones.
        learn(node, moves.givenMove(i), Rank.isQuiet(rank), -bonus);
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
