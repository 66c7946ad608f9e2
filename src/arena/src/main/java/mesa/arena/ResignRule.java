package mesa.arena;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mesa.core.BadInputException;
import mesa.core.Outcome;

/**
 * Calls a game lost for a player who thinks so itself. A move without an opinion breaks the row.
 *
 * @param moves how many of its own in a row, at least 1
 * @param score so much or more against itself at each of them, as {@link mesa.core.Score} counts, at least 0
 * @param twoSided whether the other player must have thought as much in its own favour, for as long
 */
public record ResignRule(int moves, int score, boolean twoSided) {
  private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,3}),(\\d{1,5})(,two)?");

  /**
   * Reads a rule.
   *
   * @param text moves, score and, if both players must agree, {@code two}: {@code 3,600} or {@code 3,600,two}
   * @return the rule
   * @throws BadInputException if it is none
   */
  public static ResignRule parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new BadInputException("\"" + text + "\" is no rule to resign by; write MOVES,SCORE, as in 3,600, and 3,600,two "
          + "if both players are to agree");
    }
    return new ResignRule(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3) != null);
  }

  /** {@return the seat that is lost, or -1} */
  int loser(ScoreRuns runs) {
    for (int seat = 0; seat < 2; seat++) {
      if (runs.losing(seat) >= moves && (!twoSided || runs.winning(1 - seat) >= moves)) {
        return seat;
      }
    }
    return -1;
  }

  /** {@return what this rule makes of a game, or null if nothing} */
  Verdict verdict(ScoreRuns runs) {
    int loser = loser(runs);
    return loser < 0 ? null : new Verdict("resign", Outcome.wonBy(1 - loser),
        "resigned after " + moves + " moves at -" + score + (twoSided ? ", as both players think" : ""));
  }

  @Override
  public String toString() {
    return moves + "," + score + (twoSided ? ",two" : "");
  }
}
