package mesa.cli;

import mesa.arena.Results;

/**
 * Tells every so many pairs of games how a tournament stands, for those who read logs, and for programs. Unless it is asked
 * for it keeps silent on a terminal, where the live table is, and is no bother in fast games.
 */
final class Reports {
  private static final int USUAL_PAIRS = 10;
  private static final int GAMES_OF_A_PAIR = 2;
  private static final long NANOS_BETWEEN = 5_000_000_000L;

  private final TournamentOptions options;
  private final Console console;
  private final String folder;
  private final boolean isAsked;
  private final int games;
  private long shownNanos = System.nanoTime();
  private int told = -1;

  Reports(TournamentOptions options, Console console, String folder) {
    this.options = options;
    this.console = console;
    this.folder = folder;
    isAsked = options.report() != null;
    boolean isUsual = !console.terminal() && !options.quiet() && !options.json();
    games = GAMES_OF_A_PAIR * (isAsked ? options.report() : isUsual ? USUAL_PAIRS : 0);
  }

  /** {@return whether a report is due after this game} */
  boolean isDue(Results soFar) {
    return games > 0 && soFar.played() % games == 0 && (isAsked || System.nanoTime() - shownNanos >= NANOS_BETWEEN);
  }

  /** Tells how it stands. */
  void show(Results soFar) {
    shownNanos = System.nanoTime();
    told = soFar.played();
    if (options.json()) {
      Json.line(RunJson.of(soFar, options.anchors(), folder, null, null, soFar.sprt().orElse(null)), console.out());
      console.out().flush();
    } else {
      console.err().print(soFar.report());
      console.err().flush();
    }
  }

  /** Tells how it ended, if reports were wanted and the last one was not that. */
  void end(Results results) {
    if (games > 0 && results.played() > 0 && results.played() != told) {
      show(results);
    }
  }
}
