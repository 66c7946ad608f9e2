package mesa.core;

import java.util.List;

/**
 * Something that can be named by a spec. A provider is a public class with a public constructor without arguments,
 * listed in the service file of the interface it implements.
 */
public sealed interface Provider permits GameProvider, PlayerProvider, EvaluatorProvider {
  /** {@return the name in specs: letters, digits, hyphens} */
  String name();

  /** {@return what it is, in a line} */
  String summary();

  /** {@return the options that its specs may have; budgets and {@code name}, which every player has, are left out} */
  default List<Option<?>> options() {
    return List.of();
  }
}
