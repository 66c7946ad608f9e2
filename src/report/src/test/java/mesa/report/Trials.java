package mesa.report;

import mesa.core.Spec;

/** Trials for tests. */
final class Trials {
  private Trials() {}

  /** {@return one that chose so many best moves of 100} */
  static Trial of(String game, String player, double nanos, int optimal) {
    return new Trial(game, Spec.parse(player), nanos, nanos, nanos, Double.NaN, optimal, 100);
  }
}
