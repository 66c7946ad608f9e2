package mesa.games.connectfour;

import java.util.List;
import mesa.core.Game;
import mesa.core.Player;
import mesa.core.PlayerProvider;
import mesa.core.Setup;

/** Brings the player {@code rules} of Connect Four. */
public final class RulesProvider implements PlayerProvider {
  /** Makes the provider; for the service loader. */
  public RulesProvider() {}

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String summary() {
    return "Connect Four by nine ordered rules: wins, blocks, forks, threats in the right rows";
  }

  @Override
  public boolean plays(Game game) {
    return game instanceof ConnectFour;
  }

  @Override
  public List<String> limits() {
    return List.of("ticks", "time");
  }

  @Override
  public Player create(Setup setup) {
    return new RulesPlayer();
  }
}
