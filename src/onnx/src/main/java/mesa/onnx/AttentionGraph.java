package mesa.onnx;

import java.util.Map;
import mesa.core.PlaneEncoder;

/** Writes the attention body of a network of lc0's, and its attention policy. */
final class AttentionGraph {
  private static final int CELLS = Lc0Weights.CELLS;

  /** What lc0 adds to variances: in bodies that see all pieces from the beginning, and elsewhere. */
  private static final float DENSE_EPSILON = 1e-3f;
  private static final float EPSILON = 1e-6f;

  private final OnnxGraph graph;
  private final Lc0Layers layers;
  private final Lc0Weights weights;
  private final EncoderGraph encoders;

  AttentionGraph(OnnxGraph graph, Lc0Layers layers, Lc0Weights weights) {
    this.graph = graph;
    this.layers = layers;
    this.weights = weights;
    encoders = new EncoderGraph(graph, layers, weights.format(),
        weights.attention() == null ? new float[0] : weights.attention().scores());
  }

  /** Makes a row for each cell of planes, which are channels of the row. */
  String rows(String planes, int channels) {
    return layers.reshape(layers.transpose(planes, 0, 2, 3, 1), -1, channels);
  }

  /**
   * Writes the body.
   *
   * @param encoder of the planes
   * @param flow the planes, or what a tower made of them
   * @return a row for each cell
   */
  String body(PlaneEncoder encoder, String flow) {
    Lc0Attention body = weights.attention();
    boolean isDense = body.embedding() == Lc0Attention.Embedding.DENSE;
    float epsilon = isDense ? DENSE_EPSILON : EPSILON;
    String channels = weights.format().usual().write(graph, embedding(body, encoder, flow));
    if (isDense) {
      channels = layers.norm(body.inputNorm(), epsilon, channels);
    }
    channels = gated(body, channels);
    if (isDense) {
      channels = encoders.forward(body.forward(), body.alpha(), body.forwardNorm(), epsilon, channels);
    }
    for (EncoderLayer layer : body.encoders()) {
      channels = encoders.encoder(layer, body.heads(), body.alpha(), epsilon, channels);
    }
    return channels;
  }

  private String embedding(Lc0Attention body, PlaneEncoder encoder, String flow) {
    if (weights.tower() != null) {
      return layers.dense(body.input(), rows(flow, body.input().inputs()));
    }
    int planes = encoder.planes();
    if (body.embedding() == Lc0Attention.Embedding.MAP) {
      return embeddingWithMap(body.input(), planes, reached(encoder), flow);
    }
    String cells = layers.reshape(layers.transpose(flow, 0, 2, 3, 1), -1, CELLS, planes);
    String pieces = layers.reshape(
        layers.slice(cells, 2, 0, Lc0Attention.PIECES), -1, CELLS * Lc0Attention.PIECES);
    int more = body.preprocess().outputs() / CELLS;
    String all = layers.reshape(layers.dense(body.preprocess(), pieces), -1, CELLS, more);
    return layers.dense(body.input(),
        layers.reshape(graph.node("Concat", Map.of("axis", 2), cells, all), -1, planes + more));
  }

  /** What the map contributes is the same for all positions: other biases for each cell. */
  private String embeddingWithMap(Dense input, int planes, float[][] map, String flow) {
    int outputs = input.outputs();
    float[] ofPlanes = new float[planes * outputs];
    float[] biases = new float[CELLS * outputs];
    for (int output = 0; output < outputs; output++) {
      int row = output * input.inputs();
      System.arraycopy(input.weights(), row, ofPlanes, output * planes, planes);
      for (int cell = 0; cell < CELLS; cell++) {
        float sum = input.biases()[output];
        for (int other = 0; other < CELLS; other++) {
          sum += input.weights()[row + planes + other] * map[cell][other];
        }
        biases[cell * outputs + output] = sum;
      }
    }
    String cells = layers.reshape(layers.dense(ofPlanes, planes, rows(flow, planes)), -1, CELLS, outputs);
    String sums = graph.node("Add", cells, graph.constant("biases", biases, CELLS, outputs));
    return layers.reshape(sums, -1, outputs);
  }

  /** By cell, 1 for each that a move can lead to, and -1 for itself. */
  private static float[][] reached(PlaneEncoder encoder) {
    float[][] map = new float[CELLS][CELLS];
    for (int place : layout(encoder)) {
      if (place < CELLS * CELLS) {
        map[place / CELLS][place % CELLS] = 1;
      }
    }
    for (int cell = 0; cell < CELLS; cell++) {
      map[cell][cell] = -1;
    }
    return map;
  }

  private String gated(Lc0Attention body, String flow) {
    if (body.multiplied().length == 0 && body.added().length == 0) {
      return flow;
    }
    int channels = body.channels();
    String cells = layers.reshape(flow, -1, CELLS, channels);
    if (body.multiplied().length != 0) {
      cells = graph.node("Mul", cells, gate(body.multiplied(), channels));
    }
    if (body.added().length != 0) {
      cells = graph.node("Add", cells, gate(body.added(), channels));
    }
    return layers.reshape(cells, -1, channels);
  }

  /** A gate is stored by channel, then by cell. */
  private String gate(float[] stored, int channels) {
    float[] byCell = new float[stored.length];
    for (int i = 0; i < stored.length; i++) {
      byCell[i % CELLS * channels + i / CELLS] = stored[i];
    }
    return graph.constant("gate", byCell, CELLS, channels);
  }

  /**
   * Writes the policy head.
   *
   * @param encoder of the slots
   * @param flow a row for each cell
   * @return the slots in the head's order: scores by cell from and cell to, then promotions by file from, file to and
   *     piece
   */
  String policy(Lc0Policy.Attention head, PlaneEncoder encoder, String flow) {
    int model = head.query().outputs();
    String cells = weights.format().policyEmbedding().write(graph, layers.dense(head.embedding(), flow));
    for (EncoderLayer layer : head.encoders()) {
      cells = encoders.encoder(layer, head.heads(), 1, EPSILON, cells);
    }
    String query = layers.reshape(layers.dense(head.query().times(1 / Math.sqrt(model)), cells), -1, CELLS, model);
    String key = layers.reshape(layers.dense(head.key(), cells), -1, CELLS, model);
    String scores = graph.node("MatMul", query, layers.transpose(key, 0, 2, 1));
    int files = encoder.columns();
    String lastRank = layers.reshape(layers.slice(key, 1, CELLS - files, CELLS), -1, model);
    String pieces = layers.reshape(
        layers.dense(head.promotions(), model, lastRank), -1, 1, files, Lc0Policy.Attention.PIECES);
    String steps = layers.slice(layers.slice(scores, 1, CELLS - 2 * files, CELLS - files), 2, CELLS - files, CELLS);
    String promotions = graph.node("Add", layers.reshape(steps, -1, files, files, 1), pieces);
    return graph.node("Concat", Map.of("axis", 1), layers.flatten(scores), layers.flatten(promotions));
  }

  /** By slot, its place in the head's order. */
  static int[] layout(PlaneEncoder encoder) {
    return encoder.layout("attention");
  }
}
