package mesa.games.chesslib;

import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Spec;

/** Brings the game {@code chess-chesslib}. */
public final class ChesslibProvider implements GameProvider {
  /** Makes the provider; for the service loader. */
  public ChesslibProvider() {}

  @Override
  public String name() {
    return "chess-chesslib";
  }

  @Override
  public String summary() {
    return "orthodox chess, by the rules of Chesslib: to compare with";
  }

  @Override
  public Game create(Spec spec) {
    return Chesslib.GAME;
  }
}
