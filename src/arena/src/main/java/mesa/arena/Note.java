package mesa.arena;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A line of the journal that tells when a run was taken up or ended.
 *
 * @param t the kind, {@code resume} or {@code end}
 * @param at when, in ISO 8601
 * @param games played before it
 * @param why of an end: {@code complete} or {@code interrupted}; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Note(String t, String at, int games, String why) {
  /** {@return the line, with checksum and newline} */
  byte[] line() {
    return Run.line(this);
  }
}
