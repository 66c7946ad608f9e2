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

  /** Numbers of net.proto. */
  int input = 1;
  int structure = 4;
  int policy = 2;
  int value = 2;
  int activation;
  int encoding = 1;
  int magic = 0x1c0;
  int actions = 1858;

  private final Rng rng = new Rng(7);

  byte[] write() {
    ProtoWriter network = new ProtoWriter().number(1, input).number(2, value).number(3, structure).number(4, policy)
        .number(5, value).number(7, activation);
    ProtoWriter format = new ProtoWriter().number(1, 1).message(2, network);
    return new ProtoWriter().fixed32(1, magic).text(2, "a test's").message(4, format).message(10, weights())
        .toBytes();
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
    ProtoWriter weights = new ProtoWriter().message(1, convolution(FILTERS, 112 * 9));
    for (int i = 0; i < BLOCKS; i++) {
      ProtoWriter block = new ProtoWriter().message(1, convolution(FILTERS, FILTERS * 9))
          .message(2, convolution(FILTERS, FILTERS * 9));
      if (structure % 2 == 0) {
        block.message(3, new ProtoWriter().message(1, layer(SQUEEZED * FILTERS)).message(2, layer(SQUEEZED))
            .message(3, layer(2 * FILTERS * SQUEEZED)).message(4, layer(2 * FILTERS)));
      }
      weights.message(2, block);
    }
    if (policy == 2 && structure >= 3) {
      weights.message(11, convolution(FILTERS, FILTERS * 9)).message(3, convolution(POLICY_PLANES, FILTERS * 9));
    } else {
      weights.message(3, convolution(2, FILTERS)).message(4, layer(actions * 2 * 64)).message(5, layer(actions));
    }
    int outputs = value == 2 && structure >= 3 ? 3 : 1;
    return weights.message(6, convolution(4, FILTERS)).message(7, layer(16 * 4 * 64)).message(8, layer(16))
        .message(9, layer(outputs * 16)).message(10, layer(outputs));
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
