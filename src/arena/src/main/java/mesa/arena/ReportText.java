package mesa.arena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * How a tournament stands, in a few lines for a log: of a match what other tools print of one, under the names that they have
 * for it, and more; of more players the table.
 */
final class ReportText {
  private static final String UNKNOWN = "–";

  private final Results results;
  private final Standings standings;
  private final StringBuilder text = new StringBuilder();

  private ReportText(Results results) {
    this.results = results;
    standings = results.standings();
  }

  static String of(Results results) {
    ReportText report = new ReportText(results);
    report.head();
    if (report.standings.meetings().size() == 1 && report.standings.meetings().getFirst().pairs().units() > 0) {
      report.match(report.standings.meetings().getFirst());
    } else {
      report.text.append(report.standings.table());
    }
    report.faults();
    report.spend();
    return report.text.append("--------\n").toString();
  }

  private void add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private void head() {
    Run run = results.run();
    add("Report after %d of %d games: %s, %s, openings %s (%d, %s)", results.played(), results.scheduled(),
        String.join(" against ", results.players().size() == 2 ? results.players()
            : List.of(results.players().size() + " players")),
        run.game(), run.openings().source(), run.openings().count(), run.openings().policy());
    add("Budgets: %s", run.players().stream().map(player -> player.label() + " " + player.budget())
        .collect(Collectors.joining("; ")));
  }

  private void match(Standings.Meeting meeting) {
    PairStatistics units = meeting.pairs();
    boolean isPaired = units.gamesPerUnit() == Schedule.LEGS;
    boolean scatters = units.variance() > 0;
    add("Elo: %s %s, nElo: %s", units.score() > 0 && units.score() < 1 ? StandingsText.signed(units.elo()) : UNKNOWN,
        units.interval().map(Interval::toString).orElse("(no interval)"), scatters
            ? String.format(Locale.ROOT, "%s ± %.1f", StandingsText.signed(units.normalizedElo()), units.normalizedEloError())
            : UNKNOWN);
    add("LOS: %s, DrawRatio: %s, %sRatio: %s",
        Double.isNaN(units.clusteredSuperiority()) ? UNKNOWN : StandingsText.percent(units.clusteredSuperiority()),
        StandingsText.percent(units.drawRatio()), isPaired ? "Pairs" : "Win", ratio(units.winRatio()));
    int games = meeting.wins() + meeting.draws() + meeting.losses();
    double points = meeting.wins() + meeting.draws() / 2.0;
    add("Games: %d, Wins: %d, Losses: %d, Draws: %d, Points: %.1f (%s)", games, meeting.wins(), meeting.losses(), meeting.draws(),
        points, StandingsText.percent(points / games));
    if (isPaired) {
      int level = units.counts()[2];
      add("Ptnml(0-2): %s, WL/DD: %s", Arrays.toString(units.counts()),
          ratio((double) meeting.winsByBoth() / (level - meeting.winsByBoth())));
    }
    results.sprt().ifPresent(run -> add("%s", run.report()));
    add("Distinct: %d of %d games; %s%d clusters (by %s)", meeting.distinctGames(), games,
        isPaired ? units.units() + " pairs in " : "", units.clusters(), meeting.clusters());
  }

  private static String ratio(double ratio) {
    return Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.2f", ratio) : UNKNOWN;
  }

  private void faults() {
    List<String> faults = new ArrayList<>();
    for (int player = 0; player < results.players().size(); player++) {
      for (End end : End.values()) {
        if (results.losses(player, end) > 0) {
          faults.add(results.players().get(player) + " " + end + " " + results.losses(player, end));
        }
      }
    }
    add("Faults: %s", faults.isEmpty() ? "none" : String.join("; ", faults));
  }

  private void spend() {
    List<String> all = new ArrayList<>();
    for (int player = 0; player < results.players().size(); player++) {
      Cost cost = results.cost(player);
      if (cost.moves() > 0) {
        List<String> parts = new ArrayList<>();
        count(parts, "nodes", cost, Cost::nodes);
        count(parts, "evals", cost, Cost::evaluations);
        count(parts, "ticks", cost, Cost::ticks);
        parts.add("CPU " + Amounts.time((double) cost.cpuNanos() / cost.moves()));
        parts.add("time " + Amounts.time((double) cost.nanos() / cost.moves()));
        all.add(results.players().get(player) + " " + String.join(", ", parts));
      }
    }
    add("Spend a move: %s", all.isEmpty() ? UNKNOWN : String.join("; ", all));
  }

  private static void count(List<String> parts, String name, Cost cost, ToLongFunction<Cost> amount) {
    if (amount.applyAsLong(cost) > 0) {
      parts.add(name + " " + Amounts.count((double) amount.applyAsLong(cost) / cost.moves()));
    }
  }
}
