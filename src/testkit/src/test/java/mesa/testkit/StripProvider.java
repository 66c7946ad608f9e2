package mesa.testkit;

import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Spec;

/** Lets the registry find the strip in these tests. */
public final class StripProvider implements GameProvider {
  /** For the service loader. */
  public StripProvider() {}

  @Override
  public String name() {
    return "strip";
  }

  @Override
  public String summary() {
    return "three side by side on seven cells";
  }

  @Override
  public Game create(Spec spec) {
    return new Strip(Strip.Fault.NONE);
  }
}
