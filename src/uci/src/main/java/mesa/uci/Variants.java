package mesa.uci;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedMap;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.GameProvider;
import mesa.core.Registry;
import mesa.core.Spec;

/**
 * The games that can be served: which is the usual one, who usually plays each, and by what options a game is told from its
 * relatives. A game says the former in a resource {@value #DEFAULTS}, the latter by {@link Game#engineOptions}.
 */
final class Variants {
  private static final String DEFAULTS = "uci.properties";

  private final Registry registry;

  Variants(Registry registry) {
    this.registry = registry;
  }

  /** {@return the names of all games, sorted} */
  List<String> names() {
    return registry.games().stream().map(GameProvider::name).sorted().toList();
  }

  /**
   * {@return the game that is played where nothing else is said}
   *
   * @throws BadInputException if none says so
   */
  Game usualGame() {
    return names().stream().map(registry::game)
        .filter(candidate -> Boolean.parseBoolean(defaults(candidate).getProperty("usual")))
        .findFirst()
        .orElseThrow(() -> new BadInputException("no game is usual here; name one of " + String.join(", ", names())));
  }

  /**
   * {@return who plays a game where nothing else is said}
   *
   * @throws BadInputException if the game does not say so
   */
  Spec usualPlayer(Game game) {
    String spec = defaults(game).getProperty("player");
    if (spec == null) {
      throw new BadInputException(game.name() + " does not say who plays it; name a player");
    }
    return Spec.parse(spec);
  }

  private static Properties defaults(Game game) {
    Properties properties = new Properties();
    Optional<URL> file = game.resource(DEFAULTS);
    if (file.isPresent()) {
      try (InputStream in = file.get().openStream()) {
        properties.load(in);
      } catch (IOException e) {
        throw new BadInputException("\"" + file.get() + "\" can't be read: " + e.getMessage(), e);
      }
    }
    return properties;
  }

  /** {@return relatives of a game by the option that tells each from the others, the game's own family alone} */
  SequencedMap<String, Game> switches(Game game) {
    SequencedMap<String, Game> switches = new LinkedHashMap<>();
    relatives(game).forEach(relative ->
        relative.engineOptions().keySet().forEach(name -> switches.putIfAbsent(name, relative)));
    return switches;
  }

  /**
   * {@return the relative of a game with an option or without it; the game itself if there is none}
   *
   * @param option one of {@link #switches}
   */
  Game switched(Game game, String option, boolean on) {
    return relatives(game).stream().filter(relative -> relative.engineOptions().containsKey(option) == on)
        .findFirst().orElse(game);
  }

  private List<Game> relatives(Game game) {
    return registry.games().stream().map(provider -> registry.game(provider.name()))
        .filter(candidate -> candidate.family().equals(game.family()))
        .sorted(Comparator.comparing(candidate -> !candidate.name().equals(candidate.family())))
        .toList();
  }
}
