package mesa.uci;

import java.util.Map;
import mesa.core.PlayerFault;
import mesa.core.PlayerFault.Kind;

/**
 * What a user wants of an engine.
 *
 * @param launch how its process is started
 * @param options asked for by name, beside those that the game needs
 * @param patience how long to wait for what
 * @param memory megabytes that the process may have, or 0 for as many as it likes
 * @param restart when another process takes the place of the present one
 * @param ponders whether it thinks in its opponent's time
 */
record EngineSetup(
    Launch launch, Map<String, String> options, Patience patience, long memory, Restart restart, boolean ponders) {
  /** When a process is started. */
  enum Restart {
    /** For the first game, and where the last one has crashed or no longer answers. */
    AUTO,
    /** For each game. */
    ON,
    /** For the first game only: without it there are no more. */
    OFF
  }

  /** {@return the program in quotes, for messages} */
  String name() {
    return "\"" + launch.program() + "\"";
  }

  /** {@return whether the user has said what an option is to be} */
  boolean hasOption(String name) {
    return options.keySet().stream().anyMatch(name::equalsIgnoreCase);
  }
}
