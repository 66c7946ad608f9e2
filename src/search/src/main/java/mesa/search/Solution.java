package mesa.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mesa.core.Analysis;
import mesa.core.Moves;
import mesa.core.Outcome;

/**
 * What a {@link Solver} found out about a position: for each of its legal moves, in the position's order, the result
 * with best play after it. A move whose result the budget left open is {@link #UNKNOWN}.
 *
 * @param moves the legal moves
 * @param values for each, for the side to move: 1 a win, 0 a draw, -1 a loss, or {@link #UNKNOWN}
 * @param distances for each, plies to the end, that move included: the fewest for a win, the most for a loss; a
 *     greater number if the budget ran out before that was certain; 0 where the move is drawn or unknown
 * @param line how the game goes on from here with best play, {@link #choice} first: each move keeps its side's exact value,
 *     wins as soon as can be and loses as late. To the game's end, or as far as the budget let it be followed; empty where
 *     the value of the choice, or its distance, is not certain
 */
public record Solution(int[] moves, int[] values, int[] distances, int[] line) {
  /** Stands for a value not found. */
  public static final int UNKNOWN = Integer.MIN_VALUE;

  /**
   * {@return how many nodes may be spent once the line has been followed} The table tells nearly all of it: a line of 35
   * plies behind 8 million nodes takes a thousand or two. A table too small to tell must not use up what other moves need.
   *
   * @param spent nodes so far
   */
  static long mostNodesWithLine(long spent) {
    return spent + spent / 8 + 1000;
  }

  /** Of moves after which nothing has been followed. */
  Solution(int[] moves, int[] values, int[] distances) {
    this(moves, values, distances, new int[0]);
  }

  /** {@return the same with a line} */
  Solution following(Moves best) {
    return new Solution(moves, values, distances, best.toArray());
  }

  /** {@return whether the value of the position is known: a win was found, or the result of every move} */
  public boolean isSolved() {
    return best() == 1 || isComplete();
  }

  /** {@return whether the result of every move is known, so that {@link #optimal} is all of them} */
  public boolean isComplete() {
    return Arrays.stream(values).noneMatch(value -> value == UNKNOWN);
  }

  /** {@return the exact value for the side to move, 1, 0 or -1; {@link #UNKNOWN} unless {@link #isSolved}} */
  public int value() {
    return isSolved() ? best() : UNKNOWN;
  }

  /** {@return plies to the end with best play; 0 for a draw or where the value is unknown} */
  public int distance() {
    return isSolved() ? distances[indexOfChoice()] : 0;
  }

  /** {@return the moves that are known to keep the exact value; none unless {@link #isSolved}} */
  public int[] optimal() {
    int value = value();
    return value == UNKNOWN
        ? new int[0]
        : IntStream.range(0, moves.length).filter(i -> values[i] == value).map(i -> moves[i]).toArray();
  }

  /** {@return the move to play: the soonest win, else a draw, else a move not known to lose, else the latest loss} */
  public int choice() {
    return moves[indexOfChoice()];
  }

  /** {@return a line a move, the best first, for the side to move} */
  Analysis analysis(int mover) {
    return new Analysis(IntStream.range(0, moves.length).boxed()
        .sorted(Comparator.comparingInt(i -> -rank(i)))
        .map(i -> line(i, mover))
        .toList());
  }

  private Analysis.Line line(int index, int mover) {
    int value = values[index];
    Outcome proven = switch (value) {
      case 1 -> Outcome.wonBy(mover);
      case 0 -> Outcome.DRAWN;
      case -1 -> Outcome.wonBy(1 - mover);
      default -> Outcome.ONGOING;
    };
    List<Integer> played = line.length > 0 && line[0] == moves[index]
        ? Arrays.stream(line).boxed().toList()
        : List.of(moves[index]);
    return new Analysis.Line(played, value == UNKNOWN ? Float.NaN : value, -1, Float.NaN, 0, proven,
        distances[index]);
  }

  int indexOfChoice() {
    int best = 0;
    for (int i = 1; i < moves.length; i++) {
      if (rank(i) > rank(best)) {
        best = i;
      }
    }
    return best;
  }

  /** Wins by soonness, then draws, then the unknown, then losses by lateness. */
  private int rank(int index) {
    return switch (values[index]) {
      case 1 -> Wins.WIN - distances[index];
      case 0 -> 1;
      case UNKNOWN -> 0;
      default -> distances[index] - Wins.WIN;
    };
  }

  private int best() {
    return Arrays.stream(values).max().orElse(UNKNOWN);
  }
}
