package mesa.testkit;

import java.util.List;

/** Runs the whole contract on a sound game, from its start and from a pile that ends at once. */
final class NimContractTest extends GameContract {
  NimContractTest() {
    super(new Nim(Nim.Fault.NONE));
  }

  @Override
  protected List<String> positions() {
    return List.of("1 1", "0 0");
  }

  @Override
  protected List<String> malformed() {
    return List.of("13 0", "5", "5 2", "-1 0");
  }
}
