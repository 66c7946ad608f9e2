package mesa.games.chess;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs for tests to compare with, where they are installed. */
final class ChessTools {
  /** Where distributions put games, though the path does not always say so. */
  private static final String USUAL_FOLDER = "/usr/games";

  private ChessTools() {}

  /** {@return the program of that name, or null if it is not on the path} */
  static Path find(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of(USUAL_FOLDER))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst().orElse(null);
  }
}
