package mesa.uci;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A name under which programs expect an option of every engine, and the players' options that it stands for.
 *
 * @param name as programs write it
 * @param options the first that a player has is meant
 * @param greatest value that a player with none of them keeps to anyhow
 */
record CommonName(String name, List<String> options, long greatest) {
  /** All such names. */
  static final List<CommonName> ALL = List.of(
      new CommonName("Threads", List.of("threads"), 1), new CommonName("Hash", List.of("hash", "memory"), 1 << 20));

  /** {@return whether an option of a player is shown under such a name} */
  static boolean covers(String option) {
    return ALL.stream().anyMatch(common -> common.options.contains(option));
  }

  /** {@return that name, whatever its case, or nothing} */
  static Optional<CommonName> of(String name) {
    return ALL.stream().filter(common -> common.name.equalsIgnoreCase(name)).findFirst();
  }

  /** {@return what it stands for among a player's options, or nothing} */
  Optional<String> among(Set<String> playersOptions) {
    return options.stream().filter(playersOptions::contains).findFirst();
  }
}
