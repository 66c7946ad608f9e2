package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Spec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks are read as lc0 itself reads them, to the digits that it prints. */
class Lc0ReferenceTest {
  static final Path FOLDER = Path.of("../../../shared/nets");

  /** Half of the last digit, and as much for lc0 keeps priors as floats of 16 bits: 0.024 % of a prior. */
  private static final double PERCENT = 0.005;
  private static final double PERCENT_OF_PRIOR = 0.00025;
  private static final double VALUE = 0.0005;
  private static final Map<String, String> CASTLING = Map.of("e1g1", "e1h1", "e1c1", "e1a1", "e8g8", "e8h8", "e8c8", "e8a8");

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
    Moves moves = Moves.of(position);
    float[] priors = new float[moves.size()];
    float value = evaluator.evaluate(position, moves, priors);
    assertThat((double) value).as("value of %s", position.text())
        .isCloseTo(reference.get("winMinusLoss").asDouble(), within(VALUE));
    JsonNode policy = reference.get("policyPercent");
    assertThat(policy.size()).isEqualTo(moves.size());
    for (int i = 0; i < priors.length; i++) {
      String move = position.format(moves.get(i));
      double expected = policy.get(policy.has(move) ? move : CASTLING.get(move)).asDouble();
      assertThat(100.0 * priors[i]).as("prior of %s in %s", move, position.text())
          .isCloseTo(expected, within(PERCENT + PERCENT_OF_PRIOR * expected));
    }
  }
}
