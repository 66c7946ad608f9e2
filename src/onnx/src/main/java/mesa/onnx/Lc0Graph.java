package mesa.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mesa.core.BadInputException;
import mesa.core.PlaneEncoder;

/**
 * Writes a network of lc0's as an ONNX model, from the input {@value #PLANES} to the outputs {@value #POLICY}, a logit
 * for each slot, and {@value #VALUE}, the probabilities of win, draw and loss or a single number in [-1, 1].
 */
final class Lc0Graph {
  static final String PLANES = "planes";
  static final String POLICY = "policy";
  static final String VALUE = "value";

  private final OnnxGraph graph = new OnnxGraph();
  private final Lc0Weights weights;
  private final PlaneEncoder encoder;
  private final Rounding rounding;

  private Lc0Graph(Lc0Weights weights, PlaneEncoder encoder, Rounding rounding) {
    this.weights = weights;
    this.encoder = encoder;
    this.rounding = rounding;
  }

  /**
   * Writes a model. Rounded, if at all, are inputs and outputs of the tower's convolutions; the planes, whose counter
   * would take all of 8 bits, the stream from block to block and the last layers stay floats.
   *
   * @param weights the network
   * @param encoder its planes and slots
   * @param rounding where numbers are rounded
   * @return the model's file
   * @throws BadInputException if the policy is a convolution whose order of slots the encoder does not know
   */
  static byte[] write(Lc0Weights weights, PlaneEncoder encoder, Rounding rounding) {
    return new Lc0Graph(weights, encoder, rounding).write();
  }

  private byte[] write() {
    String flow = graph.input(PLANES, -1, encoder.planes(), encoder.rows(), encoder.columns());
    flow = activation(convolution(weights.input(), 3, flow));
    for (Lc0Weights.Block block : weights.blocks()) {
      flow = residual(block, flow);
    }
    policy(flow);
    value(flow);
    return graph.toBytes();
  }

  private String convolution(Convolution convolution, int kernel, String flow) {
    return convolution(convolution, kernel, flow, Rounding.none());
  }

  /** A convolution whose inputs and output are rounded, if anything is. */
  private String convolutionOfRounded(Convolution convolution, String flow) {
    return convolution(convolution, 3, flow, rounding);
  }

  private String convolution(Convolution convolution, int kernel, String flow, Rounding rounding) {
    int inputs = convolution.inputs(kernel * kernel);
    List<String> numbers = rounding.weights(graph, flow, convolution, convolution.outputs(), inputs, kernel, kernel);
    int[] pads = new int[4];
    Arrays.fill(pads, kernel / 2);
    return graph.node("Conv", Map.of("kernel_shape", new int[] {kernel, kernel}, "pads", pads), flow,
        numbers.get(0), numbers.get(1));
  }

  private String rounded(String flow, int channels) {
    return rounding.round(graph, flow, channels, encoder.rows(), encoder.columns());
  }

  private String activation(String flow) {
    if (!weights.format().hasMish()) {
      return graph.node("Relu", flow);
    }
    return graph.node("Mul", flow, graph.node("Tanh", graph.node("Softplus", flow)));
  }

  private String residual(Lc0Weights.Block block, String flow) {
    int filters = weights.filters();
    String first = rounded(activation(convolutionOfRounded(block.first(), rounded(flow, filters))), filters);
    String second = rounded(convolutionOfRounded(block.second(), first), filters);
    String scaled = block.squeeze() == null ? second : squeezeAndExcite(block, second);
    return activation(graph.node("Add", scaled, flow));
  }

  private String squeezeAndExcite(Lc0Weights.Block block, String flow) {
    int filters = weights.filters();
    String means = graph.node("GlobalAveragePool", flow);
    String both = pointwise(block.excite(), activation(pointwise(block.squeeze(), means)));
    String gates = graph.node("Sigmoid", slice(both, 0, filters));
    return graph.node("Add", graph.node("Mul", flow, gates), slice(both, filters, 2 * filters));
  }

  /** A fully connected layer over channels of a single cell, as a convolution, which keeps the shape. */
  private String pointwise(Lc0Weights.Dense dense, String flow) {
    return convolution(new Convolution(dense.weights(), dense.biases()), 1, flow);
  }

  private String slice(String flow, long from, long to) {
    return graph.node("Slice", flow, graph.constant("from", new long[] {from}, 1),
        graph.constant("to", new long[] {to}, 1), graph.constant("axis", new long[] {1}, 1));
  }

  private void policy(String body) {
    String flow = body;
    if (weights.policyDense() != null) {
      flow = activation(convolution(weights.policy(), 1, flow));
      graph.node("", "Identity", Map.of(), new String[] {dense(weights.policyDense(), flatten(flow))}, POLICY);
    } else {
      int[] layout = layout();
      if (weights.policyFirst() != null) {
        String first = activation(convolutionOfRounded(weights.policyFirst(), rounded(flow, weights.filters())));
        flow = rounded(first, weights.policyFirst().outputs());
      }
      flow = convolution(weights.policy(), 3, flow);
      long[] indices = Arrays.stream(layout).asLongStream().toArray();
      graph.node("", "Gather", Map.of("axis", 1),
          new String[] {flatten(flow), graph.constant("slots", indices, indices.length)}, POLICY);
    }
    graph.output(POLICY, -1, encoder.actions());
  }

  private int[] layout() {
    int[] layout = encoder.layout("convolution");
    int outputs = weights.policy().outputs() * encoder.rows() * encoder.columns();
    if (layout.length == 0 || Arrays.stream(layout).max().orElse(0) >= outputs) {
      throw new BadInputException("its policy is a convolution of " + weights.policy().outputs()
          + " planes, whose order the planes " + encoder.id() + " do not know");
    }
    return layout;
  }

  private void value(String body) {
    String flow = flatten(activation(convolution(weights.value(), 1, body)));
    flow = dense(weights.valueOut(), activation(dense(weights.valueHidden(), flow)));
    boolean wdl = weights.format().hasWdl();
    graph.node("", wdl ? "Softmax" : "Tanh", wdl ? Map.of("axis", 1) : Map.of(), new String[] {flow}, VALUE);
    graph.output(VALUE, -1, wdl ? 3 : 1);
  }

  private String flatten(String flow) {
    return graph.node("Flatten", Map.of("axis", 1), flow);
  }

  private String dense(Lc0Weights.Dense dense, String flow) {
    int outputs = dense.biases().length;
    return graph.node("Gemm", Map.of("transB", 1), flow,
        graph.constant("weights", dense.weights(), outputs, dense.weights().length / outputs),
        graph.constant("biases", dense.biases(), outputs));
  }
}
