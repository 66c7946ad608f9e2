package mesa.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mesa.core.BadInputException;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa evaluate}: one decision of one player, laid open. */
@Command(
    name = "evaluate",
    header = "Show what a player thinks of a position: move, value, policy and cost.",
    description = "%nThe value is the expected result for the side to move, from -1 (lost) to 1 (won).",
    footer = {
      "",
      "Examples:",
      "  ./mesa evaluate ${bundle:example.game} ${bundle:example.player}",
      "  ./mesa evaluate ${bundle:example.game} ${bundle:example.opponent} --json",
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int BAR = 40;

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", paramLabel = "GAME", description = "A game; ./mesa list games shows them.")
  private String game;

  @Parameters(index = "1", paramLabel = "PLAYER", description = "A player; ./mesa list players shows them, "
      + "and what each may spend if its spec does not say.")
  private String player;

  @Mixin
  private PositionOptions start;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
      description = "Where the player's randomness starts; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--multipv", paramLabel = "N", defaultValue = "5",
      description = "Show at most so many lines of a search; default: ${DEFAULT-VALUE}.")
  private int multipv;

  @Option(names = "--json", description = "Print JSON instead.")
  private boolean json;

  private record Cost(long nodes, long evaluations, long ticks, long nanos) {}

  private record Report(String game, String player, String position, String budget, String move, Float value,
      Map<String, Float> policy, Cost cost, List<SearchLine> lines) {}

  @Override
  public Integer call() {
    if (multipv < 1) {
      throw new BadInputException("--multipv takes a whole number from 1 on, not " + multipv);
    }
    Game rules = mesa.registry().game(game);
    Entrant entrant = Asked.entrant(mesa.registry(), rules, player);
    Position position = start.of(rules);
    if (position.outcome().isOver()) {
      throw new BadInputException("the game is over in \"" + position.text() + "\" (" + position.ending()
          + "); there is nothing to evaluate");
    }
    Report report = decide(rules, entrant, position);
    if (json) {
      Json.print(report, mesa.console().out());
    } else {
      print(report, position);
    }
    return 0;
  }

  private Report decide(Game rules, Entrant entrant, Position position) {
    try (Player thinker = entrant.newPlayer()) {
      thinker.newGame(seed);
      Meter meter = entrant.budget().start(System::nanoTime);
      Decision decision = Asked.decision(entrant, thinker, position, meter);
      Cost cost = new Cost(meter.nodes(), meter.evaluations(), meter.ticks(), meter.elapsedNanos());
      Float value = Float.isNaN(decision.value()) ? null : decision.value();
      List<SearchLine> lines = thinker.analysis().map(analysis -> SearchLine.of(analysis, position, multipv)).orElse(null);
      return new Report(rules.name(), entrant.toString(), position.text(), entrant.budget().toString(),
          position.format(decision.move()), value, named(position, decision.policy()), cost, lines);
    }
  }

  /** {@return each legal move's probability, the likeliest first; null if there is no policy} */
  private static Map<String, Float> named(Position position, float[] policy) {
    if (policy == null) {
      return null;
    }
    Map<String, Float> named = new LinkedHashMap<>();
    Moves moves = Moves.of(position);
    for (int i = 0; i < moves.size(); i++) {
      named.put(position.format(moves.get(i)), policy[i]);
    }
    Map<String, Float> sorted = new LinkedHashMap<>();
    List<Map.Entry<String, Float>> entries = named.entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> -entry.getValue())).toList();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private void print(Report report, Position position) {
    PrintWriter out = mesa.console().out();
    out.println(position.diagram());
    out.println();
    out.println("position  " + report.position);
    out.println("player    " + report.player + " (budget: " + report.budget + ")");
    out.println("move      " + report.move);
    String value = report.value == null ? "none given" : "%+.3f for the side to move".formatted(report.value);
    out.println("value     " + value);
    out.printf("cost      %d nodes, %d evaluations, %d ticks, %.3f ms%n",
        report.cost.nodes, report.cost.evaluations, report.cost.ticks, report.cost.nanos / 1e6);
    out.println();
    if (report.lines != null) {
      SearchLine.print(report.lines, out);
      out.println();
    }
    if (report.policy == null) {
      out.println("policy    none given");
      return;
    }
    Table table = new Table("move", ">policy", "");
    report.policy.forEach((move, p) -> table.add(move, "%.4f".formatted(p), "#".repeat(Math.round(p * BAR))));
    table.print(out);
  }
}
