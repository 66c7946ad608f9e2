package mesa.games.chess;

import java.util.List;
import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Option;
import mesa.core.Spec;

/** Brings the game {@code chess960}. */
public final class Chess960Provider implements GameProvider {
  /** Makes the provider; for the service loader. */
  public Chess960Provider() {}

  @Override
  public String name() {
    return "chess960";
  }

  @Override
  public String summary() {
    return "Chess960 (Fischer random chess), on the same bitboards";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(Chess.START, Chess.DRAWS);
  }

  @Override
  public Game create(Spec spec) {
    return Chess.chess960(spec);
  }
}
