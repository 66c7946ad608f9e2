package mesa.report;

import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mesa.core.Budget;
import mesa.core.Option;
import mesa.core.Spec;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * One player with one budget, measured.
 *
 * @param game what it was asked about
 * @param player its spec
 * @param nanos a decision's mean time, above 0
 * @param fastestNanos the mean of the fastest iteration
 * @param slowestNanos the mean of the slowest iteration
 * @param bytes allocated a decision; NaN if that was not measured
 * @param optimal in how many positions it chose one of the best moves, at most {@code asked}
 * @param asked positions, at least 1
 */
record Trial(
    String game, Spec player, double nanos, double fastestNanos, double slowestNanos, double bytes, int optimal, int asked) {
  private static final double CONFIDENCE = 0.95;
  private static final Set<String> BUDGET =
      Budget.options().stream().<String>map(Option::name).collect(Collectors.toUnmodifiableSet());

  /** {@return the share of best moves, in [0, 1]} */
  double share() {
    return (double) optimal / asked;
  }

  /** {@return where that share lies with 95 % confidence if the positions are a sample, by Wilson's score interval} */
  ConfidenceInterval interval() {
    return new WilsonScoreInterval().createInterval(asked, optimal, CONFIDENCE);
  }

  /** {@return the spec without its budget: what all the rungs of one ladder have in common} */
  String kind() {
    return written(false);
  }

  /** {@return the budget alone, such as {@code nodes=64}; empty if the spec sets none} */
  String budget() {
    return written(true);
  }

  private String written(boolean budget) {
    TreeMap<String, String> options = new TreeMap<>(player.options());
    options.keySet().removeIf(option -> BUDGET.contains(option) != budget);
    String text = options.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue()).collect(Collectors.joining(","));
    return budget ? text : player.name() + (text.isEmpty() ? "" : ":" + text);
  }
}
