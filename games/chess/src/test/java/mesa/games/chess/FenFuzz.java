package mesa.games.chess;

import java.nio.charset.StandardCharsets;
import mesa.core.BadInputException;

/** Any text is refused, or read as a position that its own text reads back. */
final class FenFuzz {
  private FenFuzz() {}

  /**
   * Called by the fuzzer, and with the saved corpus by {@link CorpusTest}.
   *
   * @param data the variant (its first bit), then text
   */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    Variant variant = (data[0] & 1) == 0 ? Variant.ORTHODOX : Variant.CHESS960;
    String text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
    ChessPosition position;
    try {
      position = Fen.parse(text, variant);
    } catch (BadInputException refused) {
      return;
    }
    String written = position.text();
    ChessPosition again = Fen.parse(written, variant);
    if (!again.text().equals(written) || again.hash() != position.hash()) {
      throw new AssertionError("\"" + text + "\" is written " + written + " and read back " + again);
    }
  }
}
