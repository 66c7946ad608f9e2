package mesa.games.hex;

import java.util.List;
import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Option;
import mesa.core.Spec;

/** Brings the game {@code hex}. */
public final class HexProvider implements GameProvider {
  /** Makes the provider; for the service loader. */
  public HexProvider() {}

  @Override
  public String name() {
    return "hex";
  }

  @Override
  public String summary() {
    return "Hex without the swap rule: join two opposite edges of a rhombus";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(Hex.SIZE);
  }

  @Override
  public Game create(Spec spec) {
    return new Hex(spec.get(Hex.SIZE).intValue());
  }
}
