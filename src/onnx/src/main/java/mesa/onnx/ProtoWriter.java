package mesa.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mesa.core.BadInputException;

/**
 * Writes one message in protocol buffers' wire format; the counterpart of {@link ProtoReader}. Long bytes are not copied
 * before the whole is asked for, as a network may have hundreds of megabytes; so they must not change.
 */
final class ProtoWriter {
  private static final int LONG = 1024;
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  /** What has been written, but for the last bytes. */
  private final List<byte[]> parts = new ArrayList<>();
  private final ByteArrayOutputStream last = new ByteArrayOutputStream();
  /** Of the parts. */
  private long size;

  ProtoWriter number(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  ProtoWriter fixed32(int field, int value) {
    varint((long) field << 3 | 5);
    last.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    return this;
  }

  ProtoWriter real(int field, float value) {
    return fixed32(field, Float.floatToRawIntBits(value));
  }

  ProtoWriter text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  ProtoWriter message(int field, ProtoWriter value) {
    header(field, value.size + value.last.size());
    value.parts.forEach(this::add);
    add(value.last.toByteArray());
    return this;
  }

  ProtoWriter bytes(int field, byte[] value) {
    header(field, value.length);
    add(value);
    return this;
  }

  private void header(int field, long length) {
    varint((long) field << 3 | 2);
    varint(length);
  }

  private void add(byte[] bytes) {
    if (bytes.length < LONG) {
      last.writeBytes(bytes);
      return;
    }
    for (byte[] part : new byte[][] {last.toByteArray(), bytes}) {
      parts.add(part);
      size += part.length;
    }
    last.reset();
  }

  private void varint(long value) {
    long left = value;
    for (; (left & ~127L) != 0; left >>>= 7) {
      last.write((int) left & 127 | 128);
    }
    last.write((int) left);
  }

  /**
   * Puts the message together.
   *
   * @throws BadInputException if it has more bytes than an array can have
   */
  byte[] toBytes() {
    long length = size + last.size();
    if (length > MOST_BYTES) {
      throw new BadInputException("it has " + length + " bytes as a model, where at most " + MOST_BYTES
          + " are expected");
    }
    ByteBuffer all = ByteBuffer.allocate((int) length);
    parts.forEach(all::put);
    return all.put(last.toByteArray()).array();
  }
}
