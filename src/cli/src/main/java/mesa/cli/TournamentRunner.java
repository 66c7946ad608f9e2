package mesa.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mesa.arena.Audit;
import mesa.arena.Results;
import mesa.arena.Sprt;
import mesa.arena.SprtRun;
import mesa.arena.Standings;
import mesa.arena.SwissTable;
import mesa.arena.Tournament;
import mesa.arena.TournamentListener;
import mesa.arena.Withdrawal;
import mesa.report.RunReport;

/** Plays tournaments one after another, shows how they go and what came of them, and knows the exit code. */
final class TournamentRunner {
  private static final Path RUNS = Path.of("runs");
  /** For the help of each command that plays. */
  static final String EXIT_CODES = "Exit codes: 0 played, 3 played but a player failed (crash, illegal move), spent more than "
      + "its budget or, with --strict, was warned, 4 a player could not be started, 5 the journal can't be written, "
      + "130 interrupted";
  /** What a test adds to that. */
  static final String VERDICT_CODES = "; with --exit-verdict 0 for H1, 10 for H0, 11 for neither.";

  private static final int FAULTS = 3;
  private static final int NOT_STARTED = 4;
  private static final int STORAGE_FAILED = 5;
  private static final int ACCEPTED_H0 = 10;
  private static final int UNDECIDED = 11;
  private static final int INTERRUPTED = 130;

  private final TournamentOptions options;
  private final Console console;
  private final List<RunJson> reports = new ArrayList<>();
  private boolean faults;
  private boolean notStarted;
  private Sprt.Verdict verdict = Sprt.Verdict.UNDECIDED;

  /** Plays a tournament, or goes on with one. */
  private interface Play {
    Results play(int jobs, TournamentListener listener) throws IOException;
  }

  TournamentRunner(TournamentOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /**
   * Plays a tournament.
   *
   * @param tournament what to play
   * @param folder for its files
   * @return 0, or the exit code if the run is to end here
   */
  int play(Tournament tournament, Path folder) {
    return run(tournament, folder, (jobs, listener) -> tournament.play(folder, jobs, listener));
  }

  /**
   * Goes on with a tournament that was broken off.
   *
   * @param tournament as its folder tells
   * @param folder with its files
   * @return 0, or the exit code if the run is to end here
   */
  int resume(Tournament tournament, Path folder) {
    return run(tournament, folder, (jobs, listener) -> tournament.resume(folder, jobs, listener));
  }

  /** {@return a new folder for a tournament that was given none} */
  static Path usualFolder(Tournament tournament) {
    return tournament.usualFolder(RUNS);
  }

  private int run(Tournament tournament, Path folder, Play play) {
    int jobs = options.jobs(tournament);
    options.allotment().ifPresent(tournament::allot);
    tournament.keepTranscripts(options.transcripts());
    long from = System.nanoTime();
    try (OnInterrupt interrupt = new OnInterrupt(tournament::stop)) {
      Results results;
      Reports reportsSoFar = new Reports(options, console, folder.toString());
      try (LiveTable live = new LiveTable(console);
          Progress progress = Progress.of("playing", "games", console, options.quiet() || console.terminal())) {
        boolean isLive = console.terminal() && !options.quiet();
        results = play.play(jobs, soFar -> {
          if (options.eachGame()) {
            live.erase(); // It comes again below the line.
            console.err().println(soFar.latestGame());
          }
          progress.show(soFar.played(), soFar.scheduled(), soFar::liveLine);
          if (reportsSoFar.isDue(soFar)) {
            live.erase();
            reportsSoFar.show(soFar);
          }
          if (isLive) {
            live.show(soFar.played(), soFar.scheduled(), soFar::liveTable);
          }
        });
      } catch (IOException e) {
        console.err().println("mesa: the run can't be written or read in \"" + folder + "\": " + e
            + (Files.exists(folder.resolve("games.jsonl"))
                ? "; what its journal holds is whole: --resume " + folder
                : "; choose another --out"));
        return STORAGE_FAILED;
      }
      double seconds = (System.nanoTime() - from) / 1e9;
      reportsSoFar.end(results);
      report(results, folder, jobs, seconds);
      if (interrupt.interrupted() || !results.isComplete() && results.withdrawals().isEmpty()) {
        finish();
        console.err().println("mesa: interrupted after " + results.played() + " of " + results.scheduled()
            + " games; go on with ./mesa tournament --resume " + folder);
        return INTERRUPTED;
      }
      return 0;
    }
  }

  private void report(Results results, Path folder, int jobs, double seconds) {
    Map<String, Double> anchors = options.anchors();
    Standings standings = results.standings(anchors);
    Optional<SprtRun> test = results.sprt();
    verdict = test.map(SprtRun::verdict).orElse(verdict);
    notStarted |= results.withdrawals().stream().anyMatch(Withdrawal::atStart);
    faults |= IntStream.range(0, results.players().size()).map(results::faults).sum() > 0
        || options.strict() && IntStream.range(0, results.players().size()).map(results::warnings).sum() > 0
        || Audit.of(results).hasViolations();
    writePage(results, folder);
    if (options.json()) {
      reports.add(RunJson.of(results, anchors, folder.toString(), seconds, jobs, test.orElse(null)));
    } else {
      PrintWriter out = console.out();
      out.printf("%s: %d players, %d of %d games, seed %s, %.1f s, %d at a time%n%n", results.game(), results.players().size(),
          results.played(), results.scheduled(), results.facts().get("seed"), seconds, jobs);
      if (SwissTable.suits(results)) {
        out.println(new SwissTable(results).table());
      }
      out.println(standings.table());
      if (!standings.crossTable().isEmpty()) {
        out.println(standings.crossTable());
      }
      if (!standings.remarks().isEmpty()) {
        out.println(standings.remarks());
      }
      out.println("Files in " + folder + ": " + files(folder));
      out.println();
      out.flush();
    }
  }

  /** The page can be made again from the journal, so nothing is lost where it can't be written. */
  private void writePage(Results results, Path folder) {
    try {
      Files.writeString(folder.resolve("report.html"), RunReport.of(results).html());
    } catch (IOException e) {
      console.err().println("mesa: the page report.html can't be written: " + FileTrouble.why(e));
    }
  }

  private static String files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toFile().length() > 0) // The lock is of no use to anybody who reads this.
          .map(file -> file.getFileName().toString()).sorted().collect(Collectors.joining(", "));
    } catch (IOException e) {
      return "none that can be listed (" + e.getMessage() + ")";
    }
  }

  /**
   * Ends the run: prints what is printed once.
   *
   * @return the exit code
   */
  int finish() {
    if (options.json()) {
      if (options.report() != null) { // All that came before was a line each.
        Json.line(reports, console.out());
      } else {
        Json.print(reports, console.out());
      }
    } else {
      console.out().print(Standings.LEGEND);
    }
    console.out().flush();
    if (options.exitVerdict()) {
      return switch (verdict) {
        case H1 -> 0;
        case H0 -> ACCEPTED_H0;
        case UNDECIDED -> UNDECIDED;
      };
    }
    return notStarted ? NOT_STARTED : faults ? FAULTS : 0;
  }
}
