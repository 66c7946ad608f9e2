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
import org.junit.jupiter.params.provider.ValueSource;

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
    Weights weights = new Weights(128);
    Allocation.assertNone("all kernels", () -> weights.run(Kernels.BEST, 2_000));
  }

  /** What is compiled for one net must do for the next: where vectors are once on the heap they stay there. */
  @ParameterizedTest
  @ValueSource(ints = {32, 64, 96, 256, 384})
  void everyKernel_afterALongTimeWithAnotherWidth_allocatesNothing(int width) {
    Kernels kernels = OtherWidths.again(Kernels.BEST);
    new Weights(128).run(kernels, 100_000);
    Weights weights = new Weights(width);
    Allocation.assertNone("kernels " + width + " wide", () -> weights.run(kernels, 2_000));
  }

  /** Something to compute with. */
  private static final class Weights {
    private final int width;
    private final short[] rows;
    private final short[] sums;
    private final char[] squares;
    private final int[] bias = new int[64];
    private final int[] slots = {1, 2, 3, 5, 8, 13, 21, 34};
    private final long[] view = {0x8040_2010_0804_0201L};
    private final float[] logits = new float[32];

    Weights(int width) {
      this.width = width;
      rows = new short[64 * width];
      Arrays.setAll(new int[rows.length], i -> rows[i] = (short) (i % 100 - 50));
      sums = new short[3 * width];
      squares = new char[width];
    }

    void run(Kernels kernels, int times) {
      for (int i = 0; i < times; i++) {
        kernels.refresh(view, rows, sums, 0, rows, width);
        kernels.update(sums, 0, width, rows, width, slots, slots, 1 + i % 8);
        kernels.squares(sums, width, (short) 255, squares);
        kernels.logits(squares, rows, bias, kernels.dot(sums, 0, width, (short) 255, rows, 0, width), slots, 8, logits);
        kernels.softmax(logits, 8);
      }
    }
  }
}
