package mesa.games.tictactoe;

import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Spec;

/** Brings the game {@code tictactoe}. */
public final class TicTacToeProvider implements GameProvider {
  /** Makes the provider; for the service loader. */
  public TicTacToeProvider() {}

  @Override
  public String name() {
    return "tictactoe";
  }

  @Override
  public String summary() {
    return "tic-tac-toe: three in a row on three by three cells";
  }

  @Override
  public Game create(Spec spec) {
    return TicTacToe.GAME;
  }
}
