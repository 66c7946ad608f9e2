package mesa.arena;

import java.util.List;
import java.util.Optional;
import mesa.core.Analysis;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;

/**
 * Ends a game as soon as its result is proved. This says nothing of whether the players would have found it, so where one
 * of them errs in won positions it favours that one. In games where the past matters, as repetitions do in chess, a proof
 * of a draw is not quite one; wins are.
 *
 * @param of which results count: {@code win}, {@code draw} or {@code both}
 * @param solver who proves them: a player whose {@link Player#analysis} tells what is proved. That is believed, never its
 *     value, which may be a plain guess even where it is exactly 0 or 1
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
   * @throws BadInputException if it is none, or its solver tells nothing of what it finds
   */
  public static ExactRule parse(String text, Game game, Registry registry) {
    String[] parts = text.split(",", 2);
    if (!RESULTS.contains(parts[0])) {
      throw new BadInputException("\"" + text + "\" is no exact rule; write win, draw or both, and behind it the solver if "
          + "it is not the usual one, as in both,solver:nodes=20000");
    }
    Entrant solver = registry.entrant(game, parts.length == 1 ? USUAL_SOLVER : parts[1]);
    if (!tells(solver, game)) {
      throw new BadInputException("\"" + text + "\" won't do: " + solver.label()
          + " does not tell what it proves; name a solver or a search, as in " + parts[0] + "," + USUAL_SOLVER);
    }
    return new ExactRule(parts[0], solver);
  }

  /** {@return whether a player says anything of what it finds, tried with a move} */
  private static boolean tells(Entrant entrant, Game game) {
    try (Player player = entrant.newPlayer()) {
      player.newGame(0);
      player.choose(game.start(), entrant.budget().start(System::nanoTime));
      return player.analysis().isPresent();
    }
  }

  /**
   * Judges a position.
   *
   * @param position that is not over
   * @param analysis what the solver tells of it
   * @return what this rule makes of it, or null if nothing
   */
  Verdict verdict(Position position, Optional<Analysis> analysis) {
    Outcome outcome = analysis.map(told -> proven(position, told.lines())).orElse(Outcome.ONGOING);
    if (!outcome.isOver() || of.equals(outcome == Outcome.DRAWN ? "win" : "draw")) {
      return null;
    }
    return new Verdict("exact", outcome,
        (outcome == Outcome.DRAWN ? "drawn" : "won") + " with best play, as " + solver.label() + " proves");
  }

  /** A win takes one move that is proved; a draw or a loss that each move is. */
  private static Outcome proven(Position position, List<Analysis.Line> lines) {
    int mover = position.sideToMove();
    if (lines.stream().anyMatch(line -> line.proven() == Outcome.wonBy(mover))) {
      return Outcome.wonBy(mover);
    }
    if (lines.size() < Moves.of(position).size() || lines.stream().anyMatch(line -> !line.proven().isOver())) {
      return Outcome.ONGOING;
    }
    return lines.stream().anyMatch(line -> line.proven() == Outcome.DRAWN) ? Outcome.DRAWN : Outcome.wonBy(1 - mover);
  }

  @Override
  public String toString() {
    String spec = solver.spec().toString();
    return spec.equals(USUAL_SOLVER) ? of : of + "," + spec;
  }
}
