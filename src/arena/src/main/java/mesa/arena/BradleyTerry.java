package mesa.arena;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Ratings of many players from all their games at once: the log odds of a game are the difference of its players'
 * strengths, plus an advantage of moving first (Bradley and Terry 1952; draws count as half a win). The fit is the most
 * likely one, with a slight pull together that keeps it finite. Its errors come from how much clusters of games
 * scatter, not from the model, so that neither draws nor paired openings nor repeated games make them wrong. Immutable.
 */
public final class BradleyTerry {
  /** Below such a standard error, in Elo, all clusters agree but for rounding. */
  static final double NO_SCATTER = 1e-6;

  private final LogisticFit fit;
  private final int anchors;
  private final boolean hasAdvantage;

  private BradleyTerry(LogisticFit fit, int anchors, boolean hasAdvantage) {
    this.fit = fit;
    this.anchors = anchors;
    this.hasAdvantage = hasAdvantage;
  }

  /** Gathers the games. */
  public static final class Games {
    private final PairedGames games;
    private final Map<Integer, Double> anchors = new TreeMap<>();
    private double prior = 0.5;
    private boolean hasAdvantage = true;

    /**
     * Starts without games.
     *
     * @param players how many there are, at least 2; each has to have played, and no two groups may be strangers
     */
    public Games(int players) {
      games = new PairedGames(players);
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
      games.add(first, second, score, cluster);
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
      int players = games.players();
      double[] offset = new double[players];
      double[][] design = new double[players][players - anchors.size()];
      int column = 0;
      for (int player = 0; player < players; player++) {
        if (anchors.containsKey(player)) {
          offset[player] = anchors.get(player);
        } else {
          design[player][column++] = 1;
        }
      }
      double[] free = null;
      if (anchors.isEmpty()) {
        free = new double[players];
        Arrays.fill(free, 1);
      }
      return new BradleyTerry(fit(design, offset, free), anchors.size(), hasAdvantage);
    }

    /** {@return the fit of ratings that depend on any parameters, as {@link LogisticFit} has it} */
    LogisticFit fit(double[][] design, double[] offset, double[] free) {
      return new LogisticFit(games, design, offset, free, prior, hasAdvantage);
    }
  }

  /** {@return how many players there are} */
  public int players() {
    return fit.games().players();
  }

  /** {@return how many clusters the games form} */
  public int clusters() {
    return fit.clusters();
  }

  /**
   * Reads a rating.
   *
   * @param player from 0
   * @return its Elo, relative to the mean or as the anchors say
   */
  public double elo(int player) {
    return Elo.PER_LOGIT * fit.rating(player);
  }

  /**
   * Says how far off a rating may be.
   *
   * @param player from 0
   * @return the standard error of its Elo; 0 for an anchor, NaN with fewer than two clusters
   */
  public double standardError(int player) {
    double[] contrast = fit.contrast(player);
    return Elo.PER_LOGIT * Math.sqrt(Math.max(0, fit.covariance(contrast, contrast)));
  }

  /**
   * Says how far off a rating would be if games were independent and never drawn: what many tools print.
   *
   * @param player from 0
   * @return that standard error in Elo
   */
  public double modelError(int player) {
    return Elo.PER_LOGIT * Math.sqrt(Math.max(0, fit.modelVariance(fit.contrast(player))));
  }

  /** {@return the Elo that moving first is worth} */
  public double advantage() {
    return Elo.PER_LOGIT * fit.advantage();
  }

  /** {@return the standard error of {@link #advantage}; 0 if that was left out} */
  public double advantageError() {
    if (!hasAdvantage) {
      return 0;
    }
    double[] unit = fit.unit(fit.parameters() - 1);
    return Elo.PER_LOGIT * Math.sqrt(fit.covariance(unit, unit));
  }

  /**
   * {@return half the width of the 95 % interval of {@link #advantage}; where all clusters agree, as when all games are
   * drawn, what a result that never came up might still hide}
   */
  public double advantageReach() {
    double error = advantageError();
    return error < NO_SCATTER && hasAdvantage ? Elo.hidden(clusters()) : Elo.Z * error;
  }

