package mesa.arena;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mesa.core.BadInputException;
import mesa.core.Outcome;

/**
 * Calls a game a draw that both players think is one. A move without an opinion breaks the row, and so does one that {@linkplain
 * mesa.core.Position#movesWithoutProgress brings progress}, such as a capture or a pawn move in chess: as elsewhere, so
 * that usual figures mean here what they mean there, and because what is being played out is not settled yet.
 *
 * @param from {@linkplain mesa.core.Position#moveNumber number of the move} from which on it may be called, at least 0
 * @param moves how many of either player in a row, at least 1
 * @param score so much at most in either's favour at each of them, as {@link mesa.core.Score} counts, at least 0; a certain
 *     win never counts as level
 * @param resets whether the row begins anew with a move that brings progress
 */
public record DrawRule(int from, int moves, int score, boolean resets) {
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,4}),([1-9]\\d{0,3}),(\\d{1,5})(?:,reset=(zeroing|never))?");

  /**
   * Reads a rule.
   *
   * @param text number of the move, moves in a row and score, such as {@code 34,8,20}; {@code ,reset=never} may follow, the
   *     usual {@code ,reset=zeroing} too
   * @return the rule
   * @throws BadInputException if it is none
   */
  public static DrawRule parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new BadInputException("\"" + text + "\" is no rule to draw by; write NUMBER,MOVES,SCORE, as in 34,8,20: from "
          + "move 34 on, after 8 moves of either player within 20 of equal; ,reset=never lets captures and the like be among "
          + "them");
    }
    return new DrawRule(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)), !"never".equals(matcher.group(4)));
  }

  /** {@return what this rule makes of a game before the move of that number, or null if nothing} */
  Verdict verdict(ScoreRuns runs, int number) {
    return number >= from && runs.level() >= 2 * moves
        ? new Verdict("draw", Outcome.DRAWN, "drawn after " + moves + " moves within " + score + " of equal")
        : null;
  }

  @Override
  public String toString() {
    return from + "," + moves + "," + score + (resets ? "" : ",reset=never");
  }
}
