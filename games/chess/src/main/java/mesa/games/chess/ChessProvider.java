package mesa.games.chess;

import java.util.List;
import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Option;
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
  public List<Option<?>> options() {
    return List.of(Chess.DRAWS);
  }

  @Override
  public Game create(Spec spec) {
    return Chess.orthodox(spec);
  }
}
