package mesa.uci;

/** The words of a line, one after the other, without a copy of the whole. */
final class Words {
  private final String line;
  private int at;

  Words(String line) {
    this.line = line;
  }

  /** {@return the next word, or null if there is none} */
  String next() {
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    int from = at;
    while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return from == at ? null : line.substring(from, at);
  }

  /** {@return the next word without moving on, or null if there is none} */
  String peek() {
    int before = at;
    String word = next();
    at = before;
    return word;
  }

  /** {@return all that follows, without white space around it} */
  String rest() {
    String rest = line.substring(at).strip();
    at = line.length();
    return rest;
  }

  /** Passes over all that follows. */
  void skipAll() {
    at = line.length();
  }

  /** {@return the next word as a number, or what is given if it is none} */
  long number(long otherwise) {
    String word = next();
    try {
      return word == null ? otherwise : Long.parseLong(word);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** {@return the next word as an int, or what is given if it is none} */
  int whole(int otherwise) {
    long number = number(otherwise);
    return number == (int) number ? (int) number : otherwise;
  }
}
