package mesa.search;

import mesa.core.Outcome;
import mesa.core.Score;

/**
 * Scores of proven wins and losses, beyond every evaluation: {@code WIN - plies}, so that sooner wins and later losses
 * score higher. Within a search plies count from its root; in a table from the entry's own position.
 */
final class Wins {
  /** A win on the spot; fits 16 bits. */
  static final int WIN = 32_000;

  /** The most plies to an end that can be told. */
  static final int MOST_PLIES = 4096;

  /** The least score of a proven win. */
  static final int LEAST = WIN - MOST_PLIES;

  static {
    assert LEAST > Score.MAX;
  }

  private Wins() {}

  /** {@return the score of a finished game, met {@code ply} plies from the root, for {@code side}} */
  static int of(Outcome outcome, int side, int ply) {
    return outcome.valueFor(side) * (WIN - ply);
  }

  /** {@return whether a score tells a win or a loss that is certain} */
  static boolean isProven(int score) {
    return Math.abs(score) >= LEAST;
  }

  /** {@return how many plies from the root a proven end is} */
  static int plies(int score) {
    return WIN - Math.abs(score);
  }

  /** {@return a score counted from the root as one counted from a position {@code ply} plies on} */
  static int toTable(int score, int ply) {
    return isProven(score) ? score + Integer.signum(score) * ply : score;
  }

  /** {@return the inverse of {@link #toTable}} */
  static int fromTable(int score, int ply) {
    return isProven(score) ? score - Integer.signum(score) * ply : score;
  }

  /** {@return the expected result, in [-1, 1], that a score stands for: exact if proven} */
  static float toValue(int score) {
    return isProven(score) ? Integer.signum(score) : Score.toValue(score);
  }
}
