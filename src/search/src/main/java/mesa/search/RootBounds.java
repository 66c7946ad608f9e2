package mesa.search;

import java.util.Arrays;

/** What a {@link WindowSolver} knows about the moves of the position it was asked about, in its scores. */
final class RootBounds {
  final int[] moves;
  final int pliesLeft;
  /** For each move, the least score that it may have for the side that makes it. */
  final int[] least;
  /** For each move, the greatest. */
  final int[] most;

  /** Knows nothing of the moves yet. */
  RootBounds(int[] moves, int pliesLeft) {
    this.moves = moves;
    this.pliesLeft = pliesLeft;
    least = new int[moves.length];
    most = new int[moves.length];
    Arrays.fill(least, -pliesLeft);
    Arrays.fill(most, pliesLeft);
  }

  void settle(int index, int score) {
    narrow(index, score, score);
  }

  /** Takes in what is known beforehand. */
  void narrow(int index, int atLeast, int atMost) {
    least[index] = atLeast;
    most[index] = atMost;
  }

  /** Takes in what a search with the window from alpha to alpha + 1 came to. */
  void learn(int index, int score, int alpha) {
    if (score > alpha) {
      least[index] = Math.max(least[index], score);
    } else {
      most[index] = Math.min(most[index], score);
    }
  }

  /**
   * {@return whether a move's score is known but for what no game can come to: a side wins by its own moves alone, and so at
   * every second ply}
   */
  boolean isExact(int index) {
    return most[index] - least[index] < (least[index] > 0 || most[index] < 0 ? 2 : 1);
  }

  /** {@return the score of a move that wins or loses {@link Solution#distances so soon}, or draws} */
  int score(int index) {
    return least[index] > 0 ? least[index] : most[index];
  }

  /** {@return the least score that the best move may have} */
  int least() {
    return Arrays.stream(least).max().orElseThrow();
  }

  /** {@return the greatest score that the best move may have} */
  int most() {
    return Arrays.stream(most).max().orElseThrow();
  }

  Solution solution() {
    int[] values = new int[moves.length];
    int[] distances = new int[moves.length];
    for (int i = 0; i < moves.length; i++) {
      values[i] = least[i] > 0 ? 1 : most[i] < 0 ? -1 : least[i] == 0 && most[i] == 0 ? 0 : Solution.UNKNOWN;
      distances[i] = switch (values[i]) {
        case 1 -> pliesLeft + 1 - least[i];
        case -1 -> pliesLeft + 1 + most[i];
        default -> 0;
      };
    }
    return new Solution(moves, values, distances);
  }
}
