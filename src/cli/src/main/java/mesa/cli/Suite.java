package mesa.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Problem;
import mesa.core.Provider;
import mesa.core.Registry;
import mesa.core.Suggestion;
import mesa.core.SuiteFormat;

/**
 * A suite that has been read.
 *
 * @param name as the user gave it
 * @param game what its positions are of
 * @param problems in its order, those without an answer included
 * @param faults what is wrong with lines that were passed over
 */
record Suite(String name, Game game, List<Problem> problems, List<String> faults) {
  private static final String INDEX = "suites.txt";

  /**
   * Finds and reads a suite.
   *
   * @param registry of the games
   * @param text a file, or the name of one that ships with a game
   * @param gameText the spec of its game; null for the first by name that ships it or keeps suites in such files
   * @param lenient whether to pass over lines that are wrong
   * @throws BadInputException if there is no such suite, no game for it, or, unless lenient, a line of it is wrong
   */
  static Suite load(Registry registry, String text, String gameText, boolean lenient) {
    List<Game> games = gameText == null ? gamesWithSuites(registry) : List.of(registry.game(gameText));
    if (gameText != null && games.getFirst().suiteFormat().isEmpty()) {
      throw new BadInputException("\"" + gameText + "\" has no format for suites" + thoseThatHave(registry));
    }
    for (Game game : games) {
      if (shipped(game).containsKey(text)) {
        return read(text, game, game.resource(path(game, text)).orElseThrow(), lenient);
      }
    }
    Path file = file(text);
    if (file == null) {
      List<String> names = games.stream().flatMap(game -> shipped(game).keySet().stream()).distinct().toList();
      throw new BadInputException("\"" + text + "\" is neither a file nor a suite that ships with "
          + (gameText == null ? "a game" : gameText) + Suggestion.of(text, names,
              names.isEmpty() ? "none does" : "there are " + String.join(", ", names)));
    }
    String end = file.getFileName().toString().toLowerCase(Locale.ROOT);
    Game game = games.stream()
        .filter(candidate -> gameText != null || end.endsWith("." + format(candidate).extension()))
        .findFirst()
        .orElseThrow(() -> new BadInputException("no game keeps suites in files like \"" + text + "\""
            + thoseThatHave(registry) + "; name another with --game"));
    try {
      return read(text, game, file.toUri().toURL(), lenient);
    } catch (IOException e) {
      throw new BadInputException("\"" + text + "\" can't be read: " + e.getMessage(), e);
    }
  }

  /** {@return the suites that ship with a game: names, and what each is} */
  static Map<String, String> shipped(Game game) {
    Map<String, String> suites = new LinkedHashMap<>();
    if (game.suiteFormat().isPresent()) {
      for (String line : ResourceLines.of(game, INDEX).orElse(List.of())) {
        String[] words = line.split("\\s+", 2);
        suites.put(words[0], words.length > 1 ? words[1] : "");
      }
    }
    return suites;
  }

  private static String path(Game game, String name) {
    return "suites/" + name + "." + format(game).extension();
  }

  private static List<Game> gamesWithSuites(Registry registry) {
    return registry.games().stream().map(Provider::name).sorted().map(registry::game)
        .filter(game -> game.suiteFormat().isPresent()).toList();
  }

  private static String thoseThatHave(Registry registry) {
    String games = gamesWithSuites(registry).stream()
        .map(game -> game.name() + " (." + format(game).extension() + ")").collect(Collectors.joining(", "));
    return games.isEmpty() ? "; no game here has one" : "; these have: " + games;
  }

  private static SuiteFormat format(Game game) {
    return game.suiteFormat().orElseThrow();
  }

  /** {@return how its game writes moves for people} */
  SuiteFormat format() {
    return format(game);
  }

  private static Path file(String text) {
    try {
      Path file = Path.of(text);
      return Files.exists(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static Suite read(String name, Game game, URL url, boolean lenient) {
    List<Problem> problems = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    // What is no UTF-8 can only stand in a comment or a name, so it is replaced rather than refused.
    try (InputStream in = url.openStream();
        InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      format(game).read(text, name, problems::add, fault -> {
        if (!lenient) {
          throw fault;
        }
        faults.add(fault.getMessage());
      });
    } catch (IOException e) {
      throw new BadInputException("the suite \"" + name + "\" can't be read: " + e.getMessage(), e);
    }
    return new Suite(name, game, problems, faults);
  }
}
