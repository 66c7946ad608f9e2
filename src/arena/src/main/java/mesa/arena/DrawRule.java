package mesa.arena;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mesa.core.BadInputException;
import mesa.core.Outcome;

/**
 * Calls a game a draw that both players think is one. A move without an opinion breaks the row; captures and the like do
 * not.
 *
 * @param from full moves, those of the opening counted, after which it may be called, at least 1
 * @param moves how many of either player in a row, at least 1
 * @param score so much at most in either's favour at each of them, as {@link mesa.core.Score} counts, at least 0
 */
public record DrawRule(int from, int moves, int score) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,4}),([1-9]\\d{0,3}),(\\d{1,5})");

  /**
   * Reads a rule.
   *
   * @param text full moves, moves in a row and score, such as {@code 34,8,20}
   * @return the rule
   * @throws BadInputException if it is none
   */
  public static DrawRule parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new BadInputException("\"" + text + "\" is no rule to draw by; write NUMBER,MOVES,SCORE, as in 34,8,20: from "
          + "move 34 on, after 8 moves of either player within 20 of equal");
    }
    return new DrawRule(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
  }

  /** {@return what this rule makes of a game after so many plies, or null if nothing} */
  Verdict verdict(ScoreRuns runs, int plies) {
    return plies / 2 + 1 >= from && runs.level() >= 2 * moves
        ? new Verdict("draw", Outcome.DRAWN, "drawn after " + moves + " moves within " + score + " of equal")
        : null;
  }

  @Override
  public String toString() {
    return from + "," + moves + "," + score;
  }
}
