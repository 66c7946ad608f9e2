package mesa.games.chess;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import mesa.core.BadInputException;

/**
 * Reads the positions of an EPD file one after the other, however many there are. Blank lines and those that begin with
 * {@code #} are skipped; lines may end as on any system, and a byte order mark may come first.
 */
final class EpdReader {
  /** The standard allows 1,024 characters; this much is held in memory at most. */
  private static final int LONGEST_LINE = 16_384;

  private final BufferedReader text;
  private int line;

  /**
   * Begins to read.
   *
   * @param text of the file
   */
  EpdReader(Reader text) {
    this.text = new BufferedReader(text);
  }

  /**
   * Reads on.
   *
   * @return the next position, or null at the end
   * @throws BadInputException if the line is none; {@link #line} says which, and reading may go on with the next
   */
  Epd next() throws IOException {
    for (String content = readLine(); content != null; content = readLine()) {
      if (!content.isEmpty() && content.charAt(0) != '#') {
        return Epd.parse(content);
      }
    }
    return null;
  }

  /** {@return the number of the line read last, from 1} */
  int line() {
    return line;
  }

  private String readLine() throws IOException {
    int c = text.read();
    if (c < 0) {
      return null;
    }
    line++;
    StringBuilder content = new StringBuilder();
    long length = 0;
    for (; c >= 0 && c != '\n' && c != '\r'; c = text.read()) {
      if (++length <= LONGEST_LINE) {
        content.append((char) c);
      }
    }
    if (c == '\r') {
      text.mark(1);
      if (text.read() != '\n') {
        text.reset();
      }
    }
    if (length > LONGEST_LINE) {
      throw new BadInputException("the line has " + length + " characters, beginning with \""
          + content.substring(0, 60) + "\"; " + LONGEST_LINE + " are the most");
    }
    boolean marked = line == 1 && !content.isEmpty() && content.charAt(0) == '\ufeff';
    return content.substring(marked ? 1 : 0).strip();
  }
}
