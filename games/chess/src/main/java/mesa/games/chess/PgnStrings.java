package mesa.games.chess;

/**
 * Remembers short strings that come again and again, such as the names of tags and of players: of those that share a
 * place the last one.
 */
final class PgnStrings {
  private static final int PLACES = 1 << 10;
  private static final int LONGEST = 32;

  private final String[] known = new String[PLACES];

  /** {@return the text of some bytes, as {@link PgnText#decode} reads them} */
  String of(byte[] bytes, int start, int end) {
    if (end - start > LONGEST) {
      return PgnText.decode(bytes, start, end);
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    String string = known[place];
    if (string == null || !equal(string, bytes, start, end)) {
      string = PgnText.decode(bytes, start, end);
      known[place] = string;
    }
    return string;
  }

  /** Whether a string is the text of the bytes; beyond ASCII it may be and this doesn't see it. */
  private static boolean equal(String string, byte[] bytes, int start, int end) {
    if (string.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (string.charAt(i - start) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
