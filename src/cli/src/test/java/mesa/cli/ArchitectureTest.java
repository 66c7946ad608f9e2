package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the poms can't enforce. */
class ArchitectureTest {
  private static final Path HOME = Path.of("../..");

  @Test
  void framework_namesNoGame() throws IOException {
    List<String> games = folders(HOME.resolve("games"));
    assertThat(games).isNotEmpty();
    Pattern named = Pattern.compile(
        "\"[^\"\\n]*\\b(" + String.join("|", games) + ")\\b[^\"\\n]*\"|mesa\\.games\\.(" + String.join("|", games) + ")\\b");
    List<String> found = new ArrayList<>();
    for (String module : folders(HOME.resolve("src"))) {
      for (Path file : filesBelow(HOME.resolve("src").resolve(module).resolve("src/main"))) {
        named.matcher(Files.readString(file)).results().forEach(match -> found.add(file + ": " + match.group()));
      }
    }

    assertThat(found).isEmpty();
  }

  /** PyTorch's natives alone weigh over a hundred megabytes. */
  @Test
  void classPath_ofPlaying_holdsNoTrainer() {
    assertThat(getClass().getResource("/mesa/core/Game.class")).isNotNull();
    assertThat(getClass().getResource("/ai/djl/Model.class")).isNull();
    assertThat(System.getProperty("java.class.path")).doesNotContain("pytorch");
  }

  private static List<String> folders(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(entry -> Files.exists(entry.resolve("pom.xml")))
          .map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
