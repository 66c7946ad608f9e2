package mesa.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import mesa.core.BadInputException;

/**
 * Reads the fields of one message in <a href="https://protobuf.dev/programming-guides/encoding/">protocol buffers' wire
 * format</a>, one after another:
 * <pre>
 * while (reader.next()) {
 *   switch (reader.field()) {
 *     case 1 -> size = reader.number();
 *     case 2 -> child = reader.message();
 *   }
 * }
 * </pre>
 * Fields that nobody asks for are passed over.
 */
final class ProtoReader {
  /** Of a message without fields. */
  static final ProtoReader EMPTY = new ProtoReader(ByteBuffer.allocate(0));

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final ByteBuffer data;
  private int field;
  private int type;
  private long number;
  private ByteBuffer bytes;

  /** Starts before the first field. */
  ProtoReader(ByteBuffer data) {
    this.data = data.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Goes to the next field; returns false at the end.
   *
   * @throws BadInputException if the data breaks off or is none of this format; the message lacks the file's name
   */
  boolean next() {
    if (!data.hasRemaining()) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    type = (int) tag & 7;
    switch (type) {
      case VARINT -> number = varint();
      case FIXED64 -> number = require(8).getLong();
      case FIXED32 -> number = require(4).getInt();
      case BYTES -> {
        long length = varint();
        if (length < 0 || length > data.remaining()) {
          throw broken("a field of " + length + " bytes, where " + data.remaining() + " are left");
        }
        bytes = data.slice(data.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        data.position(data.position() + (int) length);
      }
      default -> throw broken("a field of type " + type);
    }
    return true;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = require(1).get();
      value |= (long) (next & 127) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw broken("a number of more than ten bytes");
  }

  private ByteBuffer require(int count) {
    if (data.remaining() < count) {
      throw broken("breaks off in a field");
    }
    return data;
  }

  private BadInputException broken(String what) {
    return new BadInputException("it is damaged at byte " + data.position() + " of a message: " + what);
  }

  int field() {
    return field;
  }

  /** Says whether the field is bytes, which may be a message. */
  boolean isBytes() {
    return type == BYTES;
  }

  /** The value of a field that is a whole number. */
  long number() {
    expect(type == VARINT || type == FIXED64 || type == FIXED32, "a number");
    return number;
  }

  /** The value of a field that is a float. */
  float real() {
    expect(type == FIXED32, "a float");
    return Float.intBitsToFloat((int) number);
  }

  /** The contents of a field that is bytes, little-endian. */
  ByteBuffer bytes() {
    expect(type == BYTES, "bytes");
    return bytes;
  }

  /** A reader of a field that is a message. */
  ProtoReader message() {
    return new ProtoReader(bytes());
  }

  /** A reader of the same message, at its start. */
  ProtoReader again() {
    return new ProtoReader(data.duplicate().rewind());
  }

  private void expect(boolean fits, String what) {
    if (!fits) {
      throw broken("field " + field + " has type " + type + ", where " + what + " is expected");
    }
  }
}
