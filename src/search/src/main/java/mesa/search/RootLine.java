package mesa.search;

import java.util.Arrays;
import java.util.List;
import mesa.core.Analysis;
import mesa.core.Outcome;

/** A move of the root, what is expected to follow it, and its score; overwritten as the search finds better. */
final class RootLine {
  private int[] moves = new int[32];
  private int length;

  /** For the side to move at the root, as in {@link RootSearch}. */
  int score;

  /** Plies searched when the line came out. */
  int depth;

  void clear() {
    length = 0;
    score = 0;
    depth = 0;
  }

  /** Becomes equal to another one. */
  void copy(RootLine other) {
    clear();
    score = other.score;
    depth = other.depth;
    if (!other.isEmpty()) {
      set(other.moves, other.length);
    }
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** {@return its move, or {@link TranspositionTable#NO_MOVE}} */
  int move() {
    return length == 0 ? TranspositionTable.NO_MOVE : moves[0];
  }

  /** Takes over a line of so many moves, at least one. */
  void set(int[] variation, int count) {
    if (moves.length < count) {
      moves = new int[2 * count];
    }
    System.arraycopy(variation, 0, moves, 0, count);
    length = count;
  }

  /** {@return the line for others to read} */
  Analysis.Line asSeenBy(int mover) {
    boolean proven = Wins.isProven(score);
    Outcome outcome = proven ? Outcome.wonBy(score > 0 ? mover : 1 - mover) : Outcome.ONGOING;
    List<Integer> line = Arrays.stream(moves, 0, length).boxed().toList();
    return new Analysis.Line(
        line, Wins.toValue(score), -1, Float.NaN, depth, outcome, proven ? Wins.plies(score) : 0);
  }
}
