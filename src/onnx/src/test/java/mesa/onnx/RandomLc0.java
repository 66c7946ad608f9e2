package mesa.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import mesa.core.Rng;

/** Writes small networks of random weights in lc0's format, of any kind. */
final class RandomLc0 {
  static final int FILTERS = 8;
  private static final int BLOCKS = 2;
  private static final int SQUEEZED = 4;
  private static final int POLICY_PLANES = 80;

  /** Sizes of an attention body, and of an attention policy. */
  private static final int CHANNELS = 16;
  private static final int MODEL = 12;
  private static final int WIDE = 20;
  private static final int PREPROCESSED = 3;
  private static final int COMPRESSED = 3;
  private static final int SMOLGEN = 10;
  private static final int SCORED = 5;
  private static final int POLICY_CHANNELS = 14;
  private static final int POLICY_MODEL = 10;

  /** Numbers of net.proto. */
  int input = 1;
  int structure = 4;
  int policy = 2;
  int value = 2;
  int activation;
  int encoding = 1;
  int magic = 0x1c0;
  int actions = 1858;
  int valueHidden = 16;

  /** The same for attention bodies; a negative number is not written. */
  int embedding = 1;
  int smolgenActivation;
  int forwardActivation;
  /** Further parts of attention; an attention body needs hasEncoders only if its structure does not say so. */
  boolean hasEncoders;
  boolean hasTower;
  boolean hasGates;
  boolean hasSmolgen;
  boolean hasRelativePositions;
  boolean hasManyHeads;
  int attentionHeads = 2;
  int layers = 2;
  /** How many times the sizes of an attention body it has. */
  int scale = 1;
  int policyEncoders;

  private final Rng rng = new Rng(7);

  /** Kinds of networks with attention. */
  enum Kind {
    /** An attention policy behind a residual tower. */
    POLICY,
    /** The same with encoder layers of its own, and Mish. */
    POLICY_WITH_ENCODERS,
    /** An attention body that is shown which squares can be reached, and a scalar value. */
    MAP,
    /** The same in a file that does not say so, with Mish, gates, and encoder layers in the policy head. */
    MAP_UNNAMED,
    /** With smolgens and activations of their own. */
    MAP_SMOLGEN,
    /** The first files of that kind, which call themselves a tower. */
    MAP_OLDEST,
    /** With several heads, and the number that such files had first. */
    MAP_HEADS,
    /** An attention body that is shown all pieces at once, with several heads, smolgens and gates. */
    DENSE,
    /** The same without smolgens, with one head, and other activations. */
    DENSE_PLAIN,
    /** Encoder layers behind a residual tower. */
    TOWER_AND_ATTENTION
  }

  static RandomLc0 of(Kind kind) {
    RandomLc0 network = new RandomLc0();
    network.policy = 3;
    network.structure = 6;
    switch (kind) {
      case POLICY -> network.structure = 4;
      case POLICY_WITH_ENCODERS -> {
        network.structure = 3;
        network.policyEncoders = 2;
        network.activation = 1;
      }
      case MAP -> network.value = 1;
      case MAP_UNNAMED -> {
        network.embedding = -1;
        network.activation = 1;
        network.hasGates = true;
        network.policyEncoders = 1;
      }
      case MAP_SMOLGEN -> {
        network.hasSmolgen = true;
        network.smolgenActivation = 6;
        network.forwardActivation = 8;
        network.attentionHeads = 3;
      }
      case MAP_OLDEST -> {
        network.structure = 4;
        network.embedding = -1;
        network.hasEncoders = true;
        network.hasSmolgen = true;
      }
      case MAP_HEADS -> {
        network.structure = 134;
        network.hasManyHeads = true;
        network.policyEncoders = 1;
      }
      case DENSE -> {
        network.structure = 7;
        network.embedding = 2;
        network.activation = 1;
        network.smolgenActivation = 7;
        network.hasSmolgen = true;
        network.hasGates = true;
        network.hasManyHeads = true;
      }
      case DENSE_PLAIN -> {
        network.embedding = 2;
        network.forwardActivation = 5;
        network.attentionHeads = 1;
      }
      case TOWER_AND_ATTENTION -> {
        network.hasTower = true;
        network.valueHidden = 128; // The only size that lc0 writes into a model.
      }
    }
    return network;
  }

