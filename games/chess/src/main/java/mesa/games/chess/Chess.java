package mesa.games.chess;

import java.util.Optional;
import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.Position;
import mesa.core.RecordFormat;

/** Orthodox chess; see {@link ChessPosition} for the rules that end it. */
final class Chess implements Game {
  static final Chess GAME = new Chess();

  private Chess() {}

  @Override
  public String name() {
    return "chess";
  }

  @Override
  public Position start() {
    return Fen.parse(Fen.START);
  }

  @Override
  public Position parse(String text) {
    return Fen.parse(text);
  }

  @Override
  public Optional<Encoder> encoder() {
    return Optional.of(ChessEncoder.ENCODER);
  }

  @Override
  public Optional<RecordFormat> recordFormat() {
    return Optional.of(Pgn.FORMAT);
  }

  @Override
  public String toString() {
    return name();
  }
}
