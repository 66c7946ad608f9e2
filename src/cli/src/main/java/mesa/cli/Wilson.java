package mesa.cli;

/**
 * Where a true share lies with 95 % confidence, by the score interval (E. B. Wilson 1927), which also holds for few
 * trials and at both ends.
 *
 * @param low in [0, 1]
 * @param high in [low, 1]
 */
record Wilson(double low, double high) {
  /** Half the width, in standard errors, of a normal 95 % interval. */
  private static final double Z = 1.959963984540054;

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
    double share = (double) successes / trials;
    double weight = Z * Z / trials;
    double centre = share + weight / 2;
    double half = Math.sqrt(weight * (share * (1 - share) + weight / 4));
    double low = successes == 0 ? 0 : (centre - half) / (1 + weight);
    double high = successes == trials ? 1 : (centre + half) / (1 + weight);
    return new Wilson(low, high);
  }
}
