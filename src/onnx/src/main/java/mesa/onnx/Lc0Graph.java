package mesa.onnx;

import java.util.Arrays;
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

  private Lc0Graph(Lc0Weights weights) {
    this.weights = weights;
  }

  /**
   * Writes a model in 32-bit floats.
   *
   * @param weights the network
   * @param encoder its planes and slots
   * @return the model's file
   * @throws BadInputException if the policy is a convolution whose order of slots the encoder does not know
   */
  static byte[] write(Lc0Weights weights, PlaneEncoder encoder) {
    return new Lc0Graph(weights).write(encoder);
  }

  private byte[] write(PlaneEncoder encoder) {
    String flow = graph.input(PLANES, -1, encoder.planes(), encoder.rows(), encoder.columns());
    flow = activation(convolution(weights.input(), 3, flow));
    for (Lc0Weights.Block block : weights.blocks()) {
      flow = residual(block, flow);
    }
    policy(flow, encoder);
    value(flow);
    return graph.toBytes();
  }

  private String convolution(Convolution convolution, int kernel, String flow) {
    int inputs = convolution.inputs(kernel * kernel);
    return graph.node("Conv", Map.of("kernel_shape", new int[] {kernel, kernel}, "pads", pads(kernel)), flow,
        graph.constant("weights", convolution.weights(), convolution.outputs(), inputs, kernel, kernel),
        graph.constant("biases", convolution.biases(), convolution.outputs()));
  }

  private static int[] pads(int kernel) {
    int[] pads = new int[4];
    Arrays.fill(pads, kernel / 2);
    return pads;
  }

  private String activation(String flow) {
    if (!weights.format().hasMish()) {
      return graph.node("Relu", flow);
    }
    return graph.node("Mul", flow, graph.node("Tanh", graph.node("Softplus", flow)));
  }

  private String residual(Lc0Weights.Block block, String flow) {
    String second = convolution(block.second(), 3, activation(convolution(block.first(), 3, flow)));
    String scaled = block.squeeze() == null ? second : squeezeAndExcite(block, second);
    return activation(graph.node("Add", scaled, flow));
  }

  private String squeezeAndExcite(Lc0Weights.Block block, String flow) {
    int filters = weights.filters();
    String means = graph.node("GlobalAveragePool", flow);
    String both = pointwise(block.excite(), filters == 0 ? 1 : block.squeeze().biases().length,
        activation(pointwise(block.squeeze(), filters, means)));
    String gates = graph.node("Sigmoid", slice(both, 0, filters));
    return graph.node("Add", graph.node("Mul", flow, gates), slice(both, filters, 2 * filters));
  }

  /** A fully connected layer over channels of a single cell, as a convolution, which keeps the shape. */
  private String pointwise(Lc0Weights.Dense dense, int inputs, String flow) {
    return convolution(new Convolution(dense.weights(), dense.biases()), 1, flow);
  }

  private String slice(String flow, long from, long to) {
    return graph.node("Slice", flow, graph.constant("from", new long[] {from}, 1),
        graph.constant("to", new long[] {to}, 1), graph.constant("axis", new long[] {1}, 1));
  }

  private void policy(String body, PlaneEncoder encoder) {
    String flow = body;
    if (weights.policyDense() != null) {
      flow = activation(convolution(weights.policy(), 1, flow));
      graph.node("", "Identity", Map.of(), new String[] {dense(weights.policyDense(), flatten(flow))}, POLICY);
    } else {
      int[] layout = layout(encoder);
      if (weights.policyFirst() != null) {
        flow = activation(convolution(weights.policyFirst(), 3, flow));
      }
      flow = convolution(weights.policy(), 3, flow);
      long[] indices = Arrays.stream(layout).asLongStream().toArray();
      graph.node("", "Gather", Map.of("axis", 1),
          new String[] {flatten(flow), graph.constant("slots", indices, indices.length)}, POLICY);
    }
    graph.output(POLICY, -1, encoder.actions());
  }

  private int[] layout(PlaneEncoder encoder) {
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
