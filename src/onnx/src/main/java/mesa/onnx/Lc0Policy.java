package mesa.onnx;

import java.util.List;
import java.util.Optional;
import mesa.core.BadInputException;

/** The policy head of a network of lc0's. */
sealed interface Lc0Policy {
  /** What a file calls it. */
  enum Kind {
    CLASSICAL, CONVOLUTION, ATTENTION
  }

  /**
   * Checks the sizes.
   *
   * @param channels of the body
   * @param actions how many slots there are
   * @param scores the net's layer for smolgen
   * @throws BadInputException if they do not fit
   */
  void check(int channels, int actions, float[] scores);

  /**
   * A convolution and a fully connected layer.
   *
   * @param convolution with a kernel of one cell
   * @param layer from it to all slots
   */
  record Classical(Convolution convolution, Dense layer) implements Lc0Policy {
    @Override
    public void check(int channels, int actions, float[] scores) {
      convolution.check("policy's convolution", channels, 1);
      layer.check("policy's layer", Lc0Weights.CELLS * convolution.outputs(), actions);
    }
  }

  /**
   * Two convolutions; the slots are cells of planes.
   *
   * @param first to as many channels as it pleases
   * @param last to planes
   */
  record Convolutions(Convolution first, Convolution last) implements Lc0Policy {
    @Override
    public void check(int channels, int actions, float[] scores) {
      first.check("policy's first convolution", channels, Lc0Tower.KERNEL);
      last.check("policy's convolution", first.outputs(), Lc0Tower.KERNEL);
    }
  }

  /**
   * Scores of the cells that a move goes from for those that it goes to.
   *
   * @param embedding the layer of each cell that comes first
   * @param encoders layers of the head's own
   * @param heads of attention in each of these
   * @param query what the cell that a move goes from looks for
   * @param key what the cell that it goes to is found by
   * @param promotion what is added for the piece that a pawn becomes: weights by piece and key's output; the fourth row
   *     counts for all three
   */
  record Attention(
      Dense embedding, List<EncoderLayer> encoders, int heads, Dense query, Dense key, float[] promotion)
      implements Lc0Policy {
    /** How many pieces have slots of their own. */
    static final int PIECES = 3;

    @Override
    public void check(int channels, int actions, float[] scores) {
      embedding.check("policy's embedding", channels);
      for (int i = 0; i < encoders.size(); i++) {
        encoders.get(i).check("policy's encoder layer " + (i + 1), embedding.outputs(), heads, scores);
      }
      query.check("policy's query", embedding.outputs());
      key.check("policy's key", embedding.outputs(), query.outputs());
      Dense.checkCount("policy's promotion", "weights", promotion.length, (PIECES + 1) * key.outputs());
    }

    /** {@return the promotion's weights, by piece and input, with the fourth row added to each} */
    float[] promotions() {
      int model = key.outputs();
      float[] sums = new float[PIECES * model];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = promotion[i] + promotion[PIECES * model + i % model];
      }
      return sums;
    }
  }

  /**
   * The numbers of a head's fields.
   *
   * @param embedding the layer that comes first, or the only one of a classical head
   * @param query that of an attention policy; likewise the next four
   * @param key its key
   * @param promotion its weights for promotions
   * @param encoders its encoder layers
   * @param heads how many heads these have
   * @param first the first convolution
   * @param last the last or only one
   */
  record Fields(int embedding, int query, int key, int promotion, int encoders, int heads, int first, int last) {
    /** In the message Weights, of a network with one head. */
    static final Fields OF_WEIGHTS = new Fields(4, 17, 19, 22, 21, 24, 11, 3);

    /** In the message PolicyHead. */
    static final Fields OF_HEAD = new Fields(1, 3, 5, 7, 8, 9, 10, 11);
  }

  /**
   * Reads a head out of the message Weights.
   *
   * @param weights the message
   * @param kind which kind it is
   * @param name which one is chosen, where there are several
   * @throws BadInputException if there is none of that name
   */
  static Lc0Policy read(Lc0Message weights, Kind kind, String name) {
    Dense common = weights.dense(Fields.OF_WEIGHTS.embedding);
    Optional<Lc0Message> chosen = HeadChoice.POLICY.find(weights, name);
    if (chosen.isEmpty()) {
      return read(weights, Fields.OF_WEIGHTS, kind, common);
    }
    Dense own = chosen.get().dense(Fields.OF_HEAD.embedding);
    Dense shared = HeadChoice.POLICY.heads(weights).dense(Fields.OF_HEAD.embedding);
    return read(chosen.get(), Fields.OF_HEAD, kind, own.outputs() > 0 ? own : shared.outputs() > 0 ? shared : common);
  }

  private static Lc0Policy read(Lc0Message head, Fields fields, Kind kind, Dense embedding) {
    if (kind != Kind.ATTENTION && !head.has(fields.last)) {
      throw new BadInputException("it lacks the policy's convolution");
    }
    return switch (kind) {
      case CLASSICAL -> new Classical(head.convolution(fields.last), embedding);
      case CONVOLUTION -> {
        if (!head.has(fields.first)) {
          throw new BadInputException("it lacks the policy's first convolution");
        }
        yield new Convolutions(head.convolution(fields.first), head.convolution(fields.last));
      }
      case ATTENTION -> new Attention(
          embedding,
          EncoderLayer.readAll(head.children(fields.encoders)),
          (int) head.number(fields.heads, 0),
          head.dense(fields.query),
          head.dense(fields.key),
          head.layer(fields.promotion));
    };
  }
}
