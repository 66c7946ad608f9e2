package mesa.games.chess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a coverage-guided fuzzer has collected: one input for each way through a reader that it has found, and every
 * input that ever broke one. A file a reader, an input a line, in base64, sorted.
 */
final class Corpus {
  private static final Path FOLDER = Path.of("src/test/resources/mesa/games/chess/corpus");

  private Corpus() {}

  /** {@return the saved inputs of a reader, as they stand in its file; none if there is no such file} */
  static List<String> lines(String reader) throws IOException {
    Path file = FOLDER.resolve(reader + ".txt");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  static byte[] input(String line) {
    return Base64.getDecoder().decode(line);
  }

  /**
   * Copies between a reader's file and the folder that the fuzzer works in, where each input is a file.
   *
   * @param args {@code pack} or {@code unpack}, the reader, the folder
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[2]));
    Set<String> inputs = new HashSet<>(lines(args[1]));
    if (args[0].equals("unpack")) {
      int number = 0;
      for (String input : inputs) {
        Files.write(folder.resolve("saved-" + number++), input(input));
      }
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        inputs.add(Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
      }
    }
    Files.createDirectories(FOLDER);
    Files.write(FOLDER.resolve(args[1] + ".txt"), inputs.stream().sorted().toList());
  }
}
