package mesa.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.testkit.Allocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is allocated once the JIT is through, which needs a JVM that has seen vectors of no other width. */
class WarmNetTest {
  @ParameterizedTest
  @CsvSource({"32, 32", "128, 64", "256, 96", "512, 128"})
  void everyCall_whenWarm_allocatesNothing(int valueWidth, int policyWidth) {
    Game chess = Registry.load().game("chess");
    Net net = RandomNets.of(chess, valueWidth, policyWidth, 1);
    SparseNet evaluator = new SparseNet(net, chess.encoder().orElseThrow());
    List<Position> positions = new ArrayList<>();
    List<Moves> moves = new ArrayList<>();
    Rng rng = new Rng(1);
    for (Position position = chess.start(); positions.size() < 60 && !position.outcome().isOver();) {
      positions.add(position.copy());
      moves.add(Moves.of(position));
      position.make(moves.getLast().get(rng.below(moves.getLast().size())));
    }
    float[] priors = new float[256];
    Allocation.assertNone("a net", () -> {
      for (int i = 0; i < 2_000; i++) {
        int which = i % positions.size();
        evaluator.value(positions.get(which));
        evaluator.score(positions.get(which));
        evaluator.priors(positions.get(which), moves.get(which), priors);
        evaluator.evaluate(positions.get(which), moves.get(which), priors);
      }
    });
  }

  @Test
  void everyKernel_whenWarm_allocatesNothing() {
    Kernels kernels = Kernels.BEST;
    short[] rows = new short[100 * 128];
    Arrays.setAll(new int[rows.length], i -> rows[i] = (short) (i % 100 - 50));
    short[] sums = new short[3 * 128];
    int[] squares = new int[128];
    int[] bias = new int[100];
    int[] slots = {1, 2, 3, 5, 8, 13, 21, 34};
    float[] logits = new float[32];
    Allocation.assertNone("all kernels", () -> {
      for (int i = 0; i < 2_000; i++) {
        kernels.update(sums, 0, 128, rows, 128, slots, 8, slots, 4);
        kernels.squares(sums, 128, (short) 255, squares);
        kernels.logits(squares, rows, bias, kernels.dot(sums, 0, 128, (short) 255, rows, 0, 128), slots, 8, logits);
        kernels.softmax(logits, 8);
      }
    });
  }
}
