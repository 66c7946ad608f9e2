package mesa.arena;

import java.util.LinkedHashMap;
import java.util.Map;

/** Games of many players, by who sat where and by cluster: all that ratings rest on. Grows; not thread-safe. */
final class PairedGames {
  private final int players;
  private final double[] scores;
  private final double[] counts;
  private final Map<Long, double[]> byCluster = new LinkedHashMap<>();

  /** Starts without games. */
  PairedGames(int players) {
    this.players = players;
    scores = new double[players * players];
    counts = new double[players * players];
  }

  /** Adds a game; games of one cluster are not independent of each other. */
  void add(int first, int second, double score, int cluster) {
    int seating = first * players + second;
    scores[seating] += score;
    counts[seating]++;
    // Games of one cluster and seating matter through their number and points alone.
    double[] sums = byCluster.computeIfAbsent((long) cluster * counts.length + seating, any -> new double[2]);
    sums[0] += score;
    sums[1]++;
  }

  int players() {
    return players;
  }

  /** {@return points of the one in seat 0 against the other} */
  double score(int first, int second) {
    return scores[first * players + second];
  }

  /** {@return games of the one in seat 0 against the other} */
  double count(int first, int second) {
    return counts[first * players + second];
  }

  /** Takes the games of a cluster with the same seating. */
  interface Part {
    void take(int cluster, int first, int second, double score, double count);
  }

  /** Goes through all clusters, seating by seating. */
  void forEach(Part part) {
    byCluster.forEach((key, sums) -> {
      int seating = (int) (key % counts.length);
      part.take((int) (key / counts.length), seating / players, seating % players, sums[0], sums[1]);
    });
  }
}
