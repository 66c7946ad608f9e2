package mesa.arena;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a tournament stands, for those who watch. */
final class LiveText {
  private final Results results;
  private final Standings standings;

  LiveText(Results results) {
    this.results = results;
    this.standings = results.standings();
  }

  /** {@return a line: how a match stands, or who leads, or that several do} */
  String line() {
    if (standings.meetings().size() == 1 && standings.meetings().getFirst().pairs().units() > 0) {
      return match(standings.meetings().getFirst());
    }
    Standings.Row best = standings.rows().getFirst();
    List<String> leaders = standings.rows().stream().filter(row -> row.games() > 0 && row.score() == best.score())
        .map(Standings.Row::player).toList();
    return String.format(Locale.ROOT, leaders.size() < 2 ? "%s leads %s with %.0f %%" : "%s are level in %s with %.0f %%",
        leaders.isEmpty() ? best.player() : leaders.size() < 3 ? String.join(" and ", leaders) : leaders.size() + " players",
        results.game(), 100 * best.score());
  }

  private String match(Standings.Meeting meeting) {
    PairStatistics pairs = meeting.pairs();
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%s %d-%d-%d", results.players().get(meeting.player()),
        meeting.wins(), meeting.draws(), meeting.losses()));
    Optional<Interval> interval = pairs.interval();
    interval.ifPresent(elo -> text.append(", Elo ").append(elo));
    if (pairs.variance() > 0) {
      text.append(String.format(Locale.ROOT, ", stronger with %.0f %%", 100 * pairs.superiority()));
    }
    results.sprt().ifPresent(run -> text.append(", ").append(run));
    return text.toString();
  }

  /** {@return the table and, of a match, its line} */
  String table() {
    return standings.meetings().size() == 1 ? standings.table() + line() + "\n" : standings.table();
  }
}
