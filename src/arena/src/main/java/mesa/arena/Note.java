package mesa.arena;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.time.Instant;

/**
 * A line of the journal that tells when a run was decided or ended, that a player was withdrawn, or that a game
 * does not count.
 *
 * @param t the kind: {@code stop}, {@code end}, {@code void} or {@code fault}
 * @param at when, in ISO 8601
 * @param games played before it; of a stop, how many count, from the first in the schedule on
 * @param player index of the one withdrawn, or null
 * @param kind of its fault: {@code start} or {@code losses}, or null
 * @param why of an end: {@code complete}, {@code decided} by the stopping rule, {@code withdrawn} if it lacks only the
 *     games of players withdrawn, or {@code interrupted}; of a fault, its cause; of a void, which game and why; or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Note(String t, String at, int games, Integer player, String kind, String why) {
  /** {@return a line of kind {@code stop}, {@code end} or {@code void}} */
  static Note of(String t, Instant at, int games, String why) {
    return new Note(t, at.toString(), games, null, null, why);
  }

  /** {@return a line of kind {@code fault}} */
  static Note of(Withdrawal withdrawal, Instant at, int games) {
    String kind = withdrawal.atStart() ? "start" : "losses";
    return new Note("fault", at.toString(), games, withdrawal.player(), kind, withdrawal.why());
  }

  /** {@return the note that a line tells of} */
  static Note read(byte[] line) throws IOException {
    return Run.JSON.readValue(line, Note.class);
  }

  /** {@return the line, with checksum and newline} */
  byte[] line() {
    return Run.line(this);
  }
}
