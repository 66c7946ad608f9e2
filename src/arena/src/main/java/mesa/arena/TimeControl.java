package mesa.arena;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mesa.core.BadInputException;

/**
 * A game clock: time for the whole game, and some more with each move. A player starts with both.
 *
 * @param baseNanos for the game, at least 0
 * @param incrementNanos for each move, at least 0
 * @param marginNanos by so much a flag may have fallen before it costs the game, at least 0; the time is still owed
 */
public record TimeControl(long baseNanos, long incrementNanos, long marginNanos) {
  private static final String SECONDS = "(\\d{1,6}(?:\\.\\d{1,9})?)";
  private static final Pattern TEXT = Pattern.compile(SECONDS + "\\+" + SECONDS + "(?:~" + SECONDS + ")?");
  private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000);

  /**
   * Reads a time control.
   *
   * @param text seconds for the game and for each move, such as {@code 8+0.08}; a margin follows as in
   *     {@code 8+0.08~0.05}
   * @return the time control
   * @throws BadInputException if the text is none, or gives no time at all
   */
  public static TimeControl parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new BadInputException(
          "\"" + text + "\" is no time control; write seconds a game + seconds a move, as in 8+0.08, and behind it a margin "
              + "if flags are not to fall at once, as in 8+0.08~0.05");
    }
    TimeControl control = new TimeControl(nanos(matcher.group(1)), nanos(matcher.group(2)),
        matcher.group(3) == null ? 0 : nanos(matcher.group(3)));
    if (control.baseNanos + control.incrementNanos == 0) {
      throw new BadInputException("\"" + text + "\" leaves no time to move in; write for instance 8+0.08");
    }
    return control;
  }

  private static long nanos(String seconds) {
    return new BigDecimal(seconds).multiply(SECOND).longValueExact();
  }

  /** {@return the text that {@link #parse} reads} */
  @Override
  public String toString() {
    return seconds(baseNanos) + "+" + seconds(incrementNanos) + (marginNanos == 0 ? "" : "~" + seconds(marginNanos));
  }

  private static String seconds(long nanos) {
    return nanos == 0 ? "0" : BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }
}
