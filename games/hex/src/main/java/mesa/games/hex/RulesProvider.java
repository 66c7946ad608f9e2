package mesa.games.hex;

import java.util.List;
import mesa.core.Game;
import mesa.core.Player;
import mesa.core.PlayerProvider;
import mesa.core.Setup;

/** Brings the player {@code rules} of Hex. */
public final class RulesProvider implements PlayerProvider {
  /** Makes the provider; for the service loader. */
  public RulesProvider() {}

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String summary() {
    return "Hex by seven ordered rules about chains, bridges and shortest ways; no search";
  }

  @Override
  public boolean plays(Game game) {
    return game instanceof Hex;
  }

  @Override
  public List<String> limits() {
    return List.of("ticks", "time");
  }

  @Override
  public Player create(Setup setup) {
    return new RulesPlayer(((Hex) setup.game()).board());
  }
}
