package mesa.search;

import java.util.Arrays;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Tactical;

/**
 * Ranks moves so that the one that refutes comes early: the table's move; noisy moves that gain by exchange; two
 * killers, quiet moves that refuted a sibling; quiet moves by their history of refuting anywhere; noisy moves that
 * lose.
 */
final class MoveOrder {
  private static final int TABLE = 1 << 30;
  private static final int GAIN = 1 << 28;
  private static final int KILLER = 1 << 26;
  private static final int LOSS = -(1 << 28);

  private static final int HISTORY_BITS = 12;
  private static final int MOST_HISTORY = 1 << 14;

  private final int[] killers;
  /** By side and a hash of the move; two moves may share a place. */
  private final int[] history = new int[2 << HISTORY_BITS];
  private final Moves noisy = new Moves(64);

  MoveOrder(int mostPly) {
    killers = new int[2 * mostPly];
  }

  /** Forgets the last game. */
  void clear() {
    Arrays.fill(history, 0);
    startSearch();
  }

  /** Forgets the last search's killers, which stood at other plies; history stays. */
  void startSearch() {
    Arrays.fill(killers, TranspositionTable.NO_MOVE);
  }

  /**
   * Lists all legal moves, ranked.
   *
   * @param tactical the position again, or null if it tells nothing
   * @param tableMove to come first, if it is legal
   */
  void rankAll(Position position, Tactical tactical, int tableMove, int ply, RankedMoves into) {
    Moves moves = into.clear();
    position.legalMoves(moves);
    noisy.clear();
    if (tactical != null) {
      tactical.noisyMoves(noisy);
    }
    int side = position.sideToMove();
    for (int i = 0; i < moves.size(); i++) {
      int move = moves.get(i);
      boolean isNoisy = noisy.contains(move);
      int rank;
      if (move == tableMove) {
        rank = isNoisy ? TABLE + 1 : TABLE;
      } else if (isNoisy) {
        rank = rankByExchange(tactical, move);
      } else if (move == killers[2 * ply] || move == killers[2 * ply + 1]) {
        rank = move == killers[2 * ply] ? KILLER + 1 : KILLER;
      } else {
        rank = history[slot(side, move)];
      }
      into.rank(i, rank);
    }
  }

  /** Lists the noisy moves, ranked. */
  void rankNoisy(Tactical tactical, RankedMoves into) {
    Moves moves = into.clear();
    tactical.noisyMoves(moves);
    for (int i = 0; i < moves.size(); i++) {
      into.rank(i, rankByExchange(tactical, moves.get(i)));
    }
  }

  private static int rankByExchange(Tactical tactical, int move) {
    int gain = tactical.exchange(move);
    return gain >= 0 ? GAIN + gain : LOSS + gain;
  }

  /** {@return whether a rank is that of a noisy move that loses by exchange} */
  static boolean loses(int rank) {
    return rank < LOSS / 2;
  }

  private static boolean isQuiet(int rank) {
    return rank == TABLE || Math.abs(rank) < GAIN / 2;
  }

  /** {@return whether a rank is that of a quiet move other than the table's and the killers} */
  static boolean isCommon(int rank) {
    return Math.abs(rank) <= MOST_HISTORY;
  }

  /**
   * Learns that a move refuted and those before it did not.
   *
   * @param moves of the node, ranked
   * @param index of the one that refuted
   */
  void learn(RankedMoves moves, int index, int side, int depth, int ply) {
    int bonus = Math.min(16 * depth * depth, 1200);
    for (int i = 0; i < index; i++) {
      if (isCommon(moves.rankOf(i))) {
        add(side, moves.get(i), -bonus);
      }
    }
    if (isQuiet(moves.rankOf(index))) {
      int move = moves.get(index);
      add(side, move, bonus);
      if (killers[2 * ply] != move) {
        killers[2 * ply + 1] = killers[2 * ply];
        killers[2 * ply] = move;
      }
    }
  }

  private void add(int side, int move, int bonus) {
    int slot = slot(side, move);
    history[slot] += bonus - history[slot] * Math.abs(bonus) / MOST_HISTORY;
  }

  private static int slot(int side, int move) {
    return side << HISTORY_BITS | move * 0x9e3779b9 >>> 32 - HISTORY_BITS;
  }
}
