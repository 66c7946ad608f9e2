package mesa.arena;

import java.util.Arrays;
import java.util.Optional;

/**
 * Statistics of two players from equal units, each worth between 0 and 1 to the first of them: games (lost, drawn, won)
 * or pairs of games with the same opening and the seats swapped (0, ½, 1, 1½, 2 points, here halved). Units that are
 * not independent, such as copies of one game, form clusters; a cluster has one vote in the error.
 *
 * <p>Formulas: Van den Bergh, <i>Normalized Elo</i> (2020), for the multinomial ones; the error of clustered means is
 * the usual sandwich. Immutable.
 */
public final class PairStatistics {
  private final int[] counts;
  private final int units;
  private final double score;
  private final double variance;
  private final int[] clusterSizes;
  private final double[] clusterScores;
  /** How many clusters there are of each kind. */
  private final int[] clusterCounts;

  /**
   * Takes counts, and clusters as sums over their units.
   *
   * @param counts of units by their worth, from 0 to 1 in even steps
   * @param clusterSizes units in each cluster; zeros are allowed and skipped
   * @param clusterScores the worth of each cluster's units together
   */
  PairStatistics(int[] counts, int[] clusterSizes, double[] clusterScores) {
    this(counts, clusterSizes, clusterScores, ones(clusterSizes.length));
  }

