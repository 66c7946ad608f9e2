package mesa.games.chess;

import java.nio.file.Path;
import mesa.core.BookFormat;

/** The format of {@linkplain PolyglotBook Polyglot's} opening books. */
record PolyglotFormat() implements BookFormat {
  @Override
  public String extension() {
    return "bin";
  }

  @Override
  public Book open(Path file) {
    PolyglotBook book = PolyglotBook.open(file);
    return (position, legal) -> book.weights((ChessPosition) position, legal);
  }
}
