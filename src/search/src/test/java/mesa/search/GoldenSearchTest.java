package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole searches on file, {@code GAME-KIND.json}, so that a change of a search shows what it changes, move by move. Each
 * file says itself what is searched; a new one needs game, position and spec alone before it is first recorded.
 * {@value #HINT}
 */
class GoldenSearchTest {
  private static final String HINT =
      "To record what is found now: mvn test -pl src/search -am -Dtest=GoldenSearchTest "
          + "-Dsurefire.failIfNoSpecifiedTests=false -Dmesa.record=true, and read the diff before you commit it.";

  private static final Path FOLDER = Path.of("src/test/resources/mesa/search/golden");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> search_onFile_isTheSameNow() throws IOException {
    return files().stream().map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  /** So that nobody drops one unseen. */
  @Test
  void files_together_coverEveryKindOfSearchInEveryGame() throws IOException {
    Set<String> names = files().stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    Set<String> wanted = new TreeSet<>();
    for (String game : List.of("tictactoe", "connectfour", "hex", "chess")) {
      for (String kind : List.of("mcts", "gumbel", "alphabeta", "solver")) {
        wanted.add(game + "-" + kind + ".json");
      }
    }
    for (String way : List.of("connectfour-threads", "chess-threads", "connectfour-full", "hex-noise", "hex-gumbelnoise", "chess-cache",
        "connectfour-multipv")) {
      wanted.add(way + ".json"); // What changes nothing in the others.
    }
    assertThat(names).containsAll(wanted);
  }

  private static void check(Path file) throws IOException {
    Golden recorded = JSON.readValue(file.toFile(), Golden.class);
    Golden now = recorded.searched();
    if (Boolean.getBoolean("mesa.record")) {
      Files.writeString(file, readable(JSON.valueToTree(now)));
      return;
    }
    String difference = difference(JSON.valueToTree(recorded), JSON.valueToTree(now));
    if (!difference.isEmpty()) {
      throw new AssertionError(file + ", " + recorded.spec() + ": " + difference + "\n" + HINT);
    }
  }

  /** Where the two part first: in the lines, from the root down, or else in what is said about all of them. */
  static String difference(JsonNode recorded, JsonNode now) {
    JsonNode lines = recorded.path("lines");
    for (int i = 0; i < Math.max(lines.size(), now.path("lines").size()); i++) {
      JsonNode before = lines.path(i);
      JsonNode after = now.path("lines").path(i);
      if (!before.equals(after)) {
        String where = "the first difference is in line " + (i + 1);
        return before.path("moves").equals(after.path("moves"))
            ? where + (i == 0 ? "" : ", " + before.path("moves")) + ": " + fields(before, after)
            : where + ": " + orNone(before) + " is on file, " + orNone(after) + " is found now";
      }
    }
    return fields(recorded, now);
  }

  private static String fields(JsonNode before, JsonNode after) {
    Set<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    return names.stream().filter(name -> !before.path(name).equals(after.path(name)))
        .map(name -> name + " " + orNone(before.path(name)) + " is on file, " + orNone(after.path(name)) + " is found now")
        .collect(Collectors.joining("; "));
  }

  private static String orNone(JsonNode node) {
    return node instanceof MissingNode ? "none" : node.toString();
  }

  @Test
  void difference_visitsOfAMoveChanged_namesTheMoveAndBoth() {
    Map<String, Object> root = Map.of("moves", "", "visits", 5);
    JsonNode before = JSON.valueToTree(Map.of("nodes", 5, "lines", List.of(root, Map.of("moves", "e2e4", "visits", 3))));
    JsonNode after = JSON.valueToTree(Map.of("nodes", 5, "lines", List.of(root, Map.of("moves", "e2e4", "visits", 4))));
    assertThat(difference(before, after))
        .isEqualTo("the first difference is in line 2, \"e2e4\": visits 3 is on file, 4 is found now");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  /** Writes a field a line, and of the list of lines an item a line. */
  private static String readable(JsonNode golden) {
    return golden.properties().stream()
        .map(field -> "  \"" + field.getKey() + "\": " + (field.getKey().equals("lines")
            ? StreamSupport.stream(field.getValue().spliterator(), false).map(JsonNode::toString)
                .collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"))
            : field.getValue().toString()))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }
}
