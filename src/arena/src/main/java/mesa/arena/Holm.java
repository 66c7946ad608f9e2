package mesa.arena;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several tests at once (Holm 1979, "A simple sequentially rejective multiple test procedure"): p-values made so much larger
 * that all below alpha may be believed together, with a risk of alpha that any of them misleads.
 */
public final class Holm {
  private Holm() {}

  /**
   * Adjusts p-values: the smallest of m counts m times, the next m - 1 times, and so on, none less than the one before.
   *
   * @param chances each test's own p-value, in [0, 1]
   * @return the adjusted ones in the same order, at most 1
   */
  public static double[] adjusted(List<Double> chances) {
    int[] order = IntStream.range(0, chances.size()).boxed().sorted(Comparator.comparing(chances::get))
        .mapToInt(Integer::intValue).toArray();
    double[] adjusted = new double[order.length];
    double least = 0;
    for (int rank = 0; rank < order.length; rank++) {
      least = Math.max(least, Math.min(1, (order.length - rank) * chances.get(order[rank])));
      adjusted[order[rank]] = least;
    }
    return adjusted;
  }
}
