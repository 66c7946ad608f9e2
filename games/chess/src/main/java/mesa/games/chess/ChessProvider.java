package mesa.games.chess;

import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Spec;

/** Brings the game {@code chess}. */
public final class ChessProvider implements GameProvider {
  /** Makes the provider; for the service loader. */
  public ChessProvider() {}

  @Override
  public String name() {
    return "chess";
  }

  @Override
  public String summary() {
    return "orthodox chess, on bitboards";
  }

  @Override
  public Game create(Spec spec) {
    return Chess.GAME;
  }
}
