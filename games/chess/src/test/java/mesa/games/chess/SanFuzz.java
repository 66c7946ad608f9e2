package mesa.games.chess;

import java.nio.charset.StandardCharsets;
import mesa.core.BadInputException;
import mesa.core.Moves;

/** Any text is refused, or read as a legal move whose own texts, algebraic and UCI, mean that move. */
final class SanFuzz {
  private static final ChessPosition[] POSITIONS = {
    Games.start(),
    Games.fen("r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1"),
    Games.fen("n1n5/PPPk4/8/8/8/8/4Kppp/5N1N b - - 0 1"),
    Games.fen("8/8/8/2k5/2pP4/8/B7/4K3 b - d3 0 3"),
    Games.fen("7k/8/1Q6/8/N3N3/1Q1Q4/N3N2K/8 w - - 0 1"),
    Games.fen("rnb1kbnr/pppp1ppp/8/4p3/6Pq/5P2/PPPPP2P/RNBQKBNR w KQkq - 1 3"),
    Fen.parse("rr2k1rr/8/8/8/8/8/8/RR2K1RR w GBgb - 0 1", Variant.CHESS960),
  };

  private SanFuzz() {}

  /**
   * Called by the fuzzer, and with the saved corpus by {@link CorpusTest}.
   *
   * @param data which position (its first byte), then text
   */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    ChessPosition position = POSITIONS[(data[0] & 255) % POSITIONS.length];
    String text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
    int move;
    try {
      move = position.parseMove(text);
    } catch (BadInputException refused) {
      return;
    }
    if (!Moves.of(position).contains(move)
        || position.parseMove(position.format(move)) != move
        || position.parseMove(San.write(position, move)) != move) {
      throw new AssertionError("\"" + text + "\" in " + position + " is read as " + position.format(move));
    }
  }
}
