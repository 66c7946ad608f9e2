package mesa.arena;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.time.Instant;

/**
 * A line of the journal that tells that a run was taken up again.
 *
 * @param t always {@code resume}
 * @param at when, in ISO 8601
 * @param games played before it
 * @param why what is not as it was, such as a player's file, or lines that had to be set aside; or null
 * @param run what is played by now, in place of what the first line says, if the run was extended; or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Resumption(String t, String at, int games, String why, Run run) {
  static final String KIND = "resume";

  /** {@return a line's content} */
  static Resumption of(Instant at, int games, String why, Run run) {
    return new Resumption(KIND, at.toString(), games, why, run);
  }

  /** {@return what a line tells} */
  static Resumption read(byte[] line) throws IOException {
    return Run.JSON.readValue(line, Resumption.class);
  }

  /** {@return the line, with checksum and newline} */
  byte[] line() {
    return Run.line(this);
  }
}
