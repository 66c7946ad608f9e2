package mesa.games.chess;

import java.nio.charset.StandardCharsets;
import mesa.core.Outcome;

/**
 * Reads the result of a game: {@code 1-0 0-1 1/2-1/2 *}, and {@code 1/2}, {@code ½-½}, {@code ½}, with blanks
 * around the dash, or other dashes.
 */
final class PgnResult {
  private static final int LONGEST = 16;

  private PgnResult() {}

  static Outcome read(String text) {
    byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
    return read(bytes, 0, bytes.length);
  }

  /** {@return the outcome, {@link Outcome#ONGOING} for an asterisk; null if the bytes are no result} */
  static Outcome read(byte[] bytes, int start, int end) {
    if (start == end || end - start > LONGEST || !begins(bytes[start])) {
      return null;
    }
    StringBuilder plain = new StringBuilder(LONGEST);
    for (int i = start; i < end;) {
      int dash = SanText.dashAt(bytes, i, end);
      if (dash > 0) {
        plain.append('-');
        i += dash;
      } else if (bytes[i] == ' ' || bytes[i] == '\t') {
        i++;
      } else if (bytes[i] == (byte) 0xc2 && i + 1 < end && bytes[i + 1] == (byte) 0xbd) {
        plain.append("1/2");
        i += 2;
      } else if (bytes[i] == (byte) 0xbd) { // In Windows-1252.
        plain.append("1/2");
        i++;
      } else {
        plain.append((char) bytes[i++]);
      }
    }
    return switch (plain.toString()) {
      case "1-0" -> Outcome.FIRST_WON;
      case "0-1" -> Outcome.SECOND_WON;
      case "1/2-1/2", "1/2" -> Outcome.DRAWN;
      case "*" -> Outcome.ONGOING;
      default -> null;
    };
  }

  private static boolean begins(byte c) {
    return c == '1' || c == '0' || c == '*' || c == (byte) 0xc2 || c == (byte) 0xbd;
  }
}
