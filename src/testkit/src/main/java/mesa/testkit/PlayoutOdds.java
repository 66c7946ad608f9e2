package mesa.testkit;

import mesa.core.FastPlayout;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/** How often random playouts end in each way. */
final class PlayoutOdds {
  private PlayoutOdds() {}

  /** {@return how many of the position's own playouts had each outcome} */
  static long[] fast(FastPlayout position, int plies, int playouts, Rng rng) {
    long[] counts = new long[Outcome.values().length];
    for (int i = 0; i < playouts; i++) {
      counts[position.playOut(rng, plies).ordinal()]++;
    }
    return counts;
  }

  /** {@return how many playouts by moves drawn from the list of legal ones had each outcome} */
  static long[] listed(Position position, int plies, int playouts, Rng rng) {
    long[] counts = new long[Outcome.values().length];
    for (int i = 0; i < playouts; i++) {
      Position copy = position.copy();
      for (int ply = 0; ply < plies && !copy.outcome().isOver(); ply++) {
        Moves moves = Moves.of(copy);
        copy.make(moves.get(rng.below(moves.size())));
      }
      counts[copy.outcome().ordinal()]++;
    }
    return counts;
  }

  /** {@return the greatest difference between two samples of one size, in standard errors of that difference} */
  static double distance(long[] a, long[] b) {
    double greatest = 0;
    for (int i = 0; i < a.length; i++) {
      // Binomial counts that add up to k in 2n trials differ with a variance of about k (1 - k / 2n).
      double both = a[i] + b[i];
      double variance = both * (1 - both / (total(a) + total(b)));
      greatest = Math.max(greatest, a[i] == b[i] ? 0 : Math.abs(a[i] - b[i]) / Math.sqrt(Math.max(variance, 1)));
    }
    return greatest;
  }

  private static long total(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
