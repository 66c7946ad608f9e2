package mesa.cli;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * Where a true share lies with 95 % confidence, by the score interval (E. B. Wilson 1927), which also holds for few
 * trials and at both ends.
 *
 * @param low in [0, 1]
 * @param high in [low, 1]
 */
record Wilson(double low, double high) {
  private static final double CONFIDENCE = 0.95;

  /**
   * Computes the interval.
   *
   * @param successes in [0, trials]
   * @param trials at least 0; without any, all shares are possible
   */
  static Wilson of(int successes, int trials) {
    if (trials == 0) {
      return new Wilson(0, 1);
    }
    ConfidenceInterval interval = new WilsonScoreInterval().createInterval(trials, successes, CONFIDENCE);
    // At both ends the formula gives 0 and 1 but for rounding.
    double low = successes == 0 ? 0 : interval.getLowerBound();
    double high = successes == trials ? 1 : interval.getUpperBound();
    return new Wilson(low, high);
  }
}
