package mesa.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes layers of lc0's networks, each behind a flow; the names of flows go in and come out. */
final class Lc0Layers {
  private final OnnxGraph graph;

  Lc0Layers(OnnxGraph graph) {
    this.graph = graph;
  }

  /** A convolution, rounded if the flow is. */
  String convolution(Convolution convolution, int kernel, String flow, Rounding rounding) {
    int inputs = convolution.inputs(kernel * kernel);
    List<String> numbers = rounding.weights(graph, flow, convolution, convolution.outputs(), inputs, kernel, kernel);
    int[] pads = new int[4];
    Arrays.fill(pads, kernel / 2);
    return graph.node("Conv", Map.of("kernel_shape", new int[] {kernel, kernel}, "pads", pads), flow,
        numbers.get(0), numbers.get(1));
  }

  /** A fully connected layer behind a flow of rows. */
  String dense(Dense dense, String flow) {
    return graph.node("Gemm", Map.of("transB", 1), flow,
        graph.constant("weights", dense.weights(), dense.outputs(), dense.inputs()),
        graph.constant("biases", dense.biases(), dense.outputs()));
  }

  /** A fully connected layer without biases. */
  String dense(float[] weights, int inputs, String flow) {
    return graph.node("Gemm", Map.of("transB", 1), flow,
        graph.constant("weights", weights, weights.length / inputs, inputs));
  }

  /** A normalisation of rows. */
  String norm(Norm norm, float epsilon, String flow) {
    return graph.node("LayerNormalization", Map.of("axis", -1, "epsilon", epsilon), flow,
        graph.constant("gammas", norm.gammas(), norm.gammas().length),
        graph.constant("betas", norm.betas(), norm.betas().length));
  }

  /** Another shape for the same numbers; -1 is what is left. */
  String reshape(String flow, long... shape) {
    return graph.node("Reshape", flow, graph.constant("shape", shape, shape.length));
  }

  String transpose(String flow, int... order) {
    return graph.node("Transpose", Map.of("perm", order), flow);
  }

  /** A part of a flow. */
  String slice(String flow, int axis, long from, long to) {
    return graph.node("Slice", flow, graph.constant("from", new long[] {from}, 1),
        graph.constant("to", new long[] {to}, 1), graph.constant("axis", new long[] {axis}, 1));
  }

  /** All numbers of a position in a row. */
  String flatten(String flow) {
    return graph.node("Flatten", Map.of("axis", 1), flow);
  }
}
