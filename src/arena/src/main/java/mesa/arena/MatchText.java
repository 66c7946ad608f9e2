package mesa.arena;

import java.util.List;
import java.util.Locale;

/** What a match of two players says of them, as a paragraph for a terminal. */
final class MatchText {
  private final Results results;
  private final Standings standings;
  private final Standings.Meeting meeting;
  private final PairStatistics units;
  private final boolean isPaired;
  private final StringBuilder text = new StringBuilder();

  private MatchText(Results results, Standings standings) {
    this.results = results;
    this.standings = standings;
    meeting = standings.meetings().getFirst();
    units = meeting.pairs();
    isPaired = units.gamesPerUnit() == Schedule.LEGS;
  }

  /** {@return the paragraph; empty for more than two players, or without games} */
  static String of(Results results, Standings standings) {
    if (standings.meetings().size() != 1 || standings.meetings().getFirst().pairs().units() == 0) {
      return "";
    }
    MatchText match = new MatchText(results, standings);
    match.add("%s against %s, %s:%n", results.players().get(match.meeting.player()),
        results.players().get(match.meeting.opponent()),
        match.isPaired ? "by pairs of games with the same opening" : "by games, seats in turn");
    match.score();
    match.strength();
    match.levelUnits();
    match.advantage();
    match.test();
    match.sizes();
    return match.text.toString().replace(System.lineSeparator(), "\n");
  }

  private void add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }

  private void score() {
    int[] counts = units.counts();
    if (isPaired) {
      add("pairs with 0, ½, 1, 1½, 2 points: %d, %d, %d, %d, %d", counts[0], counts[1], counts[2], counts[3], counts[4]);
    } else {
      add("games lost, drawn, won: %d, %d, %d", counts[0], counts[1], counts[2]);
    }
    add("; score %s", StandingsText.percent(units.score()));
  }

  private void strength() {
    if (units.score() > 0 && units.score() < 1) {
      add("; Elo difference %s", StandingsText.signed(units.elo()));
    }
    text.append(units.interval().map(interval -> "; 95 %: " + interval).orElse(units.clusters() == 1
        ? "; no interval (1 distinct " + (isPaired ? "pair)" : "game)") : "; no interval"));
    if (!Double.isNaN(units.clusteredSuperiority())) {
      add("; chance to be the stronger one %s", StandingsText.percent(units.clusteredSuperiority()));
    }
    if (units.variance() > 0) {
      add("%nnormalized Elo %s ± %.1f", StandingsText.signed(units.normalizedElo()), units.normalizedEloError());
    } else {
      add("%nno normalized Elo");
    }
  }

  private void levelUnits() {
    add(isPaired ? "; pairs level %s" : "; games drawn %s", StandingsText.percent(units.drawRatio()));
    if (isPaired) {
      add(" (%d by two draws, %d by a win each)", units.counts()[2] - meeting.winsByBoth(), meeting.winsByBoth());
    }
    add("; %s won to lost %s", isPaired ? "pairs" : "games",
        Double.isNaN(units.winRatio()) ? "–" : String.format(Locale.ROOT, "%.2f", units.winRatio()));
  }

  private void advantage() {
    standings.fit().filter(fit -> fit.clusters() > 1).ifPresent(fit -> add(
        "%nmoving first is worth %s ± %.1f Elo; with that apart, the difference is %s",
        StandingsText.signed(fit.advantage()), fit.advantageReach(),
        StandingsText.signed(standings.difference(meeting.player(), meeting.opponent()).orElseThrow().elo())));
  }

  private void test() {
    results.sprt().ifPresent(run -> add("%n%s: %s%s", run.sprt().title(), run, results.isDecided()
        ? "; results of a match that a test has ended are biased towards its verdict" : ""));
  }

  private void sizes() {
    List<Integer> games = List.of(meeting.wins(), meeting.draws(), meeting.losses());
    add("%n%d games, %d distinct; %s%d independent (by %s)", games.stream().mapToInt(Integer::intValue).sum(),
        meeting.distinctGames(), isPaired ? units.units() + (units.units() == 1 ? " pair, " : " pairs, ") : "", units.clusters(), meeting.clusters());
    if (units.clusters() - units.effectiveClusters() > 0.05) {
      add("; of unequal weight, worth %.1f equal ones, the largest is %s of all", units.effectiveClusters(),
          StandingsText.percent(units.largestShare()));
    }
    add(".%n");
  }
}
