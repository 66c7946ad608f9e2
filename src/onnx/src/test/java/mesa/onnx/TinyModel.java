package mesa.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mesa.core.Rng;

/** Writes a model of one layer for tic-tac-toe, whose 18 features and 9 moves need no more. */
final class TinyModel {
  static final int FEATURES = 18;
  static final int MOVES = 9;

  long[] input = {-1, FEATURES};
  int actions = MOVES;
  int values = 1;
  String activation = "Tanh";
  final float[] policyWeights;
  final float[] valueWeights;
  final OnnxGraph graph = new OnnxGraph();

  TinyModel() {
    Rng rng = new Rng(2);
    policyWeights = random(rng, 10 * FEATURES);
    valueWeights = random(rng, 3 * FEATURES);
  }

  private static float[] random(Rng rng, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) rng.unit() - 0.5f;
    }
    return numbers;
  }

  /** Writes it. */
  Path write(Path file) {
    String board = graph.input("board", input);
    String flat = graph.node("Flatten", Map.of("axis", 1), board);
    graph.node("", "Gemm", Map.of("transB", 1), new String[] {flat, weights(policyWeights, actions)}, "policy");
    String value = graph.node("Gemm", Map.of("transB", 1), flat, weights(valueWeights, values));
    graph.node("", activation, Map.of(), new String[] {value}, "value");
    graph.output("policy", input[0], actions);
    graph.output("value", input[0], values);
    try {
      return Files.write(file, graph.toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String weights(float[] numbers, int outputs) {
    int each = (int) Arrays.stream(input).skip(1).reduce(1, (a, b) -> a * b);
    return graph.constant("weights", Arrays.copyOf(numbers, outputs * each), outputs, each);
  }

  /** Writes its description beside it. */
  static void describe(Path model, String... lines) {
    try {
      Files.write(Path.of(model + ".properties"), List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
