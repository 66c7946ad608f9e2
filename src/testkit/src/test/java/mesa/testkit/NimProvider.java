package mesa.testkit;

import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Spec;

/** Lets the registry find Nim in these tests. */
public final class NimProvider implements GameProvider {
  /** For the service loader. */
  public NimProvider() {}

  @Override
  public String name() {
    return "nim";
  }

  @Override
  public String summary() {
    return "one pile, take one to three";
  }

  @Override
  public Game create(Spec spec) {
    return new Nim(Nim.Fault.NONE);
  }
}
