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
 * Fills the examples of the help with what is installed, since the framework names no game: {@code example.game}, the
 * first one, with an {@code example.player} and {@code example.opponent} from its demo, and an {@code example.suite} that
 * ships. Looked up only when help is shown. The names have a dot, since {@code game} would describe the option {@code --game}.
 */
final class ExampleNames extends ResourceBundle {
  private static final Map<String, String> PLACEHOLDERS =
      Map.of("example.game", "GAME", "example.player", "PLAYER", "example.opponent", "OPPONENT", "example.suite", "FILE");

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
          return Map.of("example.game", name, "example.player", players.getLast(), "example.opponent", players.getFirst(),
              "example.suite", suite(games));
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
        .findFirst().orElse(PLACEHOLDERS.get("example.suite"));
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(PLACEHOLDERS.keySet());
  }
}
