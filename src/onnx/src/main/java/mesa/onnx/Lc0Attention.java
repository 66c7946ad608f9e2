package mesa.onnx;

import java.util.List;
import mesa.core.BadInputException;

/**
 * The attention body of a network of lc0's: each cell's planes become channels, which encoder layers work on.
 *
 * @param embedding how channels are made
 * @param preprocess for {@link Embedding#DENSE}, what is made of the whole board for each cell, else null
 * @param input the layer that makes channels, cell by cell
 * @param inputNorm the normalisation behind it for {@link Embedding#DENSE}, else null
 * @param multiplied what channels are multiplied with, by channel and cell; may be empty
 * @param added what is then added to them, likewise
 * @param forward a feed-forward part for {@link Embedding#DENSE}, else null
 * @param forwardNorm the normalisation behind it, or null
 * @param encoders the layers
 * @param heads of attention in each
 * @param scores the layer that all smolgens have in common, by score and input; may be empty
 */
record Lc0Attention(
    Embedding embedding,
    Dense preprocess,
    Dense input,
    Norm inputNorm,
    float[] multiplied,
    float[] added,
    EncoderLayer.FeedForward forward,
    Norm forwardNorm,
    List<EncoderLayer> encoders,
    int heads,
    float[] scores) {
  /** How many planes of the position, its pieces, {@link Embedding#DENSE} makes something of. */
  static final int PIECES = 12;

  /** What a cell's channels are made of besides its planes, where no tower has gone before. */
  enum Embedding {
    /** Which cells can be reached from it by a queen or a knight. */
    MAP,
    /** Something learned of where all pieces stand. */
    DENSE
  }

  /** Reads it out of the message Weights. */
  static Lc0Attention read(Lc0Message weights, Embedding embedding, boolean hasTower) {
    boolean isDense = embedding == Embedding.DENSE;
    return new Lc0Attention(
        embedding,
        isDense && !hasTower ? weights.dense(37) : null,
        weights.dense(25),
        isDense ? weights.norm(39) : null,
        weights.layer(33),
        weights.layer(34),
        isDense ? EncoderLayer.FeedForward.read(weights.child(41)) : null,
        isDense ? weights.norm(42) : null,
        EncoderLayer.readAll(weights.children(27)),
        (int) weights.number(28, 0),
        weights.layer(35));
  }

  /** {@return how many channels a cell has} */
  int channels() {
    return input.outputs();
  }

  /** {@return what the results of layers are multiplied with before what went in is added} */
  float alpha() {
    return (float) Math.pow(2.0 * encoders.size(), -0.25);
  }

  /**
   * Checks the sizes.
   *
   * @param planes of a cell, or a tower's channels
   * @param hasTower whether there is one
   * @throws BadInputException if they do not fit
   */
  void check(int planes, boolean hasTower) {
    if (encoders.isEmpty()) {
      throw new BadInputException("it has no encoder layers");
    }
    int inputs = planes;
    if (preprocess != null) {
      preprocess.check("embedding's layer of all pieces", Lc0Weights.CELLS * PIECES);
      if (preprocess.outputs() % Lc0Weights.CELLS != 0) {
        throw new BadInputException("its embedding's layer of all pieces has " + preprocess.outputs()
            + " outputs, where a multiple of " + Lc0Weights.CELLS + " is expected");
      }
      inputs += preprocess.outputs() / Lc0Weights.CELLS;
    } else if (!hasTower) {
      inputs += Lc0Weights.CELLS;
    }
    input.check("embedding", inputs);
    checkGate("multiplying gate", multiplied);
    checkGate("adding gate", added);
    if (embedding == Embedding.DENSE) {
      inputNorm.check("embedding's normalisation", channels());
      forward.check("embedding", channels());
      forwardNorm.check("embedding's second normalisation", channels());
    }
    for (int i = 0; i < encoders.size(); i++) {
      encoders.get(i).check("encoder layer " + (i + 1), channels(), heads, scores);
    }
  }

  private void checkGate(String what, float[] gate) {
    if (gate.length != 0) {
      Dense.checkCount(what, "weights", gate.length, Lc0Weights.CELLS * channels());
    }
  }
}
