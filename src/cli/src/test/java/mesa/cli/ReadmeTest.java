package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The README's player compiles, and the quick commands of all READMEs print what these show, times aside. */
class ReadmeTest {
  private static final Path README = Path.of("../../README.md");
  private static final Path CHESS_README = Path.of("../../games/chess/README.md");
  private static final Path ARENA = Path.of("../../src/arena");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?class (\\w+).*?)```", Pattern.DOTALL);
  private static final Pattern SHELL = Pattern.compile("(?m)^    \\$ \\./mesa (.*)\n((?:    (?!\\$).*\n|\n(?=    (?!\\$)))*)");
  private static final List<String> QUICK = List.of("perft", "evaluate", "match", "suite", "sprt");

  @TempDir
  private Path folder;

  private record Shown(String command, String output) {}

  private static List<Shown> shown() throws IOException {
    List<Shown> shown = new ArrayList<>();
    Matcher matcher = SHELL.matcher(Files.readString(README) + "\n" + Files.readString(CHESS_README) + "\n"
        + Files.readString(ARENA.resolve("README.md")) + "\n" + Files.readString(ARENA.resolve("STATISTICS.md")));
    while (matcher.find()) {
      if (QUICK.contains(matcher.group(1).split(" ")[0]) && !matcher.group(2).isBlank()) {
        shown.add(new Shown(matcher.group(1), matcher.group(2).replaceAll("(?m)^    ", "")));
      }
    }
    return shown;
  }

  @TestFactory
  Stream<DynamicTest> commands_thatShowTheirOutput_printIt() throws IOException {
    compilePlayer();
    assertThat(shown()).hasSizeGreaterThanOrEqualTo(3);
    return shown().stream().map(each -> DynamicTest.dynamicTest(each.command(), () -> {
      List<String> words = new ArrayList<>();
      for (Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(each.command()); word.find();) {
        words.add(word.group(1) != null ? word.group(1) : word.group(2).equals("out") ? folder.toString() : word.group(2));
      }
      if (words.getFirst().equals("match")) {
        words.addAll(List.of("--out", folder.resolve("run").toString(), "--quiet"));
      }
      Ran ran = Ran.mesa(words.toArray(String[]::new));

      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(withoutTimes(ran.out())).isEqualTo(withoutTimes(each.output()));
    }));
  }

  @Test
  void player_ofTheReadme_hasFifteenLines() throws IOException {
    assertThat(player().group(1).lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(15);
  }

  private void compilePlayer() throws IOException {
    Matcher player = player();
    Path file = folder.resolve(player.group(2) + ".java");
    Files.writeString(file, player.group(1));
    int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d", folder.toString(),
        "-classpath", System.getProperty("java.class.path"), file.toString());
    assertThat(code).as("javac").isZero();
  }

  private static Matcher player() throws IOException {
    Matcher java = JAVA.matcher(Files.readString(README));
    assertThat(java.find()).as("a player in java").isTrue();
    return java;
  }

  private static String withoutTimes(String text) {
    return text
        .replaceAll("[\\d,.]+ (ns|us|µs|ms|s)\\b", "TIME")
        .replaceAll("[\\d,.]+ (B|kB|MB)\\b", "MEMORY")
        .replaceAll("(?m)^(seconds|nodes/s) .*$", "$1 TIME")
        .replaceAll("(?m)^Files in .*$", "FILES")
        .replaceAll("\\d at a time", "N at a time")
        .replaceAll(" +", " ")
        .replaceAll("(?m) $", "")
        .strip();
  }
}
