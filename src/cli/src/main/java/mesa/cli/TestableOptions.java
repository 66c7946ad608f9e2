package mesa.cli;

import mesa.arena.Sprt;
import mesa.arena.StoppingRule;
import mesa.core.BadInputException;
import picocli.CommandLine.Option;

/** What {@code tournament} and {@code match} have in common: a match may be ended by a test. */
final class TestableOptions extends TournamentOptions {
  @Option(names = "--sprt", paramLabel = "TEST",
      description = "End a match as soon as a test is decided, such as elo0=0,elo1=5; more of it: alpha=0.05, beta=0.05, "
          + "model=normalized (or logistic, bayesian, cutechess, openbench), units=pairs (or games). --games is then the most "
          + "that are played.")
  private String sprt;

  @Option(names = "--exit-verdict",
      description = "With --sprt: exit with 0 if the second hypothesis is accepted, 10 if the first, 11 if neither.")
  private boolean exitVerdict;

  /** {@return what ends the games before all are played, or null} */
  @Override
  StoppingRule rule() {
    StoppingRule width = super.rule();
    if (exitVerdict && sprt == null) {
      throw new BadInputException("--exit-verdict tells what a test has found; give one, such as --sprt elo0=0,elo1=5");
    }
    if (sprt != null && width != null) {
      throw new BadInputException("--sprt \"" + sprt + "\" ends a match and --width a search; leave one out");
    }
    return sprt == null ? width : Sprt.of(sprt);
  }

  @Override
  boolean exitVerdict() {
    return exitVerdict;
  }
}
