package mesa.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.testkit.Allocation;
import org.junit.jupiter.api.Test;

class SparseNetTest {
  private static final Game CHESS = Registry.load().game("chess");
  private static final Encoder ENCODER = CHESS.encoder().orElseThrow();

  @Test
  void evaluate_byVectors_equalsPlainLoopsBitForBit() {
    assumeTrue(Kernels.vectorOrNull() != null, "no Vector API here");
    for (int width : new int[] {1, 13, 32, 64, 100, 128}) {
      Net net = RandomNets.of(CHESS, width, width, width);
      SparseNet vector = new SparseNet(net, ENCODER, Kernels.vectorOrNull());
      SparseNet scalar = new SparseNet(net, ENCODER, new ScalarKernels());
      onPositions(position -> {
        Moves moves = Moves.of(position);
        float[] vectorPriors = new float[moves.size()];
        float[] scalarPriors = new float[moves.size()];
        float vectorValue = vector.evaluate(position, moves, vectorPriors);
        float scalarValue = scalar.evaluate(position, moves, scalarPriors);
        assertThat(vectorValue).as("width %d, %s", width, position.text()).isEqualTo(scalarValue);
        assertThat(vectorPriors).as("width %d, %s", width, position.text()).isEqualTo(scalarPriors);
      });
    }
  }

  @Test
  void evaluate_ofRandomNet_isWhatTheFormulaSays() {
    Net net = RandomNets.of(CHESS, 20, 12, 5);
    SparseNet evaluator = new SparseNet(net, ENCODER);
    onPositions(position -> {
      Moves moves = Moves.of(position);
      float[] priors = new float[moves.size()];
      float value = evaluator.evaluate(position, moves, priors);
      assertThat((double) value).as(position.text()).isCloseTo(value(net, position), within(1e-5));
      double[] expected = priors(net, position, moves);
      for (int i = 0; i < priors.length; i++) {
        assertThat((double) priors[i]).as(position.text()).isCloseTo(expected[i], within(1e-5));
      }
    });
  }

  @Test
  void evaluate_ofMirroredPosition_isEqualBitForBit() {
    SparseNet net = new SparseNet(RandomNets.of(CHESS, 20, 12, 5), ENCODER);
    Position white = CHESS.parse("r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1");
    Position black = CHESS.parse("r3k2r/pppbbppp/2n2q1P/1P2p3/3pn3/BN2PNP1/P1PPQPB1/R3K2R b KQkq - 0 1");
    Moves moves = new Moves();
    Moves mirrored = new Moves();
    for (String[] pair : new String[][] {{"e5f7", "e4f2"}, {"e1g1", "e8g8"}, {"d5e6", "d4e3"}, {"a2a3", "a7a6"}}) {
      moves.add(white.parseMove(pair[0]));
      mirrored.add(black.parseMove(pair[1]));
    }
    float[] priors = new float[4];
    float[] mirroredPriors = new float[4];
    assertThat(net.evaluate(black, mirrored, mirroredPriors)).isEqualTo(net.evaluate(white, moves, priors));
    assertThat(mirroredPriors).isEqualTo(priors);
  }

  @Test
  void evaluate_whenWarm_allocatesNothing() {
    SparseNet evaluator = new SparseNet(RandomNets.of(CHESS, 128, 64, 1), ENCODER);
    Position position = CHESS.start();
    Moves moves = Moves.of(position);
    float[] priors = new float[moves.size()];
    Allocation.assertNone("an evaluation", () -> {
      for (int i = 0; i < 2_000; i++) {
        evaluator.value(position);
        evaluator.priors(position, moves, priors);
        evaluator.evaluate(position, moves, priors);
      }
    });
  }

  /** The README's formula, in doubles and without a thought to speed. */
  private static double value(Net net, Position position) {
    int width = net.shape().valueWidth();
    float[] out = net.weights(NetTensor.VALUE_OUT);
    double sum = net.weights(NetTensor.VALUE_OUT_BIAS)[0];
    double[] mover = hidden(net, position, 0, NetTensor.VALUE_FEATURES, NetTensor.VALUE_FEATURES_BIAS, width);
    double[] other = hidden(net, position, 1, NetTensor.VALUE_FEATURES, NetTensor.VALUE_FEATURES_BIAS, width);
    for (int i = 0; i < width; i++) {
      sum += mover[i] * out[i] + other[i] * out[width + i];
    }
    return Math.tanh(sum);
  }

  private static double[] priors(Net net, Position position, Moves moves) {
    int width = net.shape().policyWidth();
    double[] mover = hidden(net, position, 0, NetTensor.POLICY_FEATURES, NetTensor.POLICY_FEATURES_BIAS, width);
    double[] odds = new double[moves.size()];
    double sum = 0;
    for (int i = 0; i < odds.length; i++) {
      int slot = ENCODER.action(position, moves.get(i));
      double logit = net.weights(NetTensor.POLICY_OUT_BIAS)[slot];
      for (int j = 0; j < width; j++) {
        logit += mover[j] * net.weights(NetTensor.POLICY_OUT)[slot * width + j];
      }
      odds[i] = Math.exp(logit);
      sum += odds[i];
    }
    for (int i = 0; i < odds.length; i++) {
      odds[i] /= sum;
    }
    return odds;
  }

  private static double[] hidden(
      Net net, Position position, int fromMover, NetTensor rows, NetTensor bias, int width) {
    long[] bits = new long[ENCODER.words()];
    ENCODER.encode(position, position.sideToMove() ^ fromMover, bits);
    double[] hidden = new double[width];
    for (int i = 0; i < width; i++) {
      hidden[i] = net.weights(bias)[i];
      for (int feature = 0; feature < ENCODER.inputs(); feature++) {
        hidden[i] += (bits[feature >> 6] >>> feature & 1) * net.weights(rows)[feature * width + i];
      }
      hidden[i] = Math.pow(Math.clamp(hidden[i], 0, 1), 2);
    }
    return hidden;
  }

  private static void onPositions(Consumer<Position> check) {
    Rng rng = new Rng(7);
    List<Position> positions = new ArrayList<>();
    for (int game = 0; game < 5; game++) {
      Position position = CHESS.start();
      for (int ply = 0; ply < 60 && !position.outcome().isOver(); ply++) {
        if (ply % 7 == 0) {
          positions.add(position.copy());
        }
        Moves moves = Moves.of(position);
        position.make(moves.get(rng.below(moves.size())));
      }
    }
    positions.forEach(check);
  }
}
