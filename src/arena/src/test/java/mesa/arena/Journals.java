package mesa.arena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at journals as a script without Mesa would. */
final class Journals {
  private static final JsonMapper JSON = new JsonMapper();

  private Journals() {}

  /** {@return all lines of a kind, as they stand in the file} */
  static List<ObjectNode> lines(Path folder, String kind) throws IOException {
    return Files.readAllLines(folder.resolve("games.jsonl")).stream()
        .map(Journals::parse)
        .filter(line -> line.get("t").asText().equals(kind))
        .toList();
  }

  private static ObjectNode parse(String line) {
    try {
      return (ObjectNode) JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  /** {@return the games in the order of the schedule, without what depends on clocks: equal for equal tournaments} */
  static String canonical(Path folder) throws IOException {
    return lines(folder, "game").stream()
        .sorted(Comparator.comparingInt(game -> game.get("i").asInt()))
        .map(Journals::timeless)
        .collect(Collectors.joining("\n"));
  }

  private static String timeless(ObjectNode game) {
    game.remove(List.of("start", "ns", "wall", "cpu", "ponder", "crc", "flags"));
    JsonNode sum = game.get("sum");
    ((ObjectNode) sum).remove(List.of("wall", "cpu", "ponder", "bytes", "peak"));
    return game.toString();
  }
}
