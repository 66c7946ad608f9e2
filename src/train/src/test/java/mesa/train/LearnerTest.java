package mesa.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.net.Net;
import mesa.net.NetShape;
import mesa.net.NetTensor;
import mesa.net.SparseNet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerTest {
  private static final Registry REGISTRY = Registry.load();

  private final Game chess = REGISTRY.game("chess");
  private final NetShape shape = NetShape.of(chess.encoder().orElseThrow(), 24, 20);

  @ParameterizedTest
  @CsvSource({"djl, chess", "djl, tictactoe", "sparse, chess", "sparse, tictactoe"})
  void loss_ofSingleSamples_isWhatTheNetAtPlaySays(String engine, String name) {
    Game game = REGISTRY.game(name);
    NetShape sizes = NetShape.of(game.encoder().orElseThrow(), 24, 20);
    Net rounded = Net.of(game, sizes, Map.of(), FirstWeights.of(sizes, 3));
    Map<NetTensor, float[]> weights = new EnumMap<>(NetTensor.class);
    for (NetTensor tensor : NetTensor.values()) {
      weights.put(tensor, rounded.copy(tensor));
    }
    Evaluator net = new SparseNet(rounded, game.encoder().orElseThrow());
    try (Learner learner = Learner.of(sizes, weights, learning(engine))) {
      for (Position position : RandomSamples.positions(game, 30, 5)) {
        Moves moves = Moves.of(position);
        float[] priors = new float[moves.size()];
        float value = net.evaluate(position, moves, priors);
        int chosen = moves.size() / 2;
        Learner.Loss loss = learner.loss(batch(lostWith(game, position, moves, chosen), 1));
        // The value's target is -1 and the policy's is that one move, so the losses give both away.
        assertThat(2 * Math.sqrt(loss.value()) - 1).as(position.text()).isCloseTo(value, within(1e-5));
        assertThat(Math.exp(-loss.policy())).as(position.text()).isCloseTo(priors[chosen], within(1e-5));
      }
    }
  }

  private static Samples lostWith(Game game, Position position, Moves moves, int chosen) {
    SampleWriter writer = new SampleWriter(game.encoder().orElseThrow());
    float[] targets = new float[moves.size()];
    targets[chosen] = 1;
    writer.add(position, moves, moves.get(chosen), -1, targets);
    writer.endGame(0, Outcome.wonBy(position.sideToMove() ^ 1));
    return writer.samples();
  }

  @ParameterizedTest
  @CsvSource({"djl, tictactoe", "sparse, chess"})
  void step_onHundredPositions_overfitsThem(String engine, String name) {
    Game game = REGISTRY.game(name);
    NetShape sizes = NetShape.of(game.encoder().orElseThrow(), 48, 48);
    Samples samples = RandomSamples.of(game, 100, 1);
    Pool.Batch batch = batch(samples, 100);
    double entropy = entropy(samples, 100, sizes);
    try (Learner learner = Learner.of(sizes, FirstWeights.of(sizes, 1), learning(engine))) {
      Learner.Loss before = learner.loss(batch);
      for (int i = 0; i < 300; i++) {
        learner.step(batch, 0.01);
      }
      Learner.Loss after = learner.loss(batch);
      assertThat(after.value()).as("value, from %s", before.value()).isLessThan(0.005).isLessThan(before.value() / 10);
      // The targets are random distributions: their own entropy is the least loss there is.
      assertThat(after.policy()).as("policy, from %s", before.policy()).isBetween(entropy - 0.001, entropy + 0.06);
      learner.weights().forEach((tensor, data) -> {
        for (float weight : data) {
          assertThat(Math.abs(weight)).as(tensor.key()).isLessThanOrEqualTo(1.98f);
        }
      });
    }
  }

  @Test
  void step_bySparseAndDjl_takesTheSamePath() {
    Pool.Batch batch = batch(RandomSamples.of(chess, 64, 1), 64);
    Map<NetTensor, float[]> start = FirstWeights.of(shape, 1);
    try (Learner sparse = Learner.of(shape, start, learning("sparse"));
        Learner djl = Learner.of(shape, start, learning("djl"))) {
      for (int i = 0; i < 20; i++) {
        Learner.Loss one = sparse.step(batch, 0.003);
        Learner.Loss other = djl.step(batch, 0.003);
        assertThat(one.value()).as("value at step %d", i).isCloseTo(other.value(), within(1e-4));
        assertThat(one.policy()).as("policy at step %d", i).isCloseTo(other.policy(), within(1e-3));
      }
    }
  }

  @Test
  void gradient_bySparse_isTheSlopeOfTheLoss() {
    Pool.Batch batch = batch(RandomSamples.of(chess, 40, 2), 40);
    Map<NetTensor, float[]> start = FirstWeights.of(shape, 2);
    for (NetTensor tensor : NetTensor.values()) {
      int index = busiest(tensor, batch, start);
      float step = 0.01f;
      double above = lossAt(batch, start, tensor, index, step);
      double below = lossAt(batch, start, tensor, index, -step);
      double slope = (above - below) / (2 * step);
      assertThat((double) gradientOf(batch, start, tensor)[index]).as(tensor.key())
          .isCloseTo(slope, within(2e-4 + 0.03 * Math.abs(slope)));
    }
  }

  private int busiest(NetTensor tensor, Pool.Batch batch, Map<NetTensor, float[]> weights) {
    float[] gradient = gradientOf(batch, weights, tensor);
    int busiest = 0;
    for (int i = 0; i < gradient.length; i++) {
      if (Math.abs(gradient[i]) > Math.abs(gradient[busiest])) {
        busiest = i;
      }
    }
    return busiest;
  }

  private float[] gradientOf(Pool.Batch batch, Map<NetTensor, float[]> weights, NetTensor tensor) {
    SparseGradient gradient = new SparseGradient(shape, weights);
    gradient.run(batch, 0, batch.size(), learning("sparse"), 1f / batch.size(), true);
    return gradient.gradient(tensor);
  }

  private double lossAt(Pool.Batch batch, Map<NetTensor, float[]> start, NetTensor tensor, int index, float change) {
    Map<NetTensor, float[]> changed = new EnumMap<>(start);
    float[] data = start.get(tensor).clone();
    data[index] += change;
    changed.put(tensor, data);
    SparseGradient gradient = new SparseGradient(shape, changed);
    gradient.run(batch, 0, batch.size(), learning("sparse"), 1f / batch.size(), false);
    return (gradient.valueLoss() + gradient.policyLoss()) / batch.size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"djl", "sparse"})
  void fit_withEqualSeeds_givesEqualWeights(String engine) {
    Pool pool = new Pool(List.of(RandomSamples.of(chess, 500, 1)));
    Map<NetTensor, float[]> first = fit(pool, engine, 9);
    Map<NetTensor, float[]> second = fit(pool, engine, 9);
    Map<NetTensor, float[]> other = fit(pool, engine, 10);
    for (NetTensor tensor : NetTensor.values()) {
      assertThat(first.get(tensor)).as(tensor.key()).isEqualTo(second.get(tensor));
    }
    assertThat(first.get(NetTensor.VALUE_OUT)).isNotEqualTo(other.get(NetTensor.VALUE_OUT));
  }

  private Map<NetTensor, float[]> fit(Pool pool, String engine, long seed) {
    Map<NetTensor, float[]> start = FirstWeights.of(shape, 1);
    return Fitting.fit(shape, start, pool, learning(engine), seed, (done, total, note) -> { }).weights();
  }

  private static Learning learning(String engine) {
    return new Learning(engine, 10, 64, 0.003, 0.01, 1.98, 0.5, false);
  }

  private static Pool.Batch batch(Samples samples, int count) {
    return new Pool.Batch(List.of(samples), LongStream.range(0, count).toArray());
  }

  private static double entropy(Samples samples, int count, NetShape shape) {
    int[] slots = new int[shape.actions()];
    float[] targets = new float[shape.actions()];
    double entropy = 0;
    for (int i = 0; i < count; i++) {
      int legal = samples.policy(i, slots, targets);
      for (int j = 0; j < legal; j++) {
        entropy -= targets[j] == 0 ? 0 : targets[j] * Math.log(targets[j]) / count;
      }
    }
    return entropy;
  }
}
