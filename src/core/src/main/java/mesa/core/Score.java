package mesa.core;

/**
 * The integer scale on which alpha-beta counts: hundredths of a pawn in chess, and in every game the same monotone map
 * of the value in [-1, 1]: {@code value = tanh(score / 800)}, that is {@code 2 sigmoid(score / 400) - 1}, so that 100
 * points more are worth the same odds everywhere. The same on every machine, bit by bit.
 */
public final class Score {
  /** The greatest score that an evaluation may have; a search keeps scores beyond it for proven wins. */
  public static final int MAX = 10_000;

  private static final double SPAN = 800;

  private Score() {}

  /**
   * Turns a score into a value.
   *
   * @param score any
   * @return in [-1, 1]
   */
  public static float toValue(int score) {
    return (float) StrictMath.tanh(score / SPAN);
  }

  /**
   * Turns a value into a score.
   *
   * @param value in [-1, 1]
   * @return the nearest score, within plus or minus {@link #MAX}
   */
  public static int of(float value) {
    double v = Math.clamp(value, -1.0, 1.0);
    return ofLogOdds(StrictMath.log((1 + v) / (1 - v)));
  }

  /**
   * Turns log-odds into a score, for evaluators that have them at hand: {@code value = tanh(logOdds / 2)}.
   *
   * @param logOdds the natural logarithm of the odds of a win against a loss, half of a draw counting as each
   * @return the nearest score, within plus or minus {@link #MAX}
   */
  public static int ofLogOdds(double logOdds) {
    return (int) Math.round(Math.clamp(0.5 * SPAN * logOdds, -MAX, MAX));
  }
}
