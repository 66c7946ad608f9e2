package mesa.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.EvaluatorProvider;
import mesa.core.Game;
import mesa.core.Option;
import mesa.core.PlayerProvider;
import mesa.core.Provider;
import mesa.core.Registry;
import mesa.core.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa list}: what is installed. */
@Command(
    name = "list",
    header = "List the games, players, evaluators and suites there are, with their options.",
    description = "%nA player is written NAME:OPTION=VALUE,OPTION=VALUE; what follows = below is the usual value. "
        + "The options of an evaluator inside a player are dotted: eval=NAME,eval.OPTION=VALUE.",
    footer = {
      "",
      "Examples:",
      "  ./mesa list",
      "  ./mesa list players --json",
    })
final class ListCommand implements Callable<Integer> {
  private static final List<String> KINDS = List.of("games", "players", "evaluators", "suites");

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", arity = "0..1", paramLabel = "KIND",
      description = "games, players, evaluators or suites; default: all.")
  private String kind;

  @picocli.CommandLine.Option(names = "--json", description = "Print JSON instead.")
  private boolean json;

  private record OptionRow(String name, String standard, String values, String summary) {
    static OptionRow of(Option<?> option) {
      return new OptionRow(option.name(), option.standard(), option.values(), option.summary());
    }
  }

  /**
   * Of players {@code budget} is what one may spend on a move where its spec says nothing, and {@code limits} are the budgets
   * that it takes, of one made of another as far as that is known; null for the others.
   */
  private record Row(
      String name, String summary, List<String> games, String budget, List<String> limits, List<OptionRow> options) {}

  @Override
  public Integer call() {
    if (kind != null && !KINDS.contains(kind)) {
      throw new BadInputException("there is no list of \"" + kind + "\""
          + Suggestion.of(kind, KINDS, "there are " + String.join(", ", KINDS)));
    }
    Map<String, List<Row>> lists = new LinkedHashMap<>();
    for (String each : KINDS) {
      if (kind == null || kind.equals(each)) {
        lists.put(each, rows(each));
      }
    }
    if (json) {
      Json.print(lists, mesa.console().out());
    } else {
      lists.forEach(this::print);
    }
    return 0;
  }

  private List<Row> rows(String of) {
    Registry registry = mesa.registry();
    return switch (of) {
      case "games" -> rows(registry.games(), (provider, game) -> provider.name().equals(game.name()));
      case "players" -> rows(registry.players(), PlayerProvider::plays);
      case "suites" -> suites(games());
      default -> rows(registry.evaluators(), EvaluatorProvider::judges);
    };
  }

  private List<Game> games() {
    return mesa.registry().games().stream().map(Provider::name).sorted().map(mesa.registry()::game).toList();
  }

  private static List<Row> suites(List<Game> games) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Game game : games) {
      Suite.shipped(game).forEach((name, summary) ->
          rows.computeIfAbsent(name, any -> new Row(name, summary, new ArrayList<>(), null, null, List.of())).games.add(game.name()));
    }
    return List.copyOf(rows.values());
  }

  private <P extends Provider> List<Row> rows(List<P> providers, BiPredicate<P, Game> suits) {
    List<Game> games = games();
    List<Row> rows = new ArrayList<>();
    for (P provider : providers) {
      List<String> suited = games.stream().filter(game -> suits.test(provider, game)).map(Game::name).toList();
      List<OptionRow> options = provider.options().stream().map(OptionRow::of).toList();
      String budget = provider instanceof PlayerProvider player ? player.usualBudget().toString() : null;
      List<String> limits = provider instanceof PlayerProvider player ? player.limits() : null;
      rows.add(new Row(provider.name(), provider.summary(), suited, budget, limits, options));
    }
    rows.sort(Comparator.comparing(Row::name).thenComparing(row -> row.games.toString()));
    return rows;
  }

  private void print(String title, List<Row> rows) {
    PrintWriter out = mesa.console().out();
    out.println(title);
    int everywhere = mesa.registry().games().size();
    for (Row row : rows) {
      boolean some = !title.equals("games") && row.games.size() < everywhere;
      out.printf("  %-14s %s%s%n", row.name, row.summary, some ? " [" + String.join(", ", row.games) + "]" : "");
      row.options.forEach(option -> print(option, out));
      if (row.budget != null && !row.budget.equals(Budget.UNLIMITED.toString())) {
        out.printf("    %-22s %s%n", row.budget, "its budget for a move where none is given");
      }
      if (row.limits != null && row.limits.size() < Budget.options().size()) {
        out.printf("    %-22s %s%n", String.join(", ", row.limits), "what its budget may count");
      }
    }
    if (title.equals("players")) {
      out.println("  Each player also takes a budget for its moves, of what it counts, and the name that tables show:");
      Budget.options().forEach(option -> print(OptionRow.of(option), out));
      out.printf("    %-22s %s%n", "name", "a text");
    }
    out.println();
  }

  private static void print(OptionRow option, PrintWriter out) {
    String standard = option.standard.isEmpty() ? "" : "=" + option.standard;
    out.printf("    %-22s %s (%s)%n", option.name + standard, option.summary, option.values);
  }
}
