package mesa.arena;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Ratings of many players from all their games at once: the log odds of a game are the difference of its players'
 * strengths, plus an advantage of moving first (Bradley and Terry 1952; draws count as half a win). The fit is the most
 * likely one, with a slight pull together that keeps it finite. Its errors come from how much clusters of games
 * scatter, not from the model, so that neither draws nor paired openings nor repeated games make them wrong. Immutable.
 */
public final class BradleyTerry {
  /** A last step of this size leaves an error of its square; rounding alone makes steps of 1e-11 in lopsided data. */
  private static final double TOLERANCE = 1e-9;

  private static final int MOST_STEPS = 100;

  private final double[] ratings;
  private final double advantage;
  private final double[][] covariance;
  private final int clusters;

  private BradleyTerry(double[] ratings, double advantage, double[][] covariance, int clusters) {
    this.ratings = ratings;
    this.advantage = advantage;
    this.covariance = covariance;
    this.clusters = clusters;
  }

  /** Gathers the games. */
  public static final class Games {
    private final int players;
    private final double[] scores;
    private final double[] weights;
    private final Map<Long, double[]> byCluster = new LinkedHashMap<>();
    private final Map<Integer, Double> anchors = new TreeMap<>();
    private double prior = 0.5;
    private boolean hasAdvantage = true;

    /**
     * Starts without games.
     *
     * @param players how many there are, at least 2; each has to have played, and no two groups may be strangers
     */
    public Games(int players) {
      this.players = players;
      scores = new double[players * players];
      weights = new double[players * players];
    }

    /**
     * Adds a game.
     *
     * @param first the player who moved first, from 0
     * @param second the other
     * @param score of the first: 0, 1/2 or 1
     * @param cluster games of one cluster are not independent of each other; at least 0
     * @return this
     */
    public Games add(int first, int second, double score, int cluster) {
      int seating = first * players + second;
      scores[seating] += score;
      weights[seating]++;
      // Games of one cluster and seating matter through their number and points alone.
      double[] sums = byCluster.computeIfAbsent((long) cluster * weights.length + seating, any -> new double[2]);
      sums[0] += score;
      sums[1]++;
      return this;
    }

    /**
     * Sets how strongly players are pulled together.
     *
     * @param draws to be added to each pairing that has met, by default a half; 0 for none
     * @return this
     */
    public Games prior(double draws) {
      prior = draws;
      return this;
    }

    /**
     * Sets whether moving first may be an advantage.
     *
     * @param on by default true
     * @return this
     */
    public Games advantage(boolean on) {
      hasAdvantage = on;
      return this;
    }

    /**
     * Fixes a player's rating. Without anchors the mean of all players is 0.
     *
     * @param player from 0
     * @param elo its rating
     * @return this
     */
    public Games anchor(int player, double elo) {
      anchors.put(player, elo / Elo.PER_LOGIT);
      return this;
    }

    /**
     * Fits the model.
     *
     * @return the ratings
     * @throws ArithmeticException if the games don't determine them, as when a player has won all and there is no prior
     */
    public BradleyTerry fit() {
      return new Fit(this).ratings();
    }
  }

  /** {@return how many players there are} */
  public int players() {
    return ratings.length;
  }

  /** {@return how many clusters the games form} */
  public int clusters() {
    return clusters;
  }

  /**
   * Reads a rating.
   *
   * @param player from 0
   * @return its Elo, relative to the mean or as the anchors say
   */
  public double elo(int player) {
    return Elo.PER_LOGIT * ratings[player];
  }

  /**
   * Says how far off a rating may be.
   *
   * @param player from 0
   * @return the standard error of its Elo; 0 for an anchor, NaN with fewer than two clusters
   */
  public double standardError(int player) {
    return Elo.PER_LOGIT * Math.sqrt(covariance[player][player]);
  }

  /** {@return the Elo that moving first is worth} */
  public double advantage() {
    return Elo.PER_LOGIT * advantage;
  }

  /** {@return the standard error of {@link #advantage}} */
  public double advantageError() {
    int last = covariance.length - 1;
    return Elo.PER_LOGIT * Math.sqrt(covariance[last][last]);
  }

  /**
   * Compares two players.
   *
   * @param player from 0
   * @param other from 0
   * @return how much stronger the one is than the other
   */
  public Difference difference(int player, int other) {
    double variance = covariance[player][player] + covariance[other][other] - 2 * covariance[player][other];
    return new Difference(elo(player) - elo(other), Elo.PER_LOGIT * Math.sqrt(Math.max(0, variance)));
  }

  /**
   * A difference in strength.
   *
   * @param elo the estimate
   * @param standardError of it
   */
  public record Difference(double elo, double standardError) {
    /** {@return the chance that the first of the two is the stronger one} */
    public double superiority() {
      return Elo.normal(elo / standardError);
    }
  }

  /** The work of one fit. Parameters are the players without anchor, and last the advantage if there is one. */
  private static final class Fit {
    private final Games games;
    private final int[] column;
    private final int advantageColumn;
    private final int size;
    private final double[] ratings;
    private double advantage;

    Fit(Games games) {
      this.games = games;
      ratings = new double[games.players];
      column = new int[games.players];
      int next = 0;
      for (int player = 0; player < games.players; player++) {
        Double anchor = games.anchors.get(player);
        column[player] = anchor == null ? next++ : -1;
        ratings[player] = anchor == null ? 0 : anchor;
      }
      advantageColumn = games.hasAdvantage ? next++ : -1;
      size = next;
    }

