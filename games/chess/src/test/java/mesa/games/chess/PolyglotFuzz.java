package mesa.games.chess;

import mesa.core.BadInputException;
import mesa.core.Moves;

/** Any bytes are refused, or are a book that gives each legal move a weight. */
final class PolyglotFuzz {
  private static final ChessPosition[] POSITIONS = {
    Games.start(), Games.after("e4"), Games.fen("r3k2r/8/8/8/8/8/1P6/R3K2R w KQkq - 0 1"),
    Games.fen("n1n5/PPPk4/8/8/8/8/4Kppp/5N1N b - - 0 1"),
  };

  private PolyglotFuzz() {}

  /**
   * Called by the fuzzer, and with the saved corpus by {@link CorpusTest}.
   *
   * @param data a book
   */
  public static void fuzzerTestOneInput(byte[] data) {
    PolyglotBook book;
    try {
      book = PolyglotBook.of(data);
    } catch (BadInputException refused) {
      return;
    }
    for (ChessPosition position : POSITIONS) {
      Moves legal = Moves.of(position);
      int[] weights = book.weights(position, legal);
      for (int i = 0; i < legal.size(); i++) {
        if (weights[i] < 0) {
          throw new AssertionError(position.format(legal.get(i)) + " has weight " + weights[i]);
        }
      }
    }
  }
}
