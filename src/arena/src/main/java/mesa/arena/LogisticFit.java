package mesa.arena;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The most likely parameters of ratings that depend on them linearly: log odds of a game are the difference of the
 * players' ratings, plus an advantage of moving first. Draws count as half a win. Two covariances come with the
 * estimate: the model's own, which takes every game for independent and no draws for granted, and the sandwich, which
 * only asks how much clusters of games scatter. Immutable.
 */
final class LogisticFit {
  /** A last step of this size leaves an error of its square; rounding alone makes steps of 1e-11 in lopsided data. */
  private static final double TOLERANCE = 1e-9;

  private static final int MOST_STEPS = 100;

  private final PairedGames games;
  private final double[][] design;
  private final double[] offset;
  private final double[] free;
  private final double prior;
  private final boolean hasAdvantage;
  private final int parameters;
  private final double[] estimate;
  private final double[] ratings;
  private double advantage;
  private RealMatrix inverse;
  private RealMatrix sandwich;
  private int clusters;

  /**
   * Fits.
   *
   * @param games all of them
   * @param design of each player, how much of each parameter goes into its rating
   * @param offset of each player, what its rating is without them
   * @param free the direction in which parameters can move without changing any difference, or null if there is none
   * @param prior draws to be added to each pairing that has met, without any advantage of moving first
   * @param hasAdvantage whether moving first may be worth something
   * @throws ArithmeticException if the games don't determine the parameters
   */
  LogisticFit(
      PairedGames games, double[][] design, double[] offset, double[] free, double prior, boolean hasAdvantage) {
    this.games = games;
    this.design = design;
    this.offset = offset;
    this.prior = prior;
    this.hasAdvantage = hasAdvantage;
    int own = design[0].length;
    parameters = own + (hasAdvantage ? 1 : 0);
    this.free = free == null ? null : Arrays.copyOf(free, parameters);
    estimate = new double[parameters];
    ratings = offset.clone();
    climb();
  }

