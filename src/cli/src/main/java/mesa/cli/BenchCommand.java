package mesa.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.GameProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa bench}: fixed searches whose signature tells whether a change to the code changed any decision. */
@Command(
    name = "bench",
    header = "Run fixed searches; print a signature of what they decided, and their speed.",
    description = {
      "%nEach game ships searches with a node budget. The signature folds in the moves, values, policies, nodes and "
          + "evaluations: the same on every machine, and another one if a change to search, nets or rules changed a "
          + "decision. The last lines are: signature N, nps N",
    },
    footer = {
      "",
      "Examples:",
      "  ./mesa bench",
      "  ./mesa bench ${bundle:example.game}",
      "  ./mesa bench --signatures | diff benchmarks/signatures.txt -",
    })
final class BenchCommand implements Callable<Integer> {
  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", arity = "0..1", paramLabel = "GAME", description = "This game alone; default: all.")
  private String game;

  @Option(names = "--json", description = "Print JSON instead.")
  private boolean json;

  @Option(names = "--signatures", description = "Print nothing but a line for each game: its name and its signature.")
  private boolean signatures;

  private record Row(String game, int searches, long nodes, long evaluations, double seconds, long nps, long signature) {}

  private record Report(List<Row> games, long signature, long nps) {}

  @Override
  public Integer call() {
    List<Row> rows = new ArrayList<>();
    Signature all = new Signature();
    for (Game each : games()) {
      List<BenchSearch> searches = BenchSearch.of(each, mesa.registry());
      if (!searches.isEmpty()) {
        Row row = run(each, searches);
        all.fold(row.signature);
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      throw new BadInputException(
          (game == null ? "no game here" : "\"" + game + "\"") + " ships searches to bench, in a file bench.txt");
    }
    Report report = new Report(rows, all.value(), nps(
        rows.stream().mapToLong(Row::nodes).sum(), rows.stream().mapToDouble(Row::seconds).sum()));
    if (json) {
      Json.print(report, mesa.console().out());
    } else if (signatures) {
      rows.forEach(row -> mesa.console().out().println(row.game + " " + row.signature));
    } else {
      print(report);
    }
    return 0;
  }

  private List<Game> games() {
    if (game != null) {
      return List.of(mesa.registry().game(game));
    }
    return mesa.registry().games().stream().map(GameProvider::name).sorted().map(mesa.registry()::game).toList();
  }

  /** Runs the searches twice: once to warm the machine up, once to measure, and to see that nothing else changed. */
  private static Row run(Game game, List<BenchSearch> searches) {
    long warm = pass(searches).signature;
    Totals totals = pass(searches);
    if (totals.signature != warm) {
      throw new IllegalStateException("the searches of " + game.name() + " decide differently when run again");
    }
    return new Row(game.name(), searches.size(), totals.nodes, totals.evaluations, totals.seconds,
        nps(totals.nodes, totals.seconds), totals.signature);
  }

  private record Totals(long nodes, long evaluations, double seconds, long signature) {}

  private static Totals pass(List<BenchSearch> searches) {
    Signature signature = new Signature();
    long nodes = 0;
    long evaluations = 0;
    long nanos = 0;
    for (BenchSearch search : searches) {
      BenchSearch.Result result = search.run(signature);
      nodes += result.nodes();
      evaluations += result.evaluations();
      nanos += result.nanos();
    }
    return new Totals(nodes, evaluations, nanos / 1e9, signature.value());
  }

  private static long nps(long nodes, double seconds) {
    return Math.round(nodes / seconds);
  }

  private void print(Report report) {
    PrintWriter out = mesa.console().out();
    Table table = new Table("game", ">searches", ">nodes", ">evaluations", ">seconds", ">nodes/s", ">signature");
    report.games.forEach(row -> table.add(row.game, row.searches, row.nodes, row.evaluations,
        "%.3f".formatted(row.seconds), row.nps, row.signature));
    table.print(out);
    out.println();
    out.println("signature " + report.signature);
    out.println("nps " + report.nps);
  }
}
