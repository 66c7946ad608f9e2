package mesa.arena;

import java.util.Arrays;

/**
 * The most likely distribution over a few outcomes, given how often each came up and what its mean, or its mean in
 * standard deviations, is supposed to be. Owen's empirical likelihood, as M. Van den Bergh uses it for tests of engines:
 * <i>Comparing the approximations for the generalized log likelihood ratio</i>, proposition 1.1, and <i>Comments on
 * normalized Elo</i>, section 4.1.
 */
final class EmpiricalLikelihood {
  /** Outcomes that never came up are taken to have come up so often, so that no hypothesis is ruled out by them. */
  static final double UNSEEN = 1e-3;

  private static final int MOST_ROUNDS = 10;
  private static final double TOLERANCE = 1e-9;
  private static final int HALVINGS = 64;

  private final double[] seen;
  private final double games;

  /**
   * Takes counts.
   *
   * @param counts by worth, in even steps from 0 to 1
   */
  EmpiricalLikelihood(int[] counts) {
    double[] filled = Arrays.stream(counts).mapToDouble(count -> count == 0 ? UNSEEN : count).toArray();
    games = Arrays.stream(filled).sum();
    seen = Arrays.stream(filled).map(count -> count / games).toArray();
  }

  private double worth(int outcome) {
    return (double) outcome / (seen.length - 1);
  }

  /** {@return the distribution of a mean in (0, 1)} */
  double[] ofMean(double mean) {
    double[] off = new double[seen.length];
    Arrays.setAll(off, i -> worth(i) - mean);
    return tilted(off);
  }

  /** {@return the distribution whose mean is so many of its standard deviations above a half} */
  double[] ofDistance(double deviations) {
    double[] chances = new double[seen.length];
    Arrays.fill(chances, 1.0 / seen.length);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double mean = 0;
      double squares = 0;
      for (int i = 0; i < chances.length; i++) {
        mean += chances[i] * worth(i);
        squares += chances[i] * worth(i) * worth(i);
      }
      double sigma = Math.sqrt(squares - mean * mean);
      double[] off = new double[chances.length];
      for (int i = 0; i < off.length; i++) {
        double standard = (worth(i) - mean) / sigma;
        off[i] = worth(i) - 0.5 - deviations * sigma * (1 + standard * standard) / 2;
      }
      double[] next = tilted(off);
      double largest = 0;
      for (int i = 0; i < next.length; i++) {
        largest = Math.max(largest, Math.abs(next[i] - chances[i]));
      }
      chances = next;
      if (largest < TOLERANCE) {
        break;
      }
    }
    return chances;
  }

  /** {@return the most likely distribution under which {@code off} is 0 on average; some of it must be on either side} */
  private double[] tilted(double[] off) {
    double low = -1 / Arrays.stream(off).max().orElseThrow();
    double high = -1 / Arrays.stream(off).min().orElseThrow();
    for (int step = 0; step < HALVINGS; step++) { // The sum falls from plus to minus infinity.
      double middle = (low + high) / 2;
      double sum = 0;
      for (int i = 0; i < off.length; i++) {
        sum += seen[i] * off[i] / (1 + middle * off[i]);
      }
      if (sum > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double[] chances = new double[off.length];
    for (int i = 0; i < off.length; i++) {
      chances[i] = seen[i] / (1 + (low + high) / 2 * off[i]);
    }
    return chances;
  }

  /** {@return the log of how much likelier what was seen is under the one distribution than under the other} */
  double logRatio(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < seen.length; i++) {
      sum += seen[i] * Math.log(one[i] / other[i]);
    }
    return games * sum;
  }
}
