package mesa.cli;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mesa.arena.Accuracy;
import mesa.core.BadInputException;
import mesa.report.RunReport;
import mesa.report.TradeoffReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa report}: plots of what was measured. */
@Command(
    name = "report",
    header = "Draw a run's standings, or strength beside compute, as a web page that needs nothing else.",
    description = {
      "%nOf a run's folder: ratings with their intervals, the cross table, pairs of games by their points, what doublings of "
          + "budgets are worth, what everything cost, and whether budgets were kept.",
      "%nElse it reads what ./mesa jmh Tradeoff writes and draws for each game how often a player chooses a best move against the "
          + "time that takes it, one line a kind of player, with the Pareto frontier.",
      "%nThe last line is: Page: FILE.",
    },
    footer = {
      "",
      "Examples:",
      "  ./mesa report runs/mine --open",
      "  ./mesa jmh Tradeoff -prof gc -rf json -rff tradeoff.json",
      "  ./mesa report tradeoff.json --open",
    })
final class ReportCommand implements Callable<Integer> {
  private static final String PAGE = "report.html";

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", paramLabel = "FILE|DIR", description = "The folder of a run; results of JMH as JSON, or a folder that holds some.")
  private Path source;

  @Option(names = "--out", paramLabel = "FILE",
      description = "The page; default: beside FILE under its name with the ending .html, or report.html in DIR.")
  private Path out;

  @Option(names = "--accuracy",
      description = "Of a run: say how its moves compare with best play, as far as a solver proves it, as ./mesa standings does.")
  private boolean accuracy;

  @Option(names = "--solver", paramLabel = "SOLVER", description = "With --accuracy: who proves it; default: solver.")
  private String solver;

  @Option(names = "--open", description = "Show the page in the browser.")
  private boolean open;

  @Override
  public Integer call() throws IOException {
    if (accuracy && !RunReport.isRun(source) || solver != null && !accuracy) {
      throw new BadInputException(accuracy ? "\"" + source + "\" is no run, so --accuracy has no moves to judge"
          : "--solver \"" + solver + "\" goes with --accuracy");
    }
    String html;
    String summary;
    if (RunReport.isRun(source)) {
      RunReport report = RunReport.read(source);
      html = (accuracy ? report.with(judged()) : report).html();
      summary = report.summary();
    } else {
      TradeoffReport report = TradeoffReport.read(source);
      report.passedOver().forEach(fault -> mesa.console().err().println("mesa: passed over: " + fault));
      html = report.html();
      summary = report.trials() + (report.trials() == 1 ? " player with a budget, " : " players with a budget each, ")
          + report.games() + (report.games() == 1 ? " game" : " games");
    }
    Path page = out != null ? out : usualPage();
    if (Files.isDirectory(page)) {
      throw new BadInputException("\"" + page + "\" is a folder; --out is a file");
    }
    if (Files.exists(source) && page.toAbsolutePath().normalize().equals(source.toAbsolutePath().normalize())) {
      throw new BadInputException("\"" + page + "\" holds the results; --out is another file");
    }
    try {
      Files.writeString(page, html);
    } catch (IOException e) {
      throw FileTrouble.unwritable(page, e);
    }
    mesa.console().out().println(summary);
    if (open) {
      show(page);
    }
    mesa.console().out().println("Page: " + page);
    return 0;
  }

  private Accuracy judged() throws IOException {
    try (Progress progress = Progress.of("judging", "games", mesa.console(), false)) {
      return Accuracy.of(source, solver == null ? "solver" : solver, mesa.registry(), (games, all) -> progress.show(games, all, () -> ""));
    }
  }

  private Path usualPage() {
    if (Files.isDirectory(source)) {
      return source.resolve(PAGE);
    }
    String name = source.getFileName().toString();
    return source.resolveSibling(name.replaceFirst("\\.[^.]*$", "") + ".html");
  }

  private void show(Path page) {
    try {
      if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
        Desktop.getDesktop().browse(page.toUri());
        return;
      }
    } catch (IOException e) {
      // As if there were no browser: the page is there all the same.
    }
    mesa.console().err().println("mesa: no browser could be started; open the page yourself");
  }
}
