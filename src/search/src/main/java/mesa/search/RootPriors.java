package mesa.search;

import mesa.core.Rng;

/**
 * What happens to the priors at the root alone: a temperature flattens (above 1) or sharpens them, then self-play mixes
 * in noise, {@code (1 - noise) P + noise Dirichlet(alpha)}, so that games differ.
 */
final class RootPriors {
  /** Where no alpha is set; about what AlphaZero had in chess, shogi and go (Silver et al. 2018). */
  private static final double USUAL_ALPHA_TIMES_MOVES = 10;

  private final double temperature;
  private final double noise;
  private final Double alpha;
  private final Rng rng = new Rng(0);
  private double[] shares = new double[256];

  /**
   * Makes the rule.
   *
   * @param temperature more than 0; 1 leaves the priors as they are
   * @param noise in [0, 1]; 0 for none
   * @param alpha more than 0, or null for 10 / moves
   */
  RootPriors(double temperature, double noise, Double alpha) {
    this.temperature = temperature;
    this.noise = noise;
    this.alpha = alpha;
  }

  /** Starts the noise of a game. */
  void newGame(long seed) {
    rng.reseed(seed);
  }

  /** {@return whether nothing happens to them} */
  boolean areAsBelow() {
    return temperature == 1 && noise == 0;
  }

  /**
   * Changes the priors in place; they keep their sum of 1.
   *
   * @param priors to change
   * @param count how many, at least 1
   */
  void apply(float[] priors, int count) {
    if (temperature != 1) {
      float greatest = 0;
      for (int i = 0; i < count; i++) {
        greatest = Math.max(greatest, priors[i]);
      }
      double sum = 0;
      for (int i = 0; i < count; i++) { // The greatest becomes 1, so that they can't all vanish.
        priors[i] = (float) StrictMath.pow(priors[i] / greatest, 1 / temperature);
        sum += priors[i];
      }
      for (int i = 0; i < count; i++) {
        priors[i] /= (float) sum;
      }
    }
    if (noise > 0) {
      if (shares.length < count) {
        shares = new double[2 * count];
      }
      Dirichlet.draw(rng, alpha == null ? USUAL_ALPHA_TIMES_MOVES / count : alpha, shares, count);
      for (int i = 0; i < count; i++) {
        priors[i] = (float) ((1 - noise) * priors[i] + noise * shares[i]);
      }
    }
  }
}
