package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import mesa.core.Evaluator;
import mesa.core.Moves;
import mesa.core.Position;

/**
 * What lc0 printed about a position.
 *
 * @param value win minus loss of the side to move
 * @param percents prior of each move
 */
record Lc0Reading(double value, Map<String, Double> percents) {
  /** Half of the last digit, and as much for lc0 keeps priors as floats of 16 bits: 0.024 % of a prior. */
  private static final double PERCENT = 0.005;
  private static final double PERCENT_OF_PRIOR = 0.00025;
  private static final double VALUE = 0.0005;
  private static final Map<String, String> CASTLING =
      Map.of("e1g1", "e1h1", "e1c1", "e1a1", "e8g8", "e8h8", "e8c8", "e8a8");

  static Lc0Reading of(JsonNode json) {
    Map<String, Double> percents = new HashMap<>();
    json.get("policyPercent").properties().forEach(entry -> percents.put(entry.getKey(), entry.getValue().asDouble()));
    return new Lc0Reading(json.get("winMinusLoss").asDouble(), percents);
  }

  /** Checks that an evaluator reads the same. */
  void check(Position position, Evaluator evaluator) {
    Moves moves = Moves.of(position);
    float[] priors = new float[moves.size()];
    float found = evaluator.evaluate(position, moves, priors);
    assertThat((double) found).as("value of %s", position.text()).isCloseTo(value, within(VALUE));
    assertThat(percents).as("moves of %s", position.text()).hasSize(moves.size());
    for (int i = 0; i < priors.length; i++) {
      String move = position.format(moves.get(i));
      double expected = percents.get(percents.containsKey(move) ? move : CASTLING.get(move));
      assertThat(100.0 * priors[i]).as("prior of %s in %s", move, position.text())
          .isCloseTo(expected, within(PERCENT + PERCENT_OF_PRIOR * expected));
    }
  }
}
