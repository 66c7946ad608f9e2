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
  private final Lc0Layers layers = new Lc0Layers(graph);
  private final AttentionGraph attention;
  private final Lc0Weights weights;
  private final PlaneEncoder encoder;
  private final Rounding rounding;

  private Lc0Graph(Lc0Weights weights, PlaneEncoder encoder, Rounding rounding) {
    this.weights = weights;
    this.encoder = encoder;
    this.rounding = rounding;
    attention = new AttentionGraph(graph, layers, weights);
  }

  /**
   * Writes a model. Rounded, if at all, are inputs and outputs of the tower's convolutions; the planes, whose counter
   * would take all of 8 bits, the stream from block to block and the last layers stay floats.
   *
   * @param weights the network
   * @param encoder its planes and slots
   * @param rounding where numbers are rounded
   * @return the model's file
   * @throws BadInputException if the policy is of a kind whose order of slots the encoder does not know
   */
  static byte[] write(Lc0Weights weights, PlaneEncoder encoder, Rounding rounding) {
    return new Lc0Graph(weights, encoder, rounding).write();
  }

  private byte[] write() {
    String flow = graph.input(PLANES, -1, encoder.planes(), encoder.rows(), encoder.columns());
    if (weights.tower() != null) {
      flow = activation(plain(weights.tower().input(), 3, flow));
      for (Lc0Tower.Block block : weights.tower().blocks()) {
        flow = residual(block, flow);
      }
    }
    if (weights.attention() != null) {
      flow = attention.body(encoder, flow);
    }
    policy(flow);
    value(flow);
    return graph.toBytes();
  }

  private String plain(Convolution convolution, int kernel, String flow) {
    return layers.convolution(convolution, kernel, flow, Rounding.none());
  }

  private String rounded(String flow, int channels) {
    return rounding.round(graph, flow, channels, encoder.rows(), encoder.columns());
  }

  private String activation(String flow) {
    return weights.format().usual().write(graph, flow);
  }

  private String residual(Lc0Tower.Block block, String flow) {
    int filters = weights.tower().filters();
    String first = layers.convolution(block.first(), 3, rounded(flow, filters), rounding);
    String second = layers.convolution(block.second(), 3, rounded(activation(first), filters), rounding);
    String result = rounded(second, filters);
    String scaled = block.squeeze() == null ? result : squeezeAndExcite(block, result);
    return activation(graph.node("Add", scaled, flow));
  }

  private String squeezeAndExcite(Lc0Tower.Block block, String flow) {
    int filters = weights.tower().filters();
    String means = graph.node("GlobalAveragePool", flow);
    String both = pointwise(block.excite(), activation(pointwise(block.squeeze(), means)));
    String gates = graph.node("Sigmoid", layers.slice(both, 1, 0, filters));
    return graph.node("Add", graph.node("Mul", flow, gates), layers.slice(both, 1, filters, 2 * filters));
  }

  /** A fully connected layer over channels of a single cell, as a convolution, which keeps the shape. */
  private String pointwise(Dense dense, String flow) {
    return plain(new Convolution(dense.weights(), dense.biases()), 1, flow);
  }

  private void policy(String body) {
    switch (weights.policy()) {
      case Lc0Policy.Classical head -> {
        String flow = activation(plain(head.convolution(), 1, body));
        graph.node("", "Identity", Map.of(), new String[] {layers.dense(head.layer(), layers.flatten(flow))}, POLICY);
      }
      case Lc0Policy.Convolutions head -> {
        int filters = weights.tower().filters();
        String first = activation(layers.convolution(head.first(), 3, rounded(body, filters), rounding));
        String planes = plain(head.last(), 3, rounded(first, head.first().outputs()));
        gather(layers.flatten(planes), layout("convolution",
            head.last().outputs() * encoder.rows() * encoder.columns()));
      }
      case Lc0Policy.Attention head -> {
        String rows = weights.attention() == null ? attention.rows(body, weights.tower().filters()) : body;
        gather(attention.policy(head, encoder, rows), layout("attention", Integer.MAX_VALUE));
      }
    }
    graph.output(POLICY, -1, encoder.actions());
  }

  /** Puts a head's numbers into the order of slots. */
  private void gather(String flow, int[] layout) {
    long[] indices = Arrays.stream(layout).asLongStream().toArray();
    graph.node("", "Gather", Map.of("axis", 1),
        new String[] {flow, graph.constant("slots", indices, indices.length)}, POLICY);
  }

  private int[] layout(String head, int size) {
    int[] layout = encoder.layout(head);
    if (layout.length == 0 || Arrays.stream(layout).max().orElse(0) >= size) {
      throw new BadInputException("its policy head's order (" + head + ") is not known to the planes " + encoder.id());
    }
    return layout;
  }

  private void value(String body) {
    Lc0Value head = weights.value();
    String cells = head.convolution() != null
        ? layers.flatten(activation(plain(head.convolution(), 1, body)))
        : layers.reshape(activation(layers.dense(head.embedding(), body)), -1, head.hidden().inputs());
    String flow = layers.dense(head.out(), activation(layers.dense(head.hidden(), cells)));
    boolean wdl = weights.format().hasWdl();
    graph.node("", wdl ? "Softmax" : "Tanh", wdl ? Map.of("axis", 1) : Map.of(), new String[] {flow}, VALUE);
    graph.output(VALUE, -1, wdl ? 3 : 1);
  }
}