  private static int[] ones(int length) {
    int[] ones = new int[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private PairStatistics(int[] counts, int[] clusterSizes, double[] clusterScores, int[] clusterCounts) {
    this.counts = counts.clone();
    this.clusterSizes = clusterSizes.clone();
    this.clusterScores = clusterScores.clone();
    this.clusterCounts = clusterCounts.clone();
    int steps = counts.length - 1;
    int sum = 0;
    double mean = 0;
    for (int i = 0; i <= steps; i++) {
      sum += counts[i];
      mean += (double) i / steps * counts[i];
    }
    units = sum;
    score = mean / units;
    double squares = 0;
    for (int i = 0; i <= steps; i++) {
      double off = (double) i / steps - score;
      squares += off * off * counts[i];
    }
    variance = squares / units;
  }

  /**
   * Takes units that are independent of each other.
   *
   * @param counts lost, drawn, won games; or pairs worth 0, ½, 1, 1½, 2 points; together less than 2^30
   * @return their statistics
   * @throws IllegalArgumentException if there are neither three nor five counts
   */
  public static PairStatistics of(int... counts) {
    if (counts.length != 3 && counts.length != 5) {
      throw new IllegalArgumentException(counts.length + " counts; three or five are wanted");
    }
    double[] scores = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      scores[i] = (double) i / (counts.length - 1);
    }
    return new PairStatistics(counts, ones(counts.length), scores, counts);
  }

  /** {@return how many units there are} */
  public int units() {
    return units;
  }

  /** {@return how many games they have} */
  public int games() {
    return units * gamesPerUnit();
  }

  /** {@return how many games a unit has: 2 if units are pairs of games, 1 if they are games} */
  public int gamesPerUnit() {
    return (counts.length - 1) / 2;
  }

  /** {@return units by their worth, lowest first} */
  public int[] counts() {
    return counts.clone();
  }

  /** {@return how many independent clusters the units form} */
  public int clusters() {
    int clusters = 0;
    for (int c = 0; c < clusterSizes.length; c++) {
      clusters += clusterSizes[c] > 0 ? clusterCounts[c] : 0;
    }
    return clusters;
  }

  /** {@return how many clusters of equal size would tell as much (Kish 1965); 0 without units} */
  public double effectiveClusters() {
    double squares = 0;
    for (int c = 0; c < clusterSizes.length; c++) {
      squares += (double) clusterSizes[c] * clusterSizes[c] * clusterCounts[c];
    }
    return units == 0 ? 0 : (double) units * units / squares;
  }

  /** {@return which share of the units is in the largest cluster, in [0, 1]; 0 without units} */
  public double largestShare() {
    int largest = 0;
    for (int c = 0; c < clusterSizes.length; c++) {
      largest = Math.max(largest, clusterCounts[c] > 0 ? clusterSizes[c] : 0);
    }
    return units == 0 ? 0 : (double) largest / units;
  }

  /** {@return points a game of the first player, in [0, 1]; NaN without units} */
  public double score() {
    return score;
  }

  /** {@return variance of a unit's worth} */
  public double variance() {
    return variance;
  }

  /** {@return the first player's strength less the second's; infinite if one has won all} */
  public double elo() {
    return Elo.of(score);
  }

  /** {@return the interval of {@link #elo} if units are independent, many and not one-sided: what other tools print} */
  public Interval normalInterval() {
    double reach = Elo.Z * Math.sqrt(variance / units);
    return new Interval(Elo.of(score - reach), Elo.of(score + reach));
  }

  /**
   * {@return the difference in strength that matters to the length of a match: the score's distance from ½ in standard
   * deviations, on a scale that agrees with Elo between near equals without draws; NaN if there is no variance}
   */
  public double normalizedElo() {
    return variance > 0 ? Elo.PER_SIGMA * (score - 0.5) / Math.sqrt(gamesPerUnit() * variance) : Double.NaN;
  }

  /**
   * {@return half the width of the 95 % interval of {@link #normalizedElo}, by how much clusters scatter, so that copies
   * don't make it smaller, but never less than if units were independent; where clusters don't scatter, by {@link
   * #effectiveClusters}. NaN if there is no variance}
   */
  public double normalizedEloError() {
    if (variance == 0) {
      return Double.NaN;
    }
    // Without the factor for few clusters, as other tools have it: of independent units the variance over their number.
    double share = scatters() ? standardError() * Math.sqrt((clusters() - 1.0) / clusters() / variance)
        : 1 / Math.sqrt(effectiveClusters());
    return Elo.Z * Elo.PER_SIGMA * Math.max(share, 1 / Math.sqrt(units)) / Math.sqrt(gamesPerUnit());
  }

  /**
   * {@return the chance that the first player is the stronger one, by clusters and Student's distribution as {@link #interval}
   * is, so that it is between 2.5 and 97.5 % just where that holds 0; NaN where that is no interval of Student's}
   */
  public double clusteredSuperiority() {
    return isStudents() ? Elo.student((score - 0.5) / standardError(), clusters() - 1) : Double.NaN;
  }

  /** {@return whether {@link #interval} is Student's, and not a bound or nothing} */
  private boolean isStudents() {
    if (!scatters()) {
      return false;
    }
    double reach = Elo.student(clusters() - 1) * standardError();
    return score - reach > 0 && score + reach < 1;
  }

  /** {@return whether clusters differ by more than rounding, which leaves some 1e-17} */
  boolean scatters() {
    return clusters() > 1 && standardError() >= 1e-12;
  }

  /**
   * {@return the chance that the first player is the stronger one if units are independent and many: what other tools print;
   * NaN without variance}
   */
  public double superiority() {
    return variance > 0 ? Elo.normal((score - 0.5) / Math.sqrt(variance / units)) : Double.NaN;
  }

  /**
   * Bounds the difference in strength for who looks after each unit and stops when he likes: the truth stays inside all the
   * time with 95 % confidence. Units are taken to be independent. (I. Waudby-Smith et al., <i>Time-uniform central limit
   * theory and asymptotic confidence sequences</i>, 2021.)
   *
   * @param tightest after how many units the interval is to be tightest, at least 1
   * @return the interval of {@link #elo}
   */
  public Interval sequenceInterval(int tightest) {
    double reach = sequenceFactor(units, tightest) * Math.sqrt(variance);
    return new Interval(Elo.of(Math.max(0, score - reach)), Elo.of(Math.min(1, score + reach)));
  }

  /** {@return half the width of that interval of the score, in standard deviations of a unit} */
  static double sequenceFactor(int units, int tightest) {
    double logs = Math.log(1 / (Elo.ALPHA * Elo.ALPHA));
    double mixing = (logs + Math.log(1 + logs)) / tightest;
    double spread = units * mixing + 1;
    return Math.sqrt(2 * spread / (units * units * mixing) * Math.log(Math.sqrt(spread) / Elo.ALPHA));
  }

  /** {@return share of units that brought both players the same} */
  public double drawRatio() {
    return (double) counts[counts.length / 2] / units;
  }

  /** {@return units won over units lost; NaN if none was lost} */
  public double winRatio() {
    int lost = 0;
    int won = 0;
    for (int i = 0; i < counts.length / 2; i++) {
      lost += counts[i];
      won += counts[counts.length - 1 - i];
    }
    return lost == 0 ? Double.NaN : (double) won / lost;
  }

  /** {@return the standard error of {@link #score}, by clusters; NaN if there are fewer than two} */
  public double standardError() {
    int clusters = clusters();
    double squares = 0;
    for (int c = 0; c < clusterSizes.length; c++) {
      double off = clusterScores[c] - clusterSizes[c] * score;
      squares += off * off * clusterCounts[c];
    }
    return clusters < 2 ? Double.NaN : Math.sqrt(clusters / (clusters - 1.0) * squares) / units;
  }

  /**
   * Bounds the difference in strength with 95 % confidence, copies counted once: Student's interval where it fits, else
   * cautious bounds, one-sided where one player has won all or nearly all.
   *
   * @return the interval of {@link #elo}, or nothing if there are fewer than two clusters
   */
  public Optional<Interval> interval() {
    int clusters = clusters();
    if (clusters == 0 || clusters == 1 && score > 0 && score < 1) {
      return Optional.empty();
    }
    if (!scatters()) {
      double seen = Math.pow(Elo.ALPHA, 1.0 / clusters); // A result of a greater chance than 1 - seen would have shown.
      return Optional.of(ofScores(score * seen, 1 - (1 - score) * seen));
    }
    double reach = Elo.student(clusters - 1) * standardError();
    boolean lowFits = score - reach > 0;
    boolean highFits = score + reach < 1;
    if (lowFits && highFits) {
      return Optional.of(ofScores(score - reach, score + reach));
    }
    if (lowFits) {
      return Optional.of(ofScores(cautiousBound(false, Elo.ALPHA), 1));
    }
    if (highFits) {
      return Optional.of(ofScores(0, 1 - cautiousBound(true, Elo.ALPHA)));
    }
    return Optional.of(ofScores(cautiousBound(false, Elo.ALPHA / 2), 1 - cautiousBound(true, Elo.ALPHA / 2)));
  }

  private static Interval ofScores(double low, double high) {
    return new Interval(Elo.of(low), Elo.of(high));
  }

  /**
   * Bounds the score from below by bounding, for each step of the scale, the chance to reach it.
   *
   * @param mirrored to take the second player's view
   */
  double cautiousBound(boolean mirrored, double alpha) {
    int steps = counts.length - 1;
    int clusters = clusters();
    double bound = 0;
    for (int step = 1; step <= steps; step++) {
      int reached = 0;
      for (int c = 0; c < clusterSizes.length; c++) {
        double mean = clusterScores[c] / clusterSizes[c]; // NaN of an empty cluster reaches nothing
        reached += (mirrored ? 1 - mean : mean) >= (double) step / steps - 1e-9 ? clusterCounts[c] : 0;
      }
      bound += Elo.clopperPearson(reached, clusters, alpha / steps);
    }
    return bound / steps;
  }
}
