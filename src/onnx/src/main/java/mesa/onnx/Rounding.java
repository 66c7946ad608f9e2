package mesa.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where in a net numbers are rounded to 8 bits, and by which steps. A net is written once with places that are watched,
 * to see which numbers occur, and then with places that round to these ranges; or with neither, in plain floats.
 *
 * <p>Rounding is written as a pair of the standard operators QuantizeLinear and DequantizeLinear, which ONNX Runtime
 * merges with the convolutions between them into such of integers.
 */
final class Rounding {
  private static final int STEPS = 255;
  private static final int MOST_WEIGHT = 127;

  /** Room for numbers that did not occur while watching: to cut one off costs more than coarser steps do. */
  private static final float MARGIN = 1.25f;

  /**
   * The numbers that occur somewhere.
   *
   * @param least at most 0
   * @param greatest at least 0
   */
  record Range(float least, float greatest) {
    static final Range NOTHING = new Range(0, 0);

    Range with(float[] numbers) {
      float low = least;
      float high = greatest;
      for (float number : numbers) {
        low = Math.min(low, number);
        high = Math.max(high, number);
      }
      return new Range(low, high);
    }

    float step() {
      return MARGIN * Math.max(greatest - least, Float.MIN_NORMAL) / STEPS;
    }

    int zero() {
      return Math.round(-least / step());
    }
  }

  private final boolean watches;
  private final List<Range> ranges;
  private final List<Session.Port> watched = new ArrayList<>();
  /** By the name of a rounded flow, its step. */
  private final Map<String, Float> steps = new HashMap<>();
  private int places;

  private Rounding(boolean watches, List<Range> ranges) {
    this.watches = watches;
    this.ranges = ranges;
  }

  /** Nothing is rounded. */
  static Rounding none() {
    return new Rounding(false, List.of());
  }

  /** Nothing is rounded, and each place is an output. */
  static Rounding watching() {
    return new Rounding(true, List.of());
  }

  /** Each place is rounded to its range. */
  static Rounding to(List<Range> ranges) {
    return new Rounding(false, ranges);
  }

  /** The places, as outputs. */
  List<Session.Port> watched() {
    return watched;
  }

  /** Rounds a flow, which has so many channels on a board of so many cells. */
  String round(OnnxGraph graph, String flow, int channels, int rows, int columns) {
    if (watches) {
      graph.output(flow, -1, channels, rows, columns);
      watched.add(new Session.Port(flow, channels, rows, columns));
    }
    if (ranges.isEmpty()) {
      return flow;
    }
    Range range = ranges.get(places++);
    String step = graph.constant("step", new float[] {range.step()});
    String zero = graph.constantByte("zero", range.zero());
    String rounded = graph.node("DequantizeLinear", graph.node("QuantizeLinear", flow, step, zero), step, zero);
    steps.put(rounded, range.step());
    return rounded;
  }

  /**
   * Writes weights and biases of a convolution: rounded for each output by a step of its own if its flow is, else plain.
   *
   * @param shape of the weights, outputs first
   * @return the names of both
   */
  List<String> weights(OnnxGraph graph, String flow, Convolution convolution, long... shape) {
    Float step = steps.get(flow);
    int outputs = convolution.outputs();
    if (step == null) {
      return List.of(graph.constant("weights", convolution.weights(), shape),
          graph.constant("biases", convolution.biases(), outputs));
    }
    int inputs = convolution.weights().length / outputs;
    float[] weightSteps = new float[outputs];
    float[] biasSteps = new float[outputs];
    byte[] weights = new byte[convolution.weights().length];
    int[] biases = new int[outputs];
    for (int output = 0; output < outputs; output++) {
      float greatest = Float.MIN_NORMAL;
      for (int i = output * inputs; i < (output + 1) * inputs; i++) {
        greatest = Math.max(greatest, Math.abs(convolution.weights()[i]));
      }
      weightSteps[output] = greatest / MOST_WEIGHT;
      biasSteps[output] = weightSteps[output] * step;
      for (int i = output * inputs; i < (output + 1) * inputs; i++) {
        weights[i] = (byte) Math.round(convolution.weights()[i] / weightSteps[output]);
      }
      biases[output] = Math.round(convolution.biases()[output] / biasSteps[output]);
    }
    return List.of(
        graph.node("DequantizeLinear", Map.of("axis", 0), graph.constant("weights", weights, shape),
            graph.constant("steps", weightSteps, outputs), graph.constant("zeros", new byte[outputs], outputs)),
        graph.node("DequantizeLinear", Map.of("axis", 0), graph.constant("biases", biases, outputs),
            graph.constant("steps", biasSteps, outputs), graph.constant("zeros", new int[outputs], outputs)));
  }
}
