package mesa.arena;

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

  /** {@return a line: how a match stands, or who leads} */
  String line() {
    if (standings.meetings().size() == 1 && standings.meetings().getFirst().pairs().units() > 0) {
      return match(standings.meetings().getFirst());
    }
    Standings.Row best = standings.rows().getFirst();
    return String.format(Locale.ROOT, "%s leads %s with %.0f %%", best.player(), results.game(), 100 * best.score());
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
