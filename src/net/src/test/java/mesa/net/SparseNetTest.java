package mesa.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("other-widths")
class SparseNetTest {
  private static final Game CHESS = Registry.load().game("chess");
  private static final Encoder ENCODER = CHESS.encoder().orElseThrow();

  @ParameterizedTest
  @ValueSource(ints = {1, 13, 32, 64, 100, 128, 256})
  void evaluate_byPlainLoopsAndAnyVectors_givesTheSameBits(int width) {
    Net net = RandomNets.of(CHESS, width, width, width);
    SparseNet expected = new SparseNet(net, ENCODER, new ScalarKernels());
    OtherWidths.all().forEach((name, kernels) -> {
      SparseNet evaluator = new SparseNet(net, ENCODER, kernels);
      for (Position position : positions()) {
        Moves moves = Moves.of(position);
        float[] priors = new float[moves.size()];
        float[] expectedPriors = new float[moves.size()];
        float value = evaluator.evaluate(position, moves, priors);
        float expectedValue = expected.evaluate(position, moves, expectedPriors);
        assertThat(value).as("%s, %s", name, position.text()).isEqualTo(expectedValue);
        assertThat(priors).as("%s, %s", name, position.text()).isEqualTo(expectedPriors);
      }
    });
  }

  @ParameterizedTest
  @EnumSource
  void evaluate_ofRandomNet_isWhatTheFormulaSays(ValueHead head) {
    Net net = RandomNets.of(CHESS, new NetShape(768, ENCODER.actions(), 20, 12, head), 5);
    SparseNet evaluator = new SparseNet(net, ENCODER);
    for (Position position : positions()) {
      Moves moves = Moves.of(position);
      float[] priors = new float[moves.size()];
      double value = evaluator.evaluate(position, moves, priors);
      assertThat(value).as(position.text()).isCloseTo(value(net, position), within(1e-5));
      assertThat(evaluator.score(position)).as(position.text())
          .isCloseTo((int) Math.round(800 * atanh(value(net, position))), within(1));
      double[] expected = priors(net, position, moves);
      for (int i = 0; i < priors.length; i++) {
        assertThat((double) priors[i]).as(position.text()).isCloseTo(expected[i], within(1e-5));
      }
    }
  }

  @Test
  void value_ofSureOutputs_isCertain() {
    NetShape shape = new NetShape(768, ENCODER.actions(), 1, 1, ValueHead.WDL);
    Map<NetTensor, float[]> weights = RandomNets.weights(shape, 1);
    Arrays.fill(weights.get(NetTensor.VALUE_OUT), 0);
    weights.put(NetTensor.VALUE_OUT_BIAS, new float[] {0, 0, 100});
    assertThat(new SparseNet(Net.of(CHESS, shape, Map.of(), weights), ENCODER).value(CHESS.start())).isEqualTo(-1);
    weights.put(NetTensor.VALUE_OUT_BIAS, new float[] {3, 100, 3});
    assertThat(new SparseNet(Net.of(CHESS, shape, Map.of(), weights), ENCODER).value(CHESS.start())).isZero();
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

  /** The README's formula, in doubles and without a thought to speed. */
  private static double value(Net net, Position position) {
    int width = net.shape().valueWidth();
    float[] out = net.copy(NetTensor.VALUE_OUT);
    double[] mover = hidden(net, position, 0, NetTensor.VALUE_FEATURES, NetTensor.VALUE_FEATURES_BIAS, width);
    double[] other = hidden(net, position, 1, NetTensor.VALUE_FEATURES, NetTensor.VALUE_FEATURES_BIAS, width);
    double[] outputs = new double[net.shape().head().outputs()];
    for (int row = 0; row < outputs.length; row++) {
      outputs[row] = net.copy(NetTensor.VALUE_OUT_BIAS)[row];
      for (int i = 0; i < width; i++) {
        outputs[row] += mover[i] * out[(2 * row) * width + i] + other[i] * out[(2 * row + 1) * width + i];
      }
    }
    if (net.shape().head() == ValueHead.SCALAR) {
      return Math.tanh(outputs[0]);
    }
    double win = Math.exp(outputs[0]);
    double loss = Math.exp(outputs[2]);
    return (win - loss) / (win + Math.exp(outputs[1]) + loss);
  }

  private static double atanh(double x) {
    return 0.5 * Math.log((1 + x) / (1 - x));
  }

  private static double[] priors(Net net, Position position, Moves moves) {
    int width = net.shape().policyWidth();
    double[] mover = hidden(net, position, 0, NetTensor.POLICY_FEATURES, NetTensor.POLICY_FEATURES_BIAS, width);
    float[] out = net.copy(NetTensor.POLICY_OUT);
    float[] bias = net.copy(NetTensor.POLICY_OUT_BIAS);
    double[] odds = new double[moves.size()];
    double sum = 0;
    for (int i = 0; i < odds.length; i++) {
      int slot = ENCODER.action(position, moves.get(i));
      double logit = bias[slot];
      for (int j = 0; j < width; j++) {
        logit += mover[j] * out[slot * width + j];
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
    float[] weights = net.copy(rows);
    float[] start = net.copy(bias);
    double[] hidden = new double[width];
    for (int i = 0; i < width; i++) {
      hidden[i] = start[i];
      for (int feature = 0; feature < ENCODER.inputs(); feature++) {
        hidden[i] += (bits[feature >> 6] >>> feature & 1) * weights[feature * width + i];
      }
      hidden[i] = Math.pow(Math.clamp(hidden[i], 0, 1), 2);
    }
    return hidden;
  }

  private static List<Position> positions() {
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
    return positions;
  }
}
