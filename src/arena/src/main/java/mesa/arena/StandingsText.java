package mesa.arena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Standings as a person reads them in a terminal. */
final class StandingsText {
  private final Results results;
  private final Standings standings;

  StandingsText(Results results, Standings standings) {
    this.results = results;
    this.standings = standings;
  }

  /** A column: its head, and what stands in it for a player. */
  private record Column(String head, Function<Standings.Row, String> cell) {}

  String table() {
    List<Column> columns = new ArrayList<>(List.of(
        new Column("#", row -> "" + row.rank()),
        new Column("<Player", Standings.Row::player)));
    // The usual label is the spec, which tells the budget where it has one.
    if (standings.rows().stream().anyMatch(row -> !row.budget().equals("unlimited") && !isTold(row))) {
      columns.add(new Column("<Budget", row -> row.budget().equals("unlimited") ? "–" : row.budget()));
    }
    columns.addAll(List.of(
        new Column("Games", row -> "" + row.games()),
        new Column("Won", row -> "" + row.wins()),
        new Column("Drawn", row -> "" + row.draws()),
        new Column("Lost", row -> "" + row.losses()),
        new Column("Score", row -> row.games() == 0 ? "–" : percent(row.score())),
        new Column("Elo (95 %)", row -> row.rating().toString()),
        new Column("Distinct", row -> "" + row.distinctGames())));
    perMove(columns, "Nodes", Cost::nodes);
    perMove(columns, "Evals", Cost::evaluations);
    perMove(columns, "Ticks", Cost::ticks);
    columns.add(new Column("CPU", row -> row.cost().moves() == 0 ? "–" : Amounts.time(mean(row.cost(), Cost::cpuNanos))));
    columns.add(new Column("Time", row -> row.cost().moves() == 0 ? "–" : Amounts.time(mean(row.cost(), Cost::nanos))));
    columns.add(new Column("Memory", row -> row.cost().moves() == 0 ? "–" : Amounts.memory(mean(row.cost(), Cost::bytes))));
    TextTable table = new TextTable(columns.stream().map(Column::head).toList());
    standings.rows().stream()
        .filter(row -> row.games() > 0 || !isSearch())
        .forEach(row -> table.add(columns.stream().map(column -> column.cell().apply(row)).toList()));
    return table.toString();
  }

  /** {@return whether budgets are tried, of which most are not needed} */
  private boolean isSearch() {
    return results.run().format().equals(new Format.Iso().toString());
  }

  String remarks() {
    return MatchText.of(results, standings) + compute() + Parity.of(results).map(Parity::text).orElse("") + notes() + results.shadows().text();
  }

  private String compute() {
    Optional<IsoStrength> iso = IsoStrength.of(results);
    return iso.isPresent() ? iso.get().text() + width() : ComputeStudy.of(results).map(ComputeStudy::text).orElse("");
  }

  /** Says whether the search has come to where it was to end. */
  private String width() {
    return IsoWidth.of(results.run()).filter(rule -> results.isComplete() && !results.isDecided())
        .map(rule -> "The interval is wider than asked for (" + rule + "): let it play more games.\n").orElse("");
  }

  private static boolean isTold(Standings.Row row) {
    return Arrays.stream(row.budget().split(",")).allMatch(limit -> row.player().contains(limit));
  }

  private void perMove(List<Column> columns, String head, ToLongFunction<Cost> amount) {
    if (standings.rows().stream().anyMatch(row -> amount.applyAsLong(row.cost()) > 0)) {
      columns.add(new Column(head,
          row -> amount.applyAsLong(row.cost()) == 0 ? "–" : Amounts.count(mean(row.cost(), amount))));
    }
  }

  private static double mean(Cost cost, ToLongFunction<Cost> amount) {
    return (double) amount.applyAsLong(cost) / cost.moves();
  }

