package mesa.onnx;

import java.util.ArrayList;
import java.util.List;
import mesa.core.BadInputException;

/**
 * An encoder layer: attention among the cells and a feed-forward part, each followed by a sum with what went in and a
 * normalisation.
 *
 * @param query what a cell looks for, all heads after another
 * @param key what a cell is found by
 * @param content what a cell tells those that look at it
 * @param out the layer behind attention
 * @param smolgen what is added to the scores of attention, or null where nothing is
 * @param attentionNorm the normalisation behind attention
 * @param forward the feed-forward part
 * @param forwardNorm the normalisation behind it
 */
record EncoderLayer(
    Dense query,
    Dense key,
    Dense content,
    Dense out,
    Smolgen smolgen,
    Norm attentionNorm,
    FeedForward forward,
    Norm forwardNorm) {
  /** Names of layers for relative positions, of which lc0's engine knows nothing either. */
  private static final int FIRST_RELATIVE = 10;
  private static final int LAST_RELATIVE = 12;

  /**
   * Scores that are made of the whole board: compressed cells, two layers, and then the net's one layer for each head.
   *
   * @param compress weights by output and input, by cell
   * @param first the first layer, of all cells
   * @param firstNorm the normalisation behind it
   * @param second the second layer, all heads after another
   * @param secondNorm the normalisation behind it
   */
  record Smolgen(float[] compress, Dense first, Norm firstNorm, Dense second, Norm secondNorm) {
    static Smolgen read(Lc0Message message) {
      return new Smolgen(
          message.layer(1), message.dense(2), message.norm(4), message.dense(6), message.norm(8));
    }

    /** {@return how many numbers a cell is compressed to} */
    int compressed() {
      return first.inputs() / Lc0Weights.CELLS;
    }

    /** {@return how many channels a cell has} */
    int channels() {
      return compress.length / compressed();
    }

    private void check(String name, int channels, int heads, float[] scores) {
      if (compress.length == 0 || compress.length % channels != 0) {
        throw new BadInputException("its " + name + "'s compression has " + compress.length
            + " weights, where a multiple of " + channels + " is expected");
      }
      first.check(name + "'s first layer", Lc0Weights.CELLS * (compress.length / channels));
      firstNorm.check(name + "'s first normalisation", first.outputs());
      second.check(name + "'s second layer", first.outputs());
      secondNorm.check(name + "'s second normalisation", second.outputs());
      checkHeads(name + "'s second layer", second.outputs(), heads);
      Dense.checkCount("smolgen's common layer", "weights", scores.length,
          Lc0Weights.CELLS * Lc0Weights.CELLS * (second.outputs() / heads));
    }
  }

  /**
   * Two layers.
   *
   * @param first the wider one
   * @param second back to the channels
   */
  record FeedForward(Dense first, Dense second) {
    static FeedForward read(Lc0Message message) {
      return new FeedForward(message.dense(1), message.dense(3));
    }

    void check(String name, int channels) {
      first.check(name + "'s first feed-forward layer", channels);
      second.check(name + "'s second feed-forward layer", first.outputs(), channels);
    }
  }

  /** Reads the messages EncoderLayer. */
  static List<EncoderLayer> readAll(List<Lc0Message> messages) {
    List<EncoderLayer> encoders = new ArrayList<>();
    for (Lc0Message message : messages) {
      Lc0Message attention = message.child(1);
      for (int field = FIRST_RELATIVE; field <= LAST_RELATIVE; field++) {
        if (attention.has(field)) {
          throw new BadInputException("it has an encoder layer with relative positions (rpe), which lc0 refuses, too");
        }
      }
      encoders.add(new EncoderLayer(
          attention.dense(1),
          attention.dense(3),
          attention.dense(5),
          attention.dense(7),
          attention.has(9) ? Smolgen.read(attention.child(9)) : null,
          message.norm(2),
          FeedForward.read(message.child(4)),
          message.norm(5)));
    }
    return encoders;
  }

  /**
   * Checks the sizes.
   *
   * @param name of the layer
   * @param channels of a cell
   * @param heads of attention
   * @param scores the net's layer for smolgen
   * @throws BadInputException if they do not fit
   */
  void check(String name, int channels, int heads, float[] scores) {
    int model = query.outputs();
    query.check(name + "'s query", channels);
    key.check(name + "'s key", channels, model);
    content.check(name + "'s value", channels, model);
    checkHeads(name + "'s query", model, heads);
    out.check(name + "'s attention", model, channels);
    if (smolgen != null) {
      smolgen.check(name + "'s smolgen", channels, heads, scores);
    }
    attentionNorm.check(name + "'s first normalisation", channels);
    forward.check(name, channels);
    forwardNorm.check(name + "'s second normalisation", channels);
  }

  private static void checkHeads(String what, int outputs, int heads) {
    if (heads < 1 || heads > outputs || outputs % heads != 0) {
      throw new BadInputException(
          "its " + what + " has " + outputs + " outputs, which are not to be shared among " + heads + " heads");
    }
  }
}
