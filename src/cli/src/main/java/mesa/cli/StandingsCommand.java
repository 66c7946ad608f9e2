package mesa.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import mesa.arena.Accuracy;
import mesa.arena.Audit;
import mesa.arena.BradleyTerry;
import mesa.arena.ComputeStudy;
import mesa.arena.Results;
import mesa.arena.Sprt;
import mesa.arena.SprtRun;
import mesa.arena.Standings;
import mesa.arena.SwissTable;
import mesa.core.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa standings}: the statistics of a run, finished or not. */
@Command(
    name = "standings",
    header = "Show the standings of a run, finished or not, from its journal.",
    description = {
      "%nRates the players, with intervals, checks whether they kept to their budgets, and says what doublings of budgets "
          + "are worth where players differ in these alone.",
    },
    footer = {
      "",
      "Exit codes: 0 shown, 3 shown, and a player has spent more than its budget.",
      "",
      "Examples:",
      "  ./mesa standings runs/mine",
      "  ./mesa standings runs/mine --anchor random=0 --differences",
      "  ./mesa standings runs/mine --accuracy --solver solver:nodes=1000000",
      "  ./mesa standings runs/mine --sprt elo0=0,elo1=10,model=logistic --json",
    })
final class StandingsCommand implements Callable<Integer> {
  private static final int VIOLATION = 3;
  private static final double UNLIKELY = 0.01;

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a run.")
  private Path folder;

  @Option(names = "--anchor", paramLabel = "PLAYER=ELO",
      description = "Rate relative to a player that is given this Elo; may be repeated.")
  private List<String> anchors = List.of();

  @Option(names = "--sprt", paramLabel = "TEST",
      description = "Say what a test would have said, such as elo0=0,elo1=5; see ./mesa sprt --help.")
  private String sprt;

  @Option(names = "--differences", description = "Compare each two players: Elo, its interval, the chance to be the stronger one, and p of no difference, by "
          + "Holm's rule for as many tests at once.")
  private boolean differences;

  @Option(names = "--by-cpu",
      description = "Say what doublings of processor time are worth, measured, in place of budgets; it compares all players.")
  private boolean byCpu;

  @Option(names = "--accuracy",
      description = "Say how often moves kept what their positions were worth with best play, and what they gave away, as far as "
          + "a solver proves it. Takes a while: each distinct position is solved once.")
  private boolean accuracy;

  @Option(names = "--solver", paramLabel = "SOLVER",
      description = "With --accuracy: who proves it, a player that tells what it proves, with its budget for a position; "
          + "default: solver, with its usual one.")
  private String solver;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Option(names = "--csv", description = "Print the table as comma-separated values.")
  private boolean csv;

  @Option(names = "--json", description = "Print everything as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (csv && json) {
      throw new BadInputException("--csv and --json exclude each other");
    }
    Map<String, Double> given = Anchors.parse(anchors);
    if (solver != null && !accuracy) {
      throw new BadInputException("--solver \"" + solver + "\" goes with --accuracy");
    }
    Results results = Results.read(folder);
    Accuracy judged = accuracy ? judged() : null;
    SprtRun test = sprt == null ? results.sprt().orElse(null) : SprtRun.of(Sprt.of(sprt), results);
    PrintWriter out = mesa.console().out();
    if (json) {
      Json.print(RunJson.of(results, given, folder.toString(), null, null, test, judged), out);
    } else if (csv) {
      out.print(results.standings(given).csv(judged));
    } else {
      print(results, results.standings(given), test, judged, out);
    }
    return Audit.of(results).hasViolations() ? VIOLATION : 0;
  }

  private Accuracy judged() throws IOException {
    try (Progress progress = Progress.of("judging", "games", mesa.console(), quiet)) {
      return Accuracy.of(folder, solver == null ? "solver" : solver, mesa.registry(),
          (games, all) -> progress.show(games, all, () -> ""));
    }
  }

  private void print(Results results, Standings standings, SprtRun test, Accuracy judged, PrintWriter out) {
    out.printf("%s: %d players, %d of %d games%n%n", results.game(), results.players().size(), results.played(),
        results.scheduled());
    if (SwissTable.suits(results)) {
      out.println(new SwissTable(results).table());
    }
    out.println(standings.table());
    if (!standings.crossTable().isEmpty()) {
      out.println(standings.crossTable());
    }
    if (!standings.costTable().isEmpty()) {
      out.println(standings.costTable());
    }
    if (judged != null) {
      out.println(judged.text());
    }
    if (differences) {
      print(standings, results.players(), out);
    }
    standings.fit().map(BradleyTerry::agreement).filter(agreement -> agreement.chance() < UNLIKELY).ifPresent(agreement ->
        out.printf(Locale.ROOT, "The ratings are but a summary: the pairings disagree with them (chi-squared %.1f, %d degrees of "
            + "freedom, p %.2g).%n%n", agreement.chiSquare(), agreement.degreesOfFreedom(), agreement.chance()));
    if (!standings.remarks().isEmpty()) {
      out.println(standings.remarks());
    }
    if (byCpu) {
      out.println(ComputeStudy.byCpu(results).map(ComputeStudy::text)
          .orElse("No player has played with several budgets.\n"));
    }
    if (sprt != null) {
      out.printf("%s: %s, after %d pairs%n%n", test.sprt().title(), test, test.pairs());
    }
    String audit = Audit.of(results).text();
    out.println(audit.isEmpty() ? "Audit: everybody kept to their budgets.\n" : "Audit:\n" + audit);
    out.print(Standings.LEGEND);
  }

  private static void print(Standings standings, List<String> names, PrintWriter out) {
    Table table = new Table("player", "opponent", ">Elo (95 %)", ">stronger", ">p (Holm)");
    for (RunJson.DifferenceRow row : RunJson.differences(standings, names)) {
      boolean isKnown = !Double.isNaN(row.superiority());
      table.add(row.player(), row.opponent(), elo(row), isKnown ? String.format(Locale.ROOT, "%.1f %%", 100 * row.superiority()) : "–",
          isKnown ? chance(row.holm()) : "–");
    }
    table.print(out);
    out.println();
  }

  private static String chance(double chance) {
    return chance < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", chance);
  }

  private static String elo(RunJson.DifferenceRow row) {
    return String.format(Locale.ROOT, "%+.1f ± %s", Math.abs(row.elo()) < 0.05 ? 0 : row.elo(),
        Double.isNaN(row.error()) ? "?" : String.format(Locale.ROOT, "%.1f", row.error()));
  }
}
