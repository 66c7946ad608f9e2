package mesa.games.chesslib;

import mesa.core.Game;
import mesa.core.Position;

/** Orthodox chess over Chesslib's board; see {@link ChesslibPosition}. Rules alone: no encoder, net or openings. */
final class Chesslib implements Game {
  static final Chesslib GAME = new Chesslib();

  private Chesslib() {}

  @Override
  public String name() {
    return "chess-chesslib";
  }

  @Override
  public Position start() {
    return new ChesslibPosition(Fen.START);
  }

  @Override
  public Position parse(String text) {
    return new ChesslibPosition(Fen.checked(text));
  }

  @Override
  public String toString() {
    return name();
  }
}
