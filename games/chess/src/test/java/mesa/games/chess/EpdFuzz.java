package mesa.games.chess;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import mesa.core.BadInputException;
import mesa.core.Position;

/** Any file is read to its end; each line is refused, or read as what its own text reads back; each answer is legal. */
final class EpdFuzz {
  private EpdFuzz() {}

  /**
   * Called by the fuzzer, and with the saved corpus by {@link CorpusTest}.
   *
   * @param data the variant (its first bit), then text
   */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    Chess game = (data[0] & 1) == 0 ? Chess.GAME : Chess.CHESS960;
    String text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
    try {
      readBack(text);
      new EpdSuite(game).read(new StringReader(text), "fuzz", problem -> {
        Position position = game.parse(problem.position());
        problem.best().forEach(position::parseMove);
        problem.avoid().forEach(position::parseMove);
      }, fault -> { });
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void readBack(String text) throws IOException {
    EpdReader reader = new EpdReader(new StringReader(text));
    for (boolean more = true; more;) {
      Epd epd;
      try {
        epd = reader.next();
      } catch (BadInputException refused) {
        continue;
      }
      more = epd != null;
      if (more && !Epd.parse(epd.toString()).equals(epd)) {
        throw new AssertionError("\"" + text + "\" is written " + epd + " and read back " + Epd.parse(epd.toString()));
      }
    }
  }
}
