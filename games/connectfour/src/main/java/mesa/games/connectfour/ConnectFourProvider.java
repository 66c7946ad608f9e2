package mesa.games.connectfour;

import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Spec;

/** Brings the game {@code connectfour}. */
public final class ConnectFourProvider implements GameProvider {
  /** Makes the provider; for the service loader. */
  public ConnectFourProvider() {}

  @Override
  public String name() {
    return "connectfour";
  }

  @Override
  public String summary() {
    return "Connect Four: four in a row on seven columns of six cells";
  }

  @Override
  public Game create(Spec spec) {
    return ConnectFour.GAME;
  }
}
