package mesa.games.tictactoe;

import java.util.List;
import mesa.core.Game;
import mesa.core.Player;
import mesa.core.PlayerProvider;
import mesa.core.Setup;

/** Brings the player {@code rules} of tic-tac-toe. */
public final class RulesProvider implements PlayerProvider {
  /** Makes the provider; for the service loader. */
  public RulesProvider() {}

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String summary() {
    return "tic-tac-toe by Newell and Simon's eight ordered rules; never loses";
  }

  @Override
  public boolean plays(Game game) {
    return game instanceof TicTacToe;
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
