package mesa.search;

import mesa.core.Rng;

/** Draws from a symmetric Dirichlet distribution; equal seeds give equal draws on every machine. */
final class Dirichlet {
  private Dirichlet() {}

  /**
   * Draws shares that add up to 1.
   *
   * @param rng the source
   * @param alpha concentration, more than 0: below 1 a few shares take most, above 1 they even out
   * @param shares receives the draw in its first {@code count} places
   * @param count how many, at least 1
   */
  static void draw(Rng rng, double alpha, double[] shares, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      shares[i] = gamma(rng, alpha);
      sum += shares[i];
    }
    for (int i = 0; i < count; i++) {
      shares[i] = sum > 0 ? shares[i] / sum : 1.0 / count; // A tiny alpha can underflow in every place at once.
    }
  }

  /** Marsaglia and Tsang, <i>A simple method for generating gamma variables</i>, 2000; with their boost below 1. */
  static double gamma(Rng rng, double shape) {
    if (shape < 1) {
      return gamma(rng, shape + 1) * StrictMath.pow(1 - rng.unit(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = normal(rng);
      double v = 1 + c * x;
      if (v > 0) {
        v = v * v * v;
        if (StrictMath.log(1 - rng.unit()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          return d * v;
        }
      }
    }
  }

  /** Box and Muller 1958. */
  private static double normal(Rng rng) {
    return Math.sqrt(-2 * StrictMath.log(1 - rng.unit())) * StrictMath.cos(2 * Math.PI * rng.unit());
  }
}
