package mesa.core;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs by their names. */
public final class Programs {
  /** Debian keeps its engines in a folder that is not on every user's PATH. */
  private static final String GAMES = "/usr/games";

  private Programs() {}

  /**
   * Looks for a program where a shell would, and at last in {@code /usr/games}.
   *
   * @param name without a folder
   * @return the first that can be run
   * @throws java.nio.file.InvalidPathException if that can't be a file's name
   */
  public static Optional<Path> find(String name) {
    Path file = Path.of(name);
    Path windows = Path.of(name + ".exe");
    return Stream.concat(
            Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)), Stream.of(GAMES))
        .map(Path::of)
        .flatMap(folder -> Stream.of(folder.resolve(file), folder.resolve(windows)))
        .filter(program -> Files.isExecutable(program) && !Files.isDirectory(program))
        .findFirst();
  }
}
