package mesa.arena;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mesa.core.BadInputException;

/**
 * A game clock: time for the whole game or for each period of some moves, and some more with each move. A player starts
 * with both.
 *
 * @param moves in a period, after which the base time is added again, or 0 if it has to last for the whole game
 * @param baseNanos for the game or period, at least 0
 * @param incrementNanos for each move, at least 0
 * @param marginNanos by so much a flag may have fallen before it costs the game, at least 0; the time is still owed
 */
public record TimeControl(int moves, long baseNanos, long incrementNanos, long marginNanos) {
  private static final String SECONDS = "(\\d{1,6}(?:\\.\\d{1,9})?)";
  private static final Pattern TEXT = Pattern.compile(
      "(?:([1-9]\\d{0,3})/)?(?:(\\d{1,4}):)?" + SECONDS + "(?:\\+" + SECONDS + ")?(?:~" + SECONDS + ")?");
  private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000);
  private static final long MINUTE = 60_000_000_000L;

  /**
   * Reads a time control.
   *
   * @param text seconds for the game and for each move, such as {@code 8+0.08}, {@code 1:30} or {@code 40/60}; a margin
   *     follows as in {@code 8+0.08~0.05}
   * @return the time control
   * @throws BadInputException if the text is none, or gives no time at all
   */
  public static TimeControl parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new BadInputException("\"" + text + "\" is no time control; write seconds a game + seconds a move, as in "
          + "8+0.08, before it moves if they are for so many, as in 40/60+0.5, and behind it a margin if flags are not to fall "
          + "at once, as in 8+0.08~0.05");
    }
    int moves = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    long minutes = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2)) * MINUTE;
    TimeControl control =
        new TimeControl(moves, minutes + nanos(matcher.group(3)), nanos(matcher.group(4)), nanos(matcher.group(5)));
    if (control.baseNanos + control.incrementNanos == 0) {
      throw new BadInputException("\"" + text + "\" leaves no time to move in; write for instance 8+0.08");
    }
    return control;
  }

  private static long nanos(String seconds) {
    return seconds == null ? 0 : new BigDecimal(seconds).multiply(SECOND).longValueExact();
  }

  /** {@return the same where a flag that falls is not forgiven} */
  TimeControl withoutMargin() {
    return new TimeControl(moves, baseNanos, incrementNanos, 0);
  }

  /** {@return the text that {@link #parse} reads} */
  @Override
  public String toString() {
    return (moves == 0 ? "" : moves + "/") + seconds(baseNanos) + "+" + seconds(incrementNanos)
        + (marginNanos == 0 ? "" : "~" + seconds(marginNanos));
  }

  private static String seconds(long nanos) {
    return nanos == 0 ? "0" : BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }
}
