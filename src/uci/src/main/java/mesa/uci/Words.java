package mesa.uci;

import mesa.core.BadInputException;

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

  /**
   * Takes the next word as an amount.
   *
   * @param command that it follows
   * @param otherwise what it is if there is no word
   * @throws BadInputException if it is not a whole number of at least 1
   */
  long amount(String command, long otherwise) {
    String word = next();
    try {
      long amount = word == null ? otherwise : Long.parseLong(word);
      if (word == null || amount >= 1) {
        return amount;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new BadInputException("\"" + word + "\" after " + command + " is not a whole number of at least 1");
  }

  /** {@return the next word as an int, or what is given if it is none} */
  int whole(int otherwise) {
    long number = number(otherwise);
    return number == (int) number ? (int) number : otherwise;
  }
}
