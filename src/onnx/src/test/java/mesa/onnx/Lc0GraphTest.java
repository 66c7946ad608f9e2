package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.PlaneEncoder;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.core.Spec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks of every kind are evaluated as plain loops evaluate them. */
class Lc0GraphTest {
  private static final Game CHESS = Registry.load().game("chess");
  private static final PlaneEncoder PLANES = CHESS.planeEncoders().getFirst();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    // structure, policy, value, activation, encoding
    "1, 1, 1, 0, 1",
    "2, 1, 1, 0, 1",
    "3, 1, 2, 0, 1",
    "3, 2, 1, 0, 2",
    "4, 2, 2, 0, 1",
    "4, 2, 2, 1, 4",
    "4, 1, 1, 0, 3",
  })
  void evaluate_ofEachKindOfNetwork_isWhatPlainLoopsCompute(
      int structure, int policy, int value, int activation, int encoding) {
    RandomLc0 network = new RandomLc0();
    network.structure = structure;
    network.policy = policy;
    network.value = value;
    network.activation = activation;
    network.encoding = encoding;
    Path file = network.write(folder.resolve("random.pb.gz"));
    PlainLc0 plain = new PlainLc0(Lc0Weights.read(file, Lc0Weights.Chosen.USUAL, new Integer[] {1}, PLANES.planes(), PLANES.actions()));
    Position position = CHESS.start();
    Rng rng = new Rng(3);
    try (DenseEvaluator evaluator = (DenseEvaluator) Registry.load().evaluator(CHESS,
        Spec.parse("lc0:rounding=none,file=" + file))) {
      for (int ply = 0; ply < 12; ply++) {
        Moves moves = Moves.of(position);
        check(plain, evaluator, position, moves);
        position.make(moves.get(rng.below(moves.size())));
      }
    }
  }

  private static void check(PlainLc0 plain, DenseEvaluator evaluator, Position position, Moves moves) {
    float[] planes = new float[PLANES.size()];
    PLANES.encode(position, planes);
    plain.evaluate(planes, PLANES.layout("convolution"));
    float[] priors = new float[moves.size()];
    float value = evaluator.evaluate(position, moves, priors);
    double expected = plain.value.length == 1 ? plain.value[0] : plain.value[0] - plain.value[2];
    assertThat((double) value).as("value of %s", position.text()).isCloseTo(expected, within(1e-5));
    double sum = 0;
    for (int i = 0; i < moves.size(); i++) {
      sum += Math.exp(plain.policy[PLANES.action(position, moves.get(i))]);
    }
    for (int i = 0; i < moves.size(); i++) {
      assertThat((double) priors[i]).as("prior of %s in %s", position.format(moves.get(i)), position.text())
          .isCloseTo(Math.exp(plain.policy[PLANES.action(position, moves.get(i))]) / sum, within(1e-5));
    }
  }
}