  byte[] write() {
    ProtoWriter network = new ProtoWriter().number(1, input).number(2, value).number(3, structure).number(4, policy)
        .number(5, value).number(7, activation);
    if (hasAttention()) {
      network.number(8, smolgenActivation).number(9, forwardActivation);
      if (embedding >= 0) {
        network.number(10, embedding);
      }
    }
    ProtoWriter format = new ProtoWriter().number(1, 1).message(2, network);
    return new ProtoWriter().fixed32(1, magic).text(2, "a test's").message(4, format).message(10, weights())
        .toBytes();
  }

  private int size(int unscaled) {
    return scale * unscaled;
  }

  private boolean hasAttention() {
    return hasEncoders || structure >= 6;
  }

  /** Writes it zipped, as networks usually come. */
  Path write(Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(write());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return Files.write(file, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProtoWriter weights() {
    ProtoWriter weights = new ProtoWriter();
    if (hasTower || !hasAttention()) {
      tower(weights);
    }
    if (hasAttention()) {
      attention(weights);
    }
    if (hasManyHeads) {
      ProtoWriter policies = new ProtoWriter();
      dense(policies, 1, size(POLICY_CHANNELS), size(CHANNELS));
      policies.message(3, attentionPolicy(new ProtoWriter(), 3, 5, 7, 8, 9))
          .message(4, attentionPolicy(
              dense(new ProtoWriter(), 1, size(POLICY_CHANNELS), size(CHANNELS)), 3, 5, 7, 8, 9));
      weights.message(45, policies).message(44, new ProtoWriter().message(1, value(new ProtoWriter(), 11, 1, 3, 5))
          .message(2, value(new ProtoWriter(), 11, 1, 3, 5)));
      return weights;
    }
    if (policy == 3) {
      dense(weights, 4, size(POLICY_CHANNELS), hasAttention() ? size(CHANNELS) : FILTERS);
      attentionPolicy(weights, 17, 19, 22, 21, 24);
    } else if (policy == 2 && structure >= 3) {
      weights.message(11, convolution(FILTERS, FILTERS * 9)).message(3, convolution(POLICY_PLANES, FILTERS * 9));
    } else {
      weights.message(3, convolution(2, FILTERS)).message(4, layer(actions * 2 * 64)).message(5, layer(actions));
    }
    return value(weights, 6, 29, 7, 9);
  }

  private void tower(ProtoWriter weights) {
    weights.message(1, convolution(FILTERS, 112 * 9));
    for (int i = 0; i < BLOCKS; i++) {
      ProtoWriter block = new ProtoWriter().message(1, convolution(FILTERS, FILTERS * 9))
          .message(2, convolution(FILTERS, FILTERS * 9));
      if (structure % 2 == 0) {
        block.message(3, new ProtoWriter().message(1, layer(SQUEEZED * FILTERS)).message(2, layer(SQUEEZED))
            .message(3, layer(2 * FILTERS * SQUEEZED)).message(4, layer(2 * FILTERS)));
      }
      weights.message(2, block);
    }
  }

  private void attention(ProtoWriter weights) {
    int inputs = FILTERS;
    if (!hasTower) {
      inputs = 112 + (embedding == 2 ? size(PREPROCESSED) : 64);
      if (embedding == 2) {
        dense(weights, 37, 64 * size(PREPROCESSED), 64 * 12);
      }
    }
    dense(weights, 25, size(CHANNELS), inputs);
    if (hasGates) {
      weights.message(33, layer(64 * size(CHANNELS), 0.5f, 1.5f)).message(34, layer(64 * size(CHANNELS)));
    }
    if (embedding == 2) {
      norm(weights, 39, size(CHANNELS));
      weights.message(41, forward(size(CHANNELS)));
      norm(weights, 42, size(CHANNELS));
    }
    for (int i = 0; i < layers; i++) {
      weights.message(27, encoder(size(CHANNELS)));
    }
    weights.number(28, attentionHeads);
    if (hasSmolgen) {
      weights.message(35, layer(64 * 64 * size(SCORED), -1, 1));
    }
  }

  private ProtoWriter encoder(int channels) {
    ProtoWriter attention = new ProtoWriter();
    sharp(attention, 1, size(MODEL), channels);
    sharp(attention, 3, size(MODEL), channels);
    dense(attention, 5, size(MODEL), channels);
    dense(attention, 7, channels, size(MODEL));
    if (hasSmolgen) {
      ProtoWriter smolgen = new ProtoWriter().message(1, layer(size(COMPRESSED) * channels));
      dense(smolgen, 2, size(SMOLGEN), 64 * size(COMPRESSED));
      norm(smolgen, 4, size(SMOLGEN));
      dense(smolgen, 6, size(SCORED) * attentionHeads, size(SMOLGEN));
      norm(smolgen, 8, size(SCORED) * attentionHeads);
      attention.message(9, smolgen);
    }
    if (hasRelativePositions) {
      attention.message(10, layer(64));
    }
    ProtoWriter encoder = norm(new ProtoWriter().message(1, attention), 2, channels).message(4, forward(channels));
    return norm(encoder, 5, channels);
  }

  private ProtoWriter forward(int channels) {
    return dense(dense(new ProtoWriter(), 1, size(WIDE), channels), 3, channels, size(WIDE));
  }

  private ProtoWriter attentionPolicy(ProtoWriter head, int query, int key, int promotion, int encoders, int heads) {
    for (int i = 0; i < policyEncoders; i++) {
      head.message(encoders, encoder(size(POLICY_CHANNELS)));
    }
    if (policyEncoders > 0) {
      head.number(heads, attentionHeads);
    }
    sharp(head, query, size(POLICY_MODEL), size(POLICY_CHANNELS));
    sharp(head, key, size(POLICY_MODEL), size(POLICY_CHANNELS));
    return head.message(promotion, layer(4 * size(POLICY_MODEL)));
  }

  private ProtoWriter value(ProtoWriter head, int convolution, int embedding, int hidden, int out) {
    if (hasAttention()) {
      dense(head, embedding, 4, size(CHANNELS));
    } else {
      head.message(convolution, convolution(4, FILTERS));
    }
    int outputs = value == 2 && structure >= 3 ? 3 : 1;
    return dense(dense(head, hidden, valueHidden, 4 * 64), out, outputs, valueHidden);
  }

  private ProtoWriter dense(ProtoWriter message, int field, int outputs, int inputs) {
    return message.message(field, layer(outputs * inputs)).message(field + 1, layer(outputs));
  }

  /** Queries and keys, whose scores should differ. */
  private void sharp(ProtoWriter message, int field, int outputs, int inputs) {
    message.message(field, layer(outputs * inputs, -1, 1)).message(field + 1, layer(outputs, -1, 1));
  }

  private ProtoWriter norm(ProtoWriter message, int field, int channels) {
    return message.message(field, layer(channels, 0.5f, 1.5f)).message(field + 1, layer(channels));
  }

  /** A convolution that is normalised in one case of two. */
  private ProtoWriter convolution(int outputs, int weightsEach) {
    ProtoWriter block = new ProtoWriter().message(1, layer(outputs * weightsEach));
    if (rng.below(2) == 0) {
      return block.message(2, layer(outputs));
    }
    return block.message(3, layer(outputs)).message(4, layer(outputs, 0.5f, 2)).message(5, layer(outputs, 0.5f, 1.5f))
        .message(6, layer(outputs));
  }

  private ProtoWriter layer(int count) {
    return layer(count, -0.3f, 0.3f);
  }

  private ProtoWriter layer(int count, float least, float greatest) {
    int bytes = encoding == 4 ? 4 : 2;
    ByteBuffer data = ByteBuffer.allocate(bytes * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      float share = (float) rng.unit();
      float number = least + (greatest - least) * share;
      switch (encoding) {
        case 1 -> data.putShort((short) Math.round(65_535 * share));
        case 2 -> data.putShort(Float.floatToFloat16(number));
        case 3 -> data.putShort((short) (Float.floatToRawIntBits(number) >>> 16));
        default -> data.putFloat(number);
      }
    }
    return new ProtoWriter().real(1, least).real(2, greatest).bytes(3, data.array()).number(4, encoding);
  }
}
