package mesa.games.connectfour;

import java.util.Optional;
import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.Position;

/**
 * Connect Four on seven columns of six cells. X moves first; a disc falls to the lowest free cell of its column; four in
 * a row win, upright, level or aslant; a full board without them is a draw.
 */
final class ConnectFour implements Game {
  static final ConnectFour GAME = new ConnectFour();

  private ConnectFour() {}

  @Override
  public String name() {
    return "connectfour";
  }

  @Override
  public Position start() {
    return new ConnectFourPosition(0, 0);
  }

  @Override
  public Position parse(String text) {
    return Notation.parse(text);
  }

  @Override
  public Optional<Encoder> encoder() {
    return Optional.of(ConnectFourEncoder.ENCODER);
  }

  @Override
  public String toString() {
    return name();
  }
}
