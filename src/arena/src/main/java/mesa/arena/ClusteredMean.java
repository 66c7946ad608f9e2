package mesa.arena;

import java.util.HashMap;
import java.util.Map;

/** A mean of values that come in clusters, with the error that clusters of their own sizes have (STATISTICS.md). */
final class ClusteredMean {
  /** Sums of squares below are what rounding leaves of none. */
  private static final double NOTHING = 1e-18;

  private final Map<Integer, double[]> sums = new HashMap<>();
  private int count;
  private double sum;

  /** Adds a value. */
  void add(int cluster, double value) {
    double[] own = sums.computeIfAbsent(cluster, number -> new double[2]);
    own[0]++;
    own[1] += value;
    count++;
    sum += value;
  }

  int count() {
    return count;
  }

  int clusters() {
    return sums.size();
  }

  /** {@return the mean; NaN of no values} */
  double mean() {
    return sum / count;
  }

  /** {@return half the width of the mean's 95 % interval, by Student's t; NaN of one cluster, or where nothing scatters} */
  double reach() {
    int clusters = sums.size();
    double mean = mean();
    double squares = sums.values().stream().mapToDouble(own -> own[1] - mean * own[0]).map(rest -> rest * rest).sum();
    if (clusters < 2 || squares < NOTHING) {
      return Double.NaN;
    }
    double error = Math.sqrt(clusters / (clusters - 1.0) * squares) / count;
    return Elo.student(clusters - 1) * error;
  }
}
