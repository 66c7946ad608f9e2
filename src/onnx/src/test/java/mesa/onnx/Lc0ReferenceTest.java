package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Spec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks are read as lc0 itself reads them, to the digits that it prints. */
class Lc0ReferenceTest {
  static final Path FOLDER = Path.of("../../../shared/nets");

  @ParameterizedTest
  @ValueSource(strings = {"maia-1100", "maia-1500", "maia-1900"})
  void evaluate_ofReferencePositions_isWhatLc0Reads(String network) throws IOException {
    assumeTrue(Files.exists(FOLDER.resolve("lc0-reference.json")), "there are no reference networks in " + FOLDER);
    Game game = Registry.load().game("chess");
    JsonNode references = new ObjectMapper().readTree(FOLDER.resolve("lc0-reference.json").toFile());
    try (Evaluator evaluator = Registry.load().evaluator(game,
        Spec.parse("lc0:file=" + FOLDER.resolve(network + ".pb.gz")))) {
      for (JsonNode reference : references.get("networks").get(network)) {
        check(game, evaluator, reference);
      }
    }
  }

  private static void check(Game game, Evaluator evaluator, JsonNode reference) {
    Position position = game.start();
    reference.get("moves").forEach(move -> position.make(position.parseMove(move.asText())));
    assertThat(position.text()).startsWith(reference.get("fen").asText().replaceFirst(" [^ ]* \\d+ \\d+$", ""));
    Lc0Reading.of(reference).check(position, evaluator);
  }
}