    BradleyTerry ratings() {
      for (int step = 0; step < MOST_STEPS; step++) {
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        accumulate(gradient, information);
        double[] change = solver(information).getSolver().solve(new ArrayRealVector(gradient, false)).toArray();
        double largest = Arrays.stream(change).map(Math::abs).max().orElse(0);
        if (Double.isNaN(largest)) {
          break;
        }
        double scale = largest > 1 ? 1 / largest : 1;
        for (int player = 0; player < ratings.length; player++) {
          ratings[player] += column[player] < 0 ? 0 : scale * change[column[player]];
        }
        advantage += advantageColumn < 0 ? 0 : scale * change[advantageColumn];
        if (largest < TOLERANCE) {
          return new BradleyTerry(ratings, advantage, covariance(information), clusters());
        }
      }
      throw new ArithmeticException("the games don't determine the ratings: some player or seat has won or lost all");
    }

    private void accumulate(double[] gradient, double[][] information) {
      BitSet met = new BitSet();
      for (int seating = 0; seating < games.weights.length; seating++) {
        if (games.weights[seating] > 0) {
          int first = seating / games.players;
          int second = seating % games.players;
          met.set(Math.min(first, second) * games.players + Math.max(first, second));
          add(first, second, 1, games.scores[seating], games.weights[seating], gradient, information);
        }
      }
      if (games.prior > 0) {
        met.stream().forEach(pair ->
            add(pair / games.players, pair % games.players, 0, games.prior / 2, games.prior, gradient, information));
        // Without it, games that the first player always won would make the advantage infinite.
        add(-1, -1, 1, games.prior / 2, games.prior, gradient, information);
      }
    }

    /** Adds games of the same kind: their players, or -1 for nobody, and the weight of the advantage. */
    private void add(
        int first, int second, int seat, double score, double weight, double[] gradient, double[][] information) {
      double expected = expected(first, second, seat);
      double slope = weight * expected * (1 - expected);
      int[] columns = {first < 0 ? -1 : column[first], second < 0 ? -1 : column[second], advantageColumn};
      double[] signs = {1, -1, seat};
      for (int i = 0; i < 3; i++) {
        if (columns[i] >= 0) {
          gradient[columns[i]] += signs[i] * (score - weight * expected);
          for (int j = 0; j < 3; j++) {
            if (columns[j] >= 0) {
              information[columns[i]][columns[j]] += signs[i] * signs[j] * slope;
            }
          }
        }
      }
    }

    private double expected(int first, int second, int seat) {
      double strength = first < 0 ? 0 : ratings[first] - ratings[second];
      return 1 / (1 + Math.exp(-strength - seat * advantage));
    }

    /** Without anchors all ratings could move together; the direction in which they do is given some weight. */
    private LUDecomposition solver(double[][] information) {
      double[][] fixed = Arrays.stream(information).map(double[]::clone).toArray(double[][]::new);
      if (games.anchors.isEmpty()) {
        for (int i = 0; i < games.players; i++) {
          for (int j = 0; j < games.players; j++) {
            fixed[i][j] += 1.0 / games.players;
          }
        }
      }
      LUDecomposition decomposition = new LUDecomposition(new Array2DRowRealMatrix(fixed, false), 0);
      if (!decomposition.getSolver().isNonSingular()) {
        throw new ArithmeticException("the games don't determine the ratings: some players have no game in common");
      }
      return decomposition;
    }

    private int clusters() {
      return (int) games.byCluster.keySet().stream().mapToLong(this::cluster).distinct().count();
    }

    private long cluster(long key) {
      return key / games.weights.length;
    }

    /** {@return the sandwich: the scatter of clusters between two inverses of the information} */
    private double[][] covariance(double[][] information) {
      Map<Long, double[]> residuals = new TreeMap<>();
      games.byCluster.forEach((key, sums) -> {
        int seating = (int) (key % games.weights.length);
        int first = seating / games.players;
        int second = seating % games.players;
        double residual = sums[0] - sums[1] * expected(first, second, 1);
        double[] sum = residuals.computeIfAbsent(cluster(key), any -> new double[games.players + 1]);
        sum[first] += residual;
        sum[second] -= residual;
        sum[games.players] += residual;
      });
      double[][] scatter = new double[size][size];
      double factor = residuals.size() / (residuals.size() - 1.0); // NaN with one cluster, and so are the errors
      int[] columns = Arrays.copyOf(column, games.players + 1);
      columns[games.players] = advantageColumn;
      for (double[] sum : residuals.values()) {
        for (int i = 0; i < sum.length; i++) {
          for (int j = 0; sum[i] != 0 && j < sum.length; j++) {
            if (columns[i] >= 0 && columns[j] >= 0) {
              scatter[columns[i]][columns[j]] += factor * sum[i] * sum[j];
            }
          }
        }
      }
      RealMatrix inverse = solver(information).getSolver().getInverse();
      RealMatrix sandwich = inverse.multiply(new Array2DRowRealMatrix(scatter, false)).multiply(inverse);
      double[][] covariance = new double[games.players + 1][games.players + 1];
      for (int i = 0; i < covariance.length; i++) {
        for (int j = 0; j < covariance.length; j++) {
          covariance[i][j] = columns[i] < 0 || columns[j] < 0 ? 0 : sandwich.getEntry(columns[i], columns[j]);
        }
      }
      return covariance;
    }
  }
}
