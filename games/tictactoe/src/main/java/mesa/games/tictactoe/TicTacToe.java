package mesa.games.tictactoe;

import java.util.Optional;
import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.Position;

/** Tic-tac-toe on three by three cells. X moves first; three in a row win; a full board without them is a draw. */
final class TicTacToe implements Game {
  static final TicTacToe GAME = new TicTacToe();

  private TicTacToe() {}

  @Override
  public String name() {
    return "tictactoe";
  }

  @Override
  public Position start() {
    return new TicTacToePosition(0, 0, 0);
  }

  @Override
  public Position parse(String text) {
    return Notation.parse(text);
  }

  @Override
  public Optional<Encoder> encoder() {
    return Optional.of(TicTacToeEncoder.ENCODER);
  }

  @Override
  public String toString() {
    return name();
  }
}
