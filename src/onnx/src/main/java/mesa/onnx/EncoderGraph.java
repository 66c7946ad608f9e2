package mesa.onnx;

import java.util.Map;

/**
 * Writes encoder layers (<a href="https://arxiv.org/abs/1706.03762">Attention is all you need</a>) as lc0's networks
 * have them: a flow is a row for each cell of each position.
 */
final class EncoderGraph {
  private static final int CELLS = Lc0Weights.CELLS;

  /** What lc0 adds to variances in smolgens. */
  private static final float SMOLGEN_EPSILON = 1e-3f;

  private final OnnxGraph graph;
  private final Lc0Layers layers;
  private final Lc0Format format;
  private final float[] scores;

  /** The constant with the layer that all smolgens have in common, once it is written. */
  private String commonLayer;

  /**
   * Writes into a graph.
   *
   * @param format of the network
   * @param scores the layer that all smolgens have in common; may be empty
   */
  EncoderGraph(OnnxGraph graph, Lc0Layers layers, Lc0Format format, float[] scores) {
    this.graph = graph;
    this.layers = layers;
    this.format = format;
    this.scores = scores;
  }

  /**
   * Writes a layer.
   *
   * @param heads of attention
   * @param alpha what results are multiplied with before what went in is added
   * @param epsilon what is added to variances
   */
  String encoder(EncoderLayer encoder, int heads, float alpha, float epsilon, String flow) {
    String attended = skipping(flow, attention(encoder, heads, flow), alpha, encoder.attentionNorm(), epsilon);
    return forward(encoder.forward(), alpha, encoder.forwardNorm(), epsilon, attended);
  }

  /** Writes a feed-forward part, with the sum and the normalisation behind it. */
  String forward(EncoderLayer.FeedForward forward, float alpha, Norm norm, float epsilon, String flow) {
    String wide = format.forward().write(graph, layers.dense(forward.first(), flow));
    return skipping(flow, layers.dense(forward.second(), wide), alpha, norm, epsilon);
  }

  private String skipping(String before, String result, float alpha, Norm norm, float epsilon) {
    String scaled = alpha == 1 ? result : graph.node("Mul", result, graph.constant("alpha", new float[] {alpha}, 1));
    return layers.norm(norm, epsilon, graph.node("Add", scaled, before));
  }

  private String attention(EncoderLayer encoder, int heads, String flow) {
    int model = encoder.query().outputs();
    int depth = model / heads;
    String query = split(encoder.query().times(1 / Math.sqrt(depth)), heads, flow, 0, 2, 1, 3);
    String key = split(encoder.key(), heads, flow, 0, 2, 3, 1);
    String content = split(encoder.content(), heads, flow, 0, 2, 1, 3);
    String found = graph.node("MatMul", query, key);
    if (encoder.smolgen() != null) {
      found = graph.node("Add", found, smolgen(encoder.smolgen(), heads, flow));
    }
    String mixed = graph.node("MatMul", graph.node("Softmax", Map.of("axis", 3), found), content);
    return layers.dense(encoder.out(), layers.reshape(layers.transpose(mixed, 0, 2, 1, 3), -1, model));
  }

  /** A layer whose outputs are shared among heads; the order is one of position, cell, head and number in the head. */
  private String split(Dense dense, int heads, String flow, int... order) {
    return layers.transpose(
        layers.reshape(layers.dense(dense, flow), -1, CELLS, heads, dense.outputs() / heads), order);
  }

  private String smolgen(EncoderLayer.Smolgen smolgen, int heads, String flow) {
    int channels = smolgen.channels();
    String board = layers.reshape(
        layers.dense(smolgen.compress(), channels, flow), -1, smolgen.first().inputs());
    String first = layers.norm(smolgen.firstNorm(), SMOLGEN_EPSILON,
        format.smolgen().write(graph, layers.dense(smolgen.first(), board)));
    String second = layers.norm(smolgen.secondNorm(), SMOLGEN_EPSILON,
        format.smolgen().write(graph, layers.dense(smolgen.second(), first)));
    int each = smolgen.second().outputs() / heads;
    if (commonLayer == null) {
      commonLayer = graph.constant("scores", scores, CELLS * CELLS, each);
    }
    String all = graph.node("Gemm", Map.of("transB", 1), layers.reshape(second, -1, each), commonLayer);
    return layers.reshape(all, -1, heads, CELLS, CELLS);
  }
}