  private void climb() {
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[parameters];
      double[][] information = new double[parameters][parameters];
      accumulate(gradient, information);
      RealMatrix fixed = withFreeDirection(information);
      LUDecomposition decomposition = new LUDecomposition(fixed, 0);
      if (!decomposition.getSolver().isNonSingular()) {
        throw new ArithmeticException("the games don't determine the ratings: some players have no game in common");
      }
      double[] change = decomposition.getSolver().solve(new ArrayRealVector(gradient, false)).toArray();
      double largest = Arrays.stream(change).map(Math::abs).max().orElse(0);
      if (Double.isNaN(largest)) {
        break;
      }
      double scale = largest > 1 ? 1 / largest : 1;
      for (int i = 0; i < parameters; i++) {
        estimate[i] += scale * change[i];
      }
      rate();
      if (largest < TOLERANCE) {
        inverse = withoutFreeDirection(decomposition.getSolver().getInverse());
        sandwich = inverse.multiply(scatter()).multiply(inverse);
        return;
      }
    }
    throw new ArithmeticException("the games don't determine the ratings: some player or seat has won or lost all");
  }

  private void rate() {
    for (int player = 0; player < ratings.length; player++) {
      ratings[player] = offset[player];
      for (int i = 0; i < design[player].length; i++) {
        ratings[player] += design[player][i] * estimate[i];
      }
    }
    advantage = hasAdvantage ? estimate[parameters - 1] : 0;
  }

  private void accumulate(double[] gradient, double[][] information) {
    int players = games.players();
    for (int a = 0; a < players; a++) {
      for (int b = 0; b < players; b++) {
        if (games.count(a, b) > 0) {
          add(row(a, b, 1), expected(a, b), games.score(a, b), games.count(a, b), gradient, information);
        }
        if (prior > 0 && a < b && games.count(a, b) + games.count(b, a) > 0) {
          double expected = 1 / (1 + Math.exp(ratings[b] - ratings[a]));
          add(row(a, b, 0), expected, prior / 2, prior, gradient, information);
        }
      }
    }
    if (prior > 0 && hasAdvantage) {
      // Without it, games that the first player always won would make the advantage infinite.
      double[] row = new double[parameters];
      row[parameters - 1] = 1;
      add(row, 1 / (1 + Math.exp(-advantage)), prior / 2, prior, gradient, information);
    }
  }

  /** {@return how the log odds of a game depend on the parameters} */
  private double[] row(int first, int second, double seat) {
    double[] row = new double[parameters];
    for (int i = 0; i < design[first].length; i++) {
      row[i] = design[first][i] - design[second][i];
    }
    if (hasAdvantage) {
      row[parameters - 1] = seat;
    }
    return row;
  }

  private void add(
      double[] row, double expected, double score, double count, double[] gradient, double[][] information) {
    double slope = count * expected * (1 - expected);
    double residual = score - count * expected;
    for (int i = 0; i < parameters; i++) {
      gradient[i] += residual * row[i];
      for (int j = 0; row[i] != 0 && j < parameters; j++) {
        information[i][j] += slope * row[i] * row[j];
      }
    }
  }

  /** Where parameters can move without changing anything, the direction in which they do is given some weight. */
  private RealMatrix withFreeDirection(double[][] information) {
    if (free != null) {
      double length = Arrays.stream(free).map(x -> x * x).sum();
      for (int i = 0; i < parameters; i++) {
        for (int j = 0; j < parameters; j++) {
          information[i][j] += free[i] * free[j] / length;
        }
      }
    }
    return new Array2DRowRealMatrix(information, false);
  }

  private RealMatrix withoutFreeDirection(RealMatrix fixed) {
    if (free == null) {
      return fixed;
    }
    double length = Arrays.stream(free).map(x -> x * x).sum();
    RealMatrix result = fixed.copy();
    for (int i = 0; i < parameters; i++) {
      for (int j = 0; j < parameters; j++) {
        result.addToEntry(i, j, -free[i] * free[j] / length);
      }
    }
    return result;
  }

  /** {@return how much the clusters' residuals scatter} */
  private RealMatrix scatter() {
    Map<Integer, double[]> residuals = new HashMap<>();
    games.forEach((cluster, first, second, score, count) -> {
      double residual = score - count * expected(first, second);
      double[] row = row(first, second, 1);
      double[] sum = residuals.computeIfAbsent(cluster, any -> new double[parameters]);
      for (int i = 0; i < parameters; i++) {
        sum[i] += residual * row[i];
      }
    });
    clusters = residuals.size();
    double factor = clusters / (clusters - 1.0); // Infinite with one cluster; see below.
    double[][] scatter = new double[parameters][parameters];
    for (double[] sum : residuals.values()) {
      for (int i = 0; i < parameters; i++) {
        for (int j = 0; sum[i] != 0 && j < parameters; j++) {
          scatter[i][j] += sum[i] * sum[j];
        }
      }
    }
    RealMatrix matrix = new Array2DRowRealMatrix(scatter, false);
    return matrix.scalarMultiply(clusters < 2 ? Double.NaN : factor);
  }

  /** {@return the expected score of the one in seat 0 against the other} */
  double expected(int first, int second) {
    return 1 / (1 + Math.exp(ratings[second] - ratings[first] - advantage));
  }

  PairedGames games() {
    return games;
  }

  /** {@return how many clusters the games form} */
  int clusters() {
    return clusters;
  }

  /** {@return the rating of a player, in log odds} */
  double rating(int player) {
    return ratings[player];
  }

  /** {@return what moving first is worth, in log odds; 0 if it is not asked for} */
  double advantage() {
    return advantage;
  }

  /** {@return a parameter, in the order of the design's columns} */
  double parameter(int index) {
    return estimate[index];
  }

  /** {@return how much of each parameter goes into the difference of two players} */
  double[] contrast(int player, int other) {
    return row(player, other, 0);
  }

  /** {@return how much of each parameter goes into a player's rating, as far as it is not free} */
  double[] contrast(int player) {
    return Arrays.copyOf(design[player], parameters);
  }

  /** {@return a parameter alone; the last one is the advantage, if there is one} */
  double[] unit(int index) {
    double[] unit = new double[parameters];
    unit[index] = 1;
    return unit;
  }

  int parameters() {
    return parameters;
  }

  /** {@return the covariance of two combinations of the parameters, from the scatter of clusters; NaN with one of them} */
  double covariance(double[] one, double[] other) {
    return product(one, sandwich, other);
  }

  /** {@return the variance of a combination of the parameters as the model alone has it} */
  double modelVariance(double[] one) {
    return product(one, inverse, one);
  }

  private static double product(double[] one, RealMatrix matrix, double[] other) {
    double[] image = matrix.operate(other);
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * image[i];
    }
    return sum;
  }
}
