package mesa.arena;

import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Outcome;
import mesa.core.Registry;

/**
 * Ends a game as soon as its result is proved. This says nothing of whether the players would have found it, so where one
 * of them errs in won positions it favours that one. In games where the past matters, as repetitions do in chess, a proof
 * of a draw is not quite one; wins are.
 *
 * @param of which results count: {@code win}, {@code draw} or {@code both}
 * @param solver who proves them: a player whose value is exactly 1, 0 or -1 where, and only where, it has a proof
 */
public record ExactRule(String of, Entrant solver) {
  private static final List<String> RESULTS = List.of("win", "draw", "both");
  private static final String USUAL_SOLVER = "solver";

  /**
   * Reads a rule.
   *
   * @param text which results count and, if it is not the usual one, who proves them: {@code win}, or {@code
   *     both,solver:nodes=20000}
   * @param game that is played
   * @param registry knows the solver
   * @return the rule
   * @throws BadInputException if it is none
   */
  public static ExactRule parse(String text, Game game, Registry registry) {
    String[] parts = text.split(",", 2);
    if (!RESULTS.contains(parts[0])) {
      throw new BadInputException("\"" + text + "\" is no exact rule; write win, draw or both, and behind it the solver if "
          + "it is not the usual one, as in both,solver:nodes=20000");
    }
    return new ExactRule(parts[0], registry.entrant(game, parts.length == 1 ? USUAL_SOLVER : parts[1]));
  }

  /** {@return what this rule makes of a position of which its solver thinks so, or null if nothing} */
  Verdict verdict(int sideToMove, float value) {
    boolean counts = value == 0 ? !of.equals("win") : Math.abs(value) == 1 && !of.equals("draw");
    return !counts ? null : value == 0
        ? new Verdict("exact", Outcome.DRAWN, "drawn with best play, as " + solver.label() + " proves")
        : new Verdict("exact", Outcome.wonBy(value > 0 ? sideToMove : 1 - sideToMove),
            "won with best play, as " + solver.label() + " proves");
  }

  @Override
  public String toString() {
    String spec = solver.spec().toString();
    return spec.equals(USUAL_SOLVER) ? of : of + "," + spec;
  }
}
