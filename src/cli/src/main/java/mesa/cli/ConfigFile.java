package mesa.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import mesa.core.BadInputException;
import mesa.core.Suggestion;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * A file that says what the arguments of a tournament say: the game, the players, and any option by its name without
 * dashes. It is YAML, of which JSON is a part, so that a run's {@code run.json} can be read too.
 */
final class ConfigFile {
  private static final String GAME = "game";
  private static final String PLAYERS = "players";
  private static final List<String> NOT_HERE = List.of("config", "resume", "despite-changes", "extend", "add", "salvage", "help", "version");

  private final Path file;

  ConfigFile(Path file) {
    this.file = file;
  }

  /**
   * Writes out the arguments that file and user together give.
   *
   * @param given what the user typed; it overrides the file
   * @param game that the user named, or null
   * @param players that the user named, perhaps none
   * @return arguments of the whole program
   * @throws BadInputException if the file can't be read or holds something unknown
   */
  List<String> arguments(ParseResult given, String game, List<String> players) {
    Map<String, Object> settings = settings();
    requireKnown(settings, given);
    List<String> arguments = withoutConfig(given.originalArgs());
    if (game == null && settings.containsKey(GAME)) {
      arguments.add(text(settings.get(GAME)));
    }
    if (players.isEmpty() && settings.containsKey(PLAYERS)) {
      list(settings.get(PLAYERS)).forEach(player -> arguments.add(text(player)));
    }
    settings.forEach((key, value) -> {
      if (!key.equals(GAME) && !key.equals(PLAYERS) && !given.hasMatchedOption("--" + key)) {
        for (Object each : list(value)) {
          if (!(each instanceof Boolean)) {
            arguments.add("--" + key + "=" + text(each));
          } else if (takesValue(given, key)) {
            throw new BadInputException("\"" + file + "\" says " + key + ": " + each + ", but " + key + " takes "
                + given.commandSpec().findOption("--" + key).paramLabel());
          } else if (each.equals(true)) {
            arguments.add("--" + key);
          }
        }
      }
    });
    return arguments;
  }

  private static boolean takesValue(ParseResult given, String key) {
    return given.commandSpec().findOption("--" + key).arity().min() > 0;
  }

  private static List<String> withoutConfig(List<String> arguments) {
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).equals("--config")) {
        i++;
      } else if (!arguments.get(i).startsWith("--config=")) {
        rest.add(arguments.get(i));
      }
    }
    return rest;
  }

  private Map<String, Object> settings() {
    try {
      Object loaded = new Load(LoadSettings.builder().setLabel(file.toString()).build())
          .loadFromString(Files.readString(file));
      if (!(loaded instanceof Map<?, ?> map)) {
        throw new BadInputException("\"" + file + "\" holds no settings; write one a line, as in games: 100");
      }
      Map<String, Object> settings = new LinkedHashMap<>();
      map.forEach((key, value) -> settings.put(String.valueOf(key), value));
      return RunSettings.isRun(settings) ? RunSettings.of(settings, file) : settings;
    } catch (NoSuchFileException e) {
      throw new BadInputException("there is no file \"" + file + "\"; --config takes one of YAML, or a run's run.json", e);
    } catch (IOException e) {
      throw new BadInputException("\"" + file + "\" can't be read: " + e.getMessage(), e);
    } catch (YamlEngineException e) {
      throw new BadInputException("\"" + file + "\" is no YAML: " + e.getMessage(), e);
    }
  }

  private void requireKnown(Map<String, Object> settings, ParseResult given) {
    TreeSet<String> known = new TreeSet<>();
    for (OptionSpec option : given.commandSpec().options()) {
      known.add(option.longestName().substring(2));
    }
    known.removeAll(NOT_HERE);
    known.add(GAME);
    known.add(PLAYERS);
    for (String key : settings.keySet()) {
      if (!known.contains(key)) {
        throw new BadInputException("\"" + file + "\" has no use for \"" + key + "\""
            + Suggestion.of(key, known, "it takes " + String.join(", ", known)));
      }
    }
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : Stream.ofNullable(value).toList();
  }

  private String text(Object value) {
    if (value instanceof Map || value instanceof List) {
      throw new BadInputException("\"" + file + "\" says " + value + " where one word is wanted; put it in quotes");
    }
    return String.valueOf(value);
  }
}
