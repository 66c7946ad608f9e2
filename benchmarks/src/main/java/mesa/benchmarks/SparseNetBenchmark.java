package mesa.benchmarks;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.net.Net;
import mesa.net.NetShape;
import mesa.net.NetTensor;
import mesa.net.SparseNet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a net cost, by its width, the rules aside? {@code ./mesa jmh SparseNet -prof gc}, which should show 0 bytes
 * an operation. An operation is one value of a net 768 -> width for both sides, or 35 priors of a net 768 -> width ->
 * 11280, on 24 random features: all new, or but for one that went and one that came for each side.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SparseNetBenchmark {
  /** Makes the benchmark. */
  public SparseNetBenchmark() {}

  /** A net, asked for values. */
  @State(Scope.Thread)
  public static class Value {
    /** Hidden units for each side. */
    @Param({"128", "256", "512"})
    int width;

    private Asked fresh;
    private Asked related;

    /** Makes the net. */
    @Setup
    public void setUp() {
      fresh = new Asked(width, 1, false);
      related = new Asked(width, 1, true);
    }
  }

  /** A net, asked for priors. */
  @State(Scope.Thread)
  public static class Policy {
    /** Hidden units. */
    @Param({"32", "64", "128"})
    int width;

    private final Moves moves = RandomViews.moves();
    private final float[] priors = new float[moves.size()];
    private Asked fresh;
    private Asked related;

    /** Makes the net. */
    @Setup
    public void setUp() {
      fresh = new Asked(1, width, false);
      related = new Asked(1, width, true);
    }
  }

  /** A net and what it is asked about. */
  private static final class Asked {
    final Position position;
    final SparseNet net;

    Asked(int valueWidth, int policyWidth, boolean related) {
      Game game = Registry.load().game("chess");
      Encoder encoder = game.encoder().orElseThrow();
      NetShape shape = NetShape.of(encoder, valueWidth, policyWidth);
      Rng rng = new Rng(1);
      Map<NetTensor, float[]> weights = new EnumMap<>(NetTensor.class);
      for (NetTensor tensor : NetTensor.values()) {
        float[] data = new float[shape.count(tensor)];
        for (int i = 0; i < data.length; i++) {
          data[i] = (float) (rng.unit() - 0.5) / 4;
        }
        weights.put(tensor, data);
      }
      position = game.start();
      net = new SparseNet(Net.of(game, shape, Map.of(), weights), new RandomViews(encoder, related));
    }
  }

  /** {@return a value from scratch} */
  @Benchmark
  public float valueFromScratch(Value state) {
    return state.fresh.net.value(state.fresh.position);
  }

  /** {@return a value a move after the last} */
  @Benchmark
  public float valueAfterAMove(Value state) {
    return state.related.net.value(state.related.position);
  }

  /** {@return priors from scratch} */
  @Benchmark
  public float[] priorsFromScratch(Policy state) {
    state.fresh.net.priors(state.fresh.position, state.moves, state.priors);
    return state.priors;
  }

  /** {@return priors a move after the last} */
  @Benchmark
  public float[] priorsAfterAMove(Policy state) {
    state.related.net.priors(state.related.position, state.moves, state.priors);
    return state.priors;
  }
}
