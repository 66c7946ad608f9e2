package mesa.cli;

import java.util.List;
import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Option;
import mesa.core.Spec;

/** Brings {@link Pebbles}. */
public final class PebblesProvider implements GameProvider {
  private static final Option<Long> SIZE = Option.integer("size", (long) Pebbles.USUAL, 1, 99, "pebbles at the start");

  /** For the service loader. */
  public PebblesProvider() {}

  @Override
  public String name() {
    return "pebbles";
  }

  @Override
  public String summary() {
    return "take one or two; the last one wins";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(SIZE);
  }

  @Override
  public Game create(Spec spec) {
    return new Pebbles(Math.toIntExact(spec.get(SIZE)));
  }
}
