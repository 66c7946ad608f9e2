package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Spec;

/** A resource with what lc0 printed about the same positions by several networks. */
record Lc0Readings(JsonNode all) {
  static Lc0Readings of(String resource) throws IOException {
    try (InputStream in = Lc0Readings.class.getResourceAsStream(resource)) {
      return new Lc0Readings(new ObjectMapper().readTree(in));
    }
  }

  /** Checks that an evaluator reads the same as the named network. */
  void check(String name, String game, String evaluatorSpec) {
    Game rules = Registry.load().game(game);
    JsonNode positions = all.get("positions");
    JsonNode readings = all.get("readings").get(name);
    assertThat(readings.size()).as(name).isEqualTo(positions.size());
    try (Evaluator evaluator = Registry.load().evaluator(rules, Spec.parse(evaluatorSpec))) {
      for (int i = 0; i < readings.size(); i++) {
        if (!readings.get(i).isNull()) {
          Lc0Reading.of(readings.get(i)).check(position(rules, positions.get(i).asText()), evaluator);
        }
      }
    }
  }

  /** A FEN, or moves from the start. */
  private static Position position(Game game, String text) {
    if (text.contains("/")) {
      return game.parse(text);
    }
    Position position = game.start();
    for (String move : text.isEmpty() ? new String[0] : text.split(" ")) {
      position.make(position.parseMove(move));
    }
    return position;
  }
}
