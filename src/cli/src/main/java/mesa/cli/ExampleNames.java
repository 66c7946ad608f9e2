package mesa.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.GameProvider;

/**
 * Fills the examples of the help with what is installed, since the framework names no game: {@code game}, the first one,
 * with a {@code player} and an {@code opponent} from its demo, and a {@code suite} that ships. Looked up only when help is shown.
 */
final class ExampleNames extends ResourceBundle {
  private static final Map<String, String> PLACEHOLDERS =
      Map.of("game", "GAME", "player", "PLAYER", "opponent", "OPPONENT", "suite", "FILE");

  private final Mesa mesa;
  private Map<String, String> names;

  ExampleNames(Mesa mesa) {
    this.mesa = mesa;
  }

  @Override
  protected Object handleGetObject(String key) {
    if (!PLACEHOLDERS.containsKey(key)) {
      return null;
    }
    if (names == null) {
      names = load();
    }
    return names.get(key);
  }

  private Map<String, String> load() {
    try {
      List<GameProvider> games = mesa.registry().games();
      for (String name : games.stream().map(GameProvider::name).sorted().toList()) {
        Game game = mesa.registry().game(name);
        List<String> players = Demo.of(game).map(Demo::players).orElse(List.of());
        if (players.size() >= 2) {
          return Map.of("game", name, "player", players.getLast(), "opponent", players.getFirst(),
              "suite", suite(games));
        }
      }
    } catch (BadInputException e) {
      // A broken plug-in is reported by the command that needs it; help still helps.
    }
    return PLACEHOLDERS;
  }

  private String suite(List<GameProvider> games) {
    return games.stream().map(GameProvider::name).sorted()
        .flatMap(name -> Suite.shipped(mesa.registry().game(name)).keySet().stream())
        .findFirst().orElse(PLACEHOLDERS.get("suite"));
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(PLACEHOLDERS.keySet());
  }
}