  private String notes() {
    StringBuilder text = new StringBuilder();
    for (int player = 0; player < results.players().size(); player++) {
      List<String> faults = new ArrayList<>();
      for (End end : End.values()) {
        int lost = results.losses(player, end);
        if (lost > 0) {
          faults.add(lost + " by " + faultName(end));
        }
      }
      if (!faults.isEmpty()) {
        text.append("Note: ").append(results.players().get(player)).append(" lost ").append(String.join(", ", faults))
            .append(".\n");
      }
    }
    text.append(withoutFaults());
    for (int player = 0; player < results.players().size(); player++) {
      for (Warned warned : results.warned(player)) {
        text.append("Warning: ").append(results.players().get(player)).append(", ").append(warned.kind()).append(" in ")
            .append(warned.moves()).append(warned.moves() == 1 ? " move: " : " moves, first: ").append(warned.text())
            .append(".\n");
      }
    }
    text.append(Audit.of(results).textWithoutIdleness());
    for (Withdrawal withdrawal : results.withdrawals()) {
      text.append("Note: ").append(results.players().get(withdrawal.player()))
          .append(withdrawal.atStart() ? " could not be started" : " lost game after game by faults")
          .append(", so its remaining games were not played: ").append(withdrawal.why()).append(".\n");
    }
    Run run = results.run();
    int rounds = Schedule.rounds(Format.parse(run.format()), run.players().size(), run.games(), run.legs());
    if (run.openings().count() < rounds && !run.openings().source().equals("none")) {
      text.append("Note: there are ").append(run.openings().count()).append(" openings; they are used again and again.\n");
    }
    if (run.jobs() >= run.processors() && run.players().stream().anyMatch(player -> player.budget().startsWith("clock="))) {
      text.append("Note: ").append(run.jobs()).append(" games at a time on ").append(run.processors())
          .append(" processors: who waits for one loses time on its clock.\n");
    }
    if (!results.isComplete()) {
      text.append("Note: ").append(results.played()).append(" of ").append(results.scheduled())
          .append(" games have been played.\n");
    }
    return text.toString();
  }

  /** {@return ratings by the games that were decided on the board, where some were not; else empty} */
  private String withoutFaults() {
    int faults = results.encounters().stream().mapToInt(Encounter::faults).sum();
    if (faults == 0 || faults == results.played()) {
      return "";
    }
    Ratings sound = new Ratings(results.players().size(),
        results.encounters().stream().map(Encounter::withoutFaults).toList(), standings.anchors());
    return "Note: without " + (faults == 1 ? "this game" : "these " + faults + " games") + " Elo is " + standings.rows().stream()
        .map(row -> row.player() + " " + sound.of(row.index())).collect(Collectors.joining(", ")) + ".\n";
  }

  private static String faultName(End end) {
    return switch (end) {
      case TIME -> "time";
      case STALL -> "not answering";
      case CRASH -> "a crash";
      case ILLEGAL -> "an illegal move";
      case PROTOCOL -> "giving no move";
      case BUDGET -> "spending more than its budget";
      case NORMAL, ADJUDICATED -> throw new AssertionError(end + " is nobody's fault");
    };
  }

  String crossTable() {
    if (standings.rows().size() < 3 || isSearch()) {
      return "";
    }
    List<String> heads = new ArrayList<>(List.of("#", "<Player"));
    List<Standings.Row> rows = standings.rows();
    rows.forEach(row -> heads.add("" + row.rank()));
    TextTable table = new TextTable(heads);
    for (Standings.Row row : rows) {
      List<String> cells = new ArrayList<>(List.of("" + row.rank(), row.player()));
      rows.forEach(column -> cells.add(cell(standings, row.index(), column.index())));
      table.add(cells);
    }
    return table.toString();
  }

  /** {@return games that a player won, drew and lost against another, with dashes between; a dot if they have not met} */
  static String cell(Standings standings, int player, int opponent) {
    for (Standings.Meeting meeting : standings.meetings()) {
      if (meeting.player() == player && meeting.opponent() == opponent) {
        return meeting.wins() + "-" + meeting.draws() + "-" + meeting.losses();
      }
      if (meeting.player() == opponent && meeting.opponent() == player) {
        return meeting.losses() + "-" + meeting.draws() + "-" + meeting.wins();
      }
    }
    return "·";
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String signed(double elo) {
    String text = String.format(Locale.ROOT, "%+.1f", elo);
    return text.equals("+0.0") || text.equals("-0.0") ? "0" : text;
  }
}
