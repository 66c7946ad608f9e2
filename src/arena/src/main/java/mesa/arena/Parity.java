package mesa.arena;

import java.util.Locale;
import java.util.Optional;

/**
 * How far two players have spent the same, where a run was laid out for that.
 *
 * @param unit what was to be equal
 * @param player who was to spend as much
 * @param opponent as this one
 * @param ratio what the player has spent on a move, over what the opponent has
 */
public record Parity(EqualCompute.Unit unit, String player, String opponent, double ratio) {
  /** Measured spendings so far apart are as good as equal; at 100 Elo a doubling that is 7 Elo. */
  private static final double TOLERANCE = 0.05;

  /**
   * Compares what was spent.
   *
   * @param results of a run
   * @return the ratio, or nothing if nothing was to be equal or nothing has been spent
   */
  public static Optional<Parity> of(Results results) {
    if (results.run().parity() == null) {
      return Optional.empty();
    }
    EqualCompute.Unit unit = EqualCompute.Unit.parse(results.run().parity());
    double ratio = unit.perMove(results.cost(1)) / unit.perMove(results.cost(0));
    return Double.isFinite(ratio) && ratio > 0
        ? Optional.of(new Parity(unit, results.players().get(1), results.players().get(0), ratio)) : Optional.empty();
  }

  /** {@return whether the two have spent about the same} */
  public boolean holds() {
    return ratio > 1 - TOLERANCE && ratio < 1 + TOLERANCE;
  }

  /** {@return a line that tells the ratio, and what it is worth if it is not near 1} */
  public String text() {
    String line = String.format(Locale.ROOT, "Equal %s: %s spent %.3f times as much a move as %s.", unit, player, ratio, opponent);
    return (holds() ? line : line + String.format(Locale.ROOT,
        " That is not equal: at 100 Elo a doubling it is worth %+.0f Elo to %s.", 100 * Math.log(ratio) / Math.log(2), player))
        + "\n";
  }
}
