package mesa.search;

import java.util.List;
import mesa.core.Player;
import mesa.core.PlayerProvider;
import mesa.core.Setup;

/** The player {@code random}: any legal move with equal odds. */
public final class RandomProvider implements PlayerProvider {
  /** Makes the provider. */
  public RandomProvider() {}

  @Override
  public String name() {
    return "random";
  }

  @Override
  public String summary() {
    return "any legal move, with equal odds";
  }

  @Override
  public List<String> limits() {
    return List.of("time");
  }

  @Override
  public Player create(Setup setup) {
    return new RandomPlayer();
  }
}