  /** {@return what {@link #modelError} is for a rating, for {@link #advantage}} */
  public double advantageModelError() {
    return hasAdvantage ? Elo.PER_LOGIT * Math.sqrt(fit.modelVariance(fit.unit(fit.parameters() - 1))) : 0;
  }

  /**
   * Compares two players.
   *
   * @param player from 0
   * @param other from 0
   * @return how much stronger the one is than the other
   */
  public Difference difference(int player, int other) {
    double[] contrast = fit.contrast(player, other);
    return new Difference(
        elo(player) - elo(other),
        Elo.PER_LOGIT * Math.sqrt(Math.max(0, fit.covariance(contrast, contrast))),
        Elo.PER_LOGIT * Math.sqrt(Math.max(0, fit.modelVariance(contrast))));
  }

  /**
   * A difference in strength.
   *
   * @param elo the estimate
   * @param standardError of it
   * @param modelError what that would be if games were independent and never drawn
   */
  public record Difference(double elo, double standardError, double modelError) {
    /** {@return the chance that the first of the two is the stronger one; NaN where nothing scatters} */
    public double superiority() {
      return standardError < NO_SCATTER ? Double.NaN : Elo.normal(elo / standardError);
    }
  }

  /**
   * Whether one number a player tells what the games do: large where A beats B, B beats C and C beats A.
   *
   * @param chiSquare sum of the pairings' squared deviations from what the ratings expect, each over its variance
   * @param degreesOfFreedom of it; 0 if there is nothing to test
   */
  public record Agreement(double chiSquare, int degreesOfFreedom) {
    /** {@return the chance of deviations at least so large if one number does tell all; approximate, 1 if nothing is tested} */
    public double chance() {
      return degreesOfFreedom < 1
          ? 1 : 1 - new ChiSquaredDistribution(null, degreesOfFreedom).cumulativeProbability(chiSquare);
    }
  }

  /** {@return how well the ratings agree with the pairings' results, by how much the clusters of each scatter} */
  public Agreement agreement() {
    return agreement(true);
  }

  /** {@return the same, as if games were independent and never drawn} */
  Agreement modelAgreement() {
    return agreement(false);
  }

  private Agreement agreement(boolean byClusters) {
    int players = players();
    Map<Long, Double> offOfCluster = new HashMap<>(); // By cluster and pairing: points less the pairing's own mean
    PairedGames games = fit.games();
    if (byClusters) {
      games.forEach((cluster, first, second, score, count) -> {
        int low = Math.min(first, second);
        int high = Math.max(first, second);
        double points = first == low ? score : count - score;
        double all = games.count(low, high) + games.count(high, low);
        double mean = (games.score(low, high) + games.count(high, low) - games.score(high, low)) / all;
        long key = ((long) cluster * players + low) * players + high;
        offOfCluster.merge(key, points - count * mean, Double::sum);
      });
    }
    double[] scatter = new double[players * players];
    offOfCluster.forEach((key, off) -> scatter[(int) (key % (players * players))] += off * off);
    double sum = 0;
    int pairings = 0;
    for (int low = 0; low < players; low++) {
      for (int high = low + 1; high < players; high++) {
        double[] counts = {games.count(low, high), games.count(high, low)};
        if (counts[0] + counts[1] > 0) {
          double[] expected = {fit.expected(low, high), 1 - fit.expected(high, low)};
          double off = games.score(low, high) + counts[1] - games.score(high, low)
              - counts[0] * expected[0] - counts[1] * expected[1];
          double binomial = counts[0] * expected[0] * (1 - expected[0]) + counts[1] * expected[1] * (1 - expected[1]);
          double variance = scatter[low * players + high];
          sum += off * off / (variance > 0 ? variance : binomial);
          pairings++;
        }
      }
    }
    return new Agreement(sum, Math.max(0, pairings - players + Math.max(1, anchors)));
  }
}
