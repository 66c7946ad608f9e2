package mesa.games.chess;

/** The numbers in front of moves: digits, dots, or both, {@code 12.}, {@code 12...}, {@code 12}, {@code ...}. */
final class PgnNumber {
  private PgnNumber() {}

  /** {@return the index behind the number of a move and its dots; the start if there is neither} */
  static int end(byte[] bytes, int start, int end) {
    int digits = start;
    while (digits < end && bytes[digits] >= '0' && bytes[digits] <= '9') {
      digits++;
    }
    int dots = digits;
    while (dots < end && dotsAt(bytes, dots, end) > 0) {
      dots += dotsAt(bytes, dots, end);
    }
    boolean zeros = digits > start && bytes[start] == '0';
    return dots > digits || digits == end && !zeros ? dots : start;
  }

  /** How many bytes of dots begin at an index: a dot, or the sign of three dots in Unicode or Windows-1252. */
  private static int dotsAt(byte[] bytes, int at, int end) {
    byte c = bytes[at];
    return c == '.' || c == (byte) 0x85 ? 1
        : c == (byte) 0xe2 && at + 2 < end && bytes[at + 1] == (byte) 0x80 && bytes[at + 2] == (byte) 0xa6 ? 3
        : 0;
  }

  /** {@return whether a number is that of white's first move} */
  static boolean isFirst(byte[] bytes, int start, int end) {
    return end - start == 2 && bytes[start] == '1' && bytes[start + 1] == '.';
  }
}
