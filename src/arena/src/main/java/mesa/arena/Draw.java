package mesa.arena;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.List;

/**
 * A line of the journal that tells who meets whom in a round that was drawn when the results before it were known.
 *
 * @param t always {@code round}
 * @param round from 0
 * @param tables for each the two players, the first of whom moves first in its first game
 * @param bye a player who has nobody to play and gets full points, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Draw(String t, int round, List<List<Integer>> tables, Integer bye) {
  static final String KIND = "round";

  /** {@return a draw} */
  static Draw of(int round, List<List<Integer>> tables, Integer bye) {
    return new Draw(KIND, round, List.copyOf(tables), bye);
  }

  /** {@return the line, with checksum and newline} */
  byte[] line() {
    return Run.line(this);
  }

  /** {@return the draw that a line tells of} */
  static Draw read(byte[] line) throws IOException {
    return Run.JSON.readValue(line, Draw.class);
  }
}
