package mesa.arena;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Elo and the distributions behind its intervals. A difference of 400 Elo is odds of ten to one. */
public final class Elo {
  /** Elo of one unit of log odds. */
  static final double PER_LOGIT = 400 / Math.log(10);

  /** Elo of one unit of (score - 1/2) / standard deviation between near equals: that of normalized Elo. */
  static final double PER_SIGMA = 2 * PER_LOGIT;

  /** Chance of a true value outside an interval. */
  static final double ALPHA = 0.05;

  /** Half the width, in standard errors, of a normal 95 % interval. */
  public static final double Z = 1.959963984540054;

  /** From here on Student's distribution is the normal one to six digits. */
  private static final int NEARLY_NORMAL = 10_000_000;

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private Elo() {}

  /**
   * Turns a score into a difference in strength.
   *
   * @param score points a game, in [0, 1]
   * @return Elo; infinite at both ends
   */
  public static double of(double score) {
    return 0 - PER_LOGIT * Math.log(1 / score - 1); // Not -0 for equals
  }

  /**
   * Turns a difference in strength into a score.
   *
   * @param elo any
   * @return expected points a game, in [0, 1]
   */
  public static double score(double elo) {
    return 1 / (1 + Math.exp(-elo / PER_LOGIT));
  }

  /** {@return the chance that a standard normal number is below x} */
  static double normal(double x) {
    return NORMAL.cumulativeProbability(x);
  }

  /** {@return half the width, in standard errors, of Student's 95 % interval} */
  static double student(int degreesOfFreedom) {
    return degreesOfFreedom > NEARLY_NORMAL ? Z : new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(1 - ALPHA / 2);
  }

  /** {@return the chance that a number of Student's distribution is below x} */
  static double student(double x, int degreesOfFreedom) {
    return degreesOfFreedom > NEARLY_NORMAL ? normal(x) : new TDistribution(null, degreesOfFreedom).cumulativeProbability(x);
  }

  /** {@return how far from 0 a difference may be of which so many independent results, all level, have shown nothing} */
  static double hidden(int results) {
    return of(1 - Math.pow(ALPHA, 1.0 / results) / 2);
  }

  /**
   * Bounds a probability from below (Clopper and Pearson 1934).
   *
   * @param successes in [0, trials]
   * @param trials at least 1
   * @param alpha chance that the true value is below the bound
   * @return the bound
   */
  static double clopperPearson(int successes, int trials, double alpha) {
    return successes == 0
        ? 0
        : new BetaDistribution(null, successes, trials - successes + 1).inverseCumulativeProbability(alpha);
  }
}
