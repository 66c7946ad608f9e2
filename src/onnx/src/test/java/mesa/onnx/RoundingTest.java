package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundingTest {
  private static final Game CHESS = Registry.load().game("chess");

  @TempDir Path folder;

  @Test
  void range_withNumbers_reachesFromTheLeastToTheGreatestAndZero() {
    Rounding.Range range = Rounding.Range.NOTHING.with(new float[] {1, 3}).with(new float[] {-1, 2});
    assertThat(range).isEqualTo(new Rounding.Range(-1, 3));
    assertThat(range.step()).as("a quarter more than from -1 to 3 by 255 steps").isEqualTo(1.25f * 4 / 255);
    assertThat(range.zero()).as("the byte that stands for 0").isEqualTo(51);
  }

  @Test
  void int8_ofARandomNetwork_isNearItsFloats() {
    assertNear(new RandomLc0().write(folder.resolve("random.pb.gz")), 0.01, 0.01);
  }

  @Test
  void int8_ofAWholeNetwork_isNearItsFloats() {
    Path file = Lc0ReferenceTest.FOLDER.resolve("maia-1500.pb.gz");
    assumeTrue(Files.exists(file), "there is no " + file);
    assertNear(file, 0.03, 0.05);
  }

  /** On the average over positions, value and likeliest prior are so near. */
  private static void assertNear(Path file, double value, double prior) {
    double values = 0;
    double priors = 0;
    int positions = 30;
    try (Evaluator floats = evaluator(file, "float"); Evaluator bytes = evaluator(file, "int8")) {
      Position position = CHESS.start();
      Rng rng = new Rng(4);
      for (int ply = 0; ply < positions; ply++) {
        Moves moves = Moves.of(position);
        float[] exact = new float[moves.size()];
        float[] rounded = new float[moves.size()];
        values += Math.abs(floats.evaluate(position, moves, exact) - bytes.evaluate(position, moves, rounded));
        int likeliest = 0;
        for (int i = 0; i < exact.length; i++) {
          likeliest = exact[i] > exact[likeliest] ? i : likeliest;
        }
        priors += Math.abs(exact[likeliest] - rounded[likeliest]);
        position.make(moves.get(rng.below(moves.size())));
      }
    }
    assertThat(values / positions).as("mean distance of values").isPositive().isLessThan(value);
    assertThat(priors / positions).as("mean distance of the likeliest move's prior").isPositive().isLessThan(prior);
  }

  private static Evaluator evaluator(Path file, String precision) {
    return Registry.load().evaluator(CHESS, Spec.parse("lc0:precision=" + precision + ",file=" + file));
  }
}
