package mesa.core;

import java.nio.file.Path;

/** How a game's people keep opening books: for chess, Polyglot's. Immutable and safe to share. */
public interface BookFormat {
  /** {@return the ending of its files, without a dot, such as {@code bin}} */
  String extension();

  /**
   * Opens a book.
   *
   * @param file its path
   * @return the book
   * @throws BadInputException if it can't be read or is none
   */
  Book open(Path file);

  /** Which moves a book plays. Immutable and safe to share. */
  interface Book {
    /**
     * Looks a position up.
     *
     * @param position of the format's game; left as it was
     * @param legal its legal moves
     * @return a weight for each of them, in their order: 0 if it is not to be played
     */
    int[] weights(Position position, Moves legal);
  }
}
