package mesa.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import mesa.core.Game;

/** Reads the small text files that ship with a game. */
final class ResourceLines {
  private ResourceLines() {}

  /**
   * Reads one.
   *
   * @param game whose it is
   * @param path as {@link Game#resource} takes it
   * @return its lines, trimmed, without empty ones and comments ({@code # ...}); nothing if there is no such file
   */
  static Optional<List<String>> of(Game game, String path) {
    return game.resource(path).map(ResourceLines::read);
  }

  private static List<String> read(URL url) {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
      return reader.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + url, e);
    }
  }
}
