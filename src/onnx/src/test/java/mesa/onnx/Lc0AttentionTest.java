package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random networks with attention are read as lc0 itself read the same files; how it was asked is said in
 * lc0-attention.json.
 */
class Lc0AttentionTest {
  private static final Game CHESS = Registry.load().game("chess");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TOWER_AND_ATTENTION")
  void evaluate_ofEachKindOfAttention_isWhatLc0Reads(RandomLc0.Kind kind) throws IOException {
    check(kind, "", kind.name());
  }

  @Test
  void evaluate_withOtherHeads_isWhatLc0Reads() throws IOException {
    check(RandomLc0.Kind.DENSE, ",policy=optimistic,value=q", "DENSE, optimistic, q");
  }

  @Test
  void evaluate_ofAttentionBehindATower_isWhatLc0sModelOfItGives() throws IOException {
    check(RandomLc0.Kind.TOWER_AND_ATTENTION, ",rounding=none", "TOWER_AND_ATTENTION");
  }

  private void check(RandomLc0.Kind kind, String options, String name) throws IOException {
    Path file = RandomLc0.of(kind).write(folder.resolve("random.pb.gz"));
    JsonNode all;
    try (InputStream in = Lc0AttentionTest.class.getResourceAsStream("lc0-attention.json")) {
      all = new ObjectMapper().readTree(in);
    }
    List<JsonNode> readings = StreamSupport.stream(all.get("readings").get(name).spliterator(), false).toList();
    assertThat(readings).hasSize(all.get("positions").size());
    try (Evaluator evaluator = Registry.load().evaluator(CHESS, Spec.parse("lc0:file=" + file + options))) {
      for (int i = 0; i < readings.size(); i++) {
        Lc0Reading.of(readings.get(i)).check(position(all.get("positions").get(i).asText()), evaluator);
      }
    }
  }

  /** A FEN, or moves from the start. */
  private static Position position(String text) {
    if (text.contains("/")) {
      return CHESS.parse(text);
    }
    Position position = CHESS.start();
    for (String move : text.isEmpty() ? new String[0] : text.split(" ")) {
      position.make(position.parseMove(move));
    }
    return position;
  }
}
