package mesa.core;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.function.Consumer;

/** How a game's people keep {@linkplain Problem problems}: for chess, EPD. Immutable and safe to share. */
public interface SuiteFormat {
  /** {@return the ending of its files, without a dot, such as {@code epd}} */
  String extension();

  /**
   * Reads a suite of any size, one problem after the other. A position without an answer comes as a problem that
   * {@linkplain Problem#hasAnswer has none}.
   *
   * @param text of the file; left open
   * @param source names the file in messages
   * @param into receives the problems in order
   * @param faults receives what is wrong with a line, the message quoting the source, the line's number and its fault;
   *     it may throw this, which ends the reading, or else the line is passed over
   * @throws IOException if the text can't be read
   */
  void read(Reader text, String source, Consumer<Problem> into, Consumer<BadInputException> faults) throws IOException;

  /**
   * Writes a position on a line of its own.
   *
   * @param position any, its game may be over; left as it was
   * @param id names it
   * @param comments in order, at most ten
   * @return the line, without its end
   */
  String line(Position position, String id, List<String> comments);

  /**
   * Writes a move as this format does, which need not be how protocols do.
   *
   * @param position where it is made; left as it was
   * @param move legal there
   * @return text for people, such as {@code Nf3}
   */
  String format(Position position, int move);
}
