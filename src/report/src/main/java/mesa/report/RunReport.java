package mesa.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mesa.arena.Accuracy;
import mesa.arena.Results;

/**
 * A tournament as a web page: ratings with their intervals, the cross table, pairs of games by their points, what doublings
 * of budgets are worth, what everything cost, and whether budgets were kept. Made from the run's journal. Immutable.
 */
public final class RunReport {
  private static final String JOURNAL = "games.jsonl";

  private final Results results;

  private final Accuracy accuracy;

  private RunReport(Results results, Accuracy accuracy) {
    this.results = results;
    this.accuracy = accuracy;
  }

  /**
   * Tells whether there is a run to report on.
   *
   * @param folder anything
   * @return whether it is a folder that holds the journal of a run
   */
  public static boolean isRun(Path folder) {
    return Files.exists(folder.resolve(JOURNAL));
  }

  /**
   * Reads a run, finished or not.
   *
   * @param folder of the run
   * @return the report on it
   * @throws IOException if its journal can't be read
   * @throws mesa.core.BadInputException if there is none, or it is damaged
   */
  public static RunReport read(Path folder) throws IOException {
    return of(Results.read(folder));
  }

  /**
   * Reports on results that are at hand.
   *
   * @param results of a run
   * @return the report on it
   */
  public static RunReport of(Results results) {
    return new RunReport(results, null);
  }

  /**
   * Adds how moves compare with best play.
   *
   * @param judged of the same run
   * @return a report that tells of it as well
   */
  public RunReport with(Accuracy judged) {
    return new RunReport(results, judged);
  }

  /** {@return games and players, in a line} */
  public String summary() {
    return results.game() + ": " + results.players().size() + " players, " + results.played() + " of " + results.scheduled()
        + " games";
  }

  /**
   * Makes the page, in UTF-8. It fetches nothing and needs no scripts.
   *
   * @return the whole HTML
   */
  public String html() {
    return new RunPage(results, accuracy).html();
  }
}
