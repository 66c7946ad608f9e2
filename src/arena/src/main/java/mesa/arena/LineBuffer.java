package mesa.arena;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.zip.CRC32C;

/**
 * Takes one JSON object, as bytes from anywhere or by {@link #number} and the like, and makes a line of the journal of it:
 * {@code {...,"crc":"xxxxxxxx"}} and a newline, where the checksum is the CRC-32C of all bytes before its comma.
 */
final class LineBuffer extends ByteArrayOutputStream {
  private static final byte[] CRC_FIELD = ascii(",\"crc\":\"");
  private static final byte[] NULL = ascii("null");
  private static final byte[] HEX = ascii("0123456789abcdef");

  /** Bytes of a line from the comma before its checksum to its end, the newline left out. */
  static final int SEAL = CRC_FIELD.length + 8 + 2;

  LineBuffer() {
    super(512);
  }

  /** {@return what stands before a value: a comma, the quoted name, a colon} */
  static byte[] key(String name) {
    return ascii(",\"" + name + "\":");
  }

  /** {@return text as bytes} */
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void room(int bytes) {
    if (buf.length - count < bytes) {
      buf = Arrays.copyOf(buf, Math.max(2 * buf.length, count + bytes));
    }
  }

  /** Appends bytes as they are. */
  void raw(byte[] bytes) {
    room(bytes.length);
    System.arraycopy(bytes, 0, buf, count, bytes.length);
    count += bytes.length;
  }

  /** Appends one byte. */
  void raw(char ascii) {
    room(1);
    buf[count++] = (byte) ascii;
  }

  /** Appends a number. */
  void number(long value) {
    if (value < 0) {
      raw(ascii(Long.toString(value)));
      return;
    }
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    room(digits);
    long rest = value;
    for (int at = count + digits - 1; at >= count; at--) {
      buf[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    count += digits;
  }

  /** Appends 64 bits as a quoted hexadecimal number. */
  void hex(long bits) {
    room(18);
    buf[count++] = '"';
    for (int shift = 60; shift >= 0; shift -= 4) {
      buf[count++] = HEX[(int) (bits >>> shift) & 15];
    }
    buf[count++] = '"';
  }

  /** Appends a quoted text. */
  void text(String text) {
    int length = text.length();
    room(length + 2);
    int at = count;
    buf[at++] = '"';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        raw('"');
        raw(JsonStringEncoder.getInstance().quoteAsUTF8(text));
        raw('"');
        return;
      }
      buf[at++] = (byte) c;
    }
    buf[at++] = '"';
    count = at;
  }

  /** Appends two numbers in brackets, behind a {@link #key}. */
  void pair(byte[] key, long first, long second) {
    raw(key);
    raw('[');
    number(first);
    raw(',');
    number(second);
    raw(']');
  }

  /** Appends as many numbers in brackets, behind a {@link #key}; {@code none} stands for null. */
  void numbers(byte[] key, int size, IntToLongFunction values, long none) {
    raw(key);
    raw('[');
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        raw(',');
      }
      long value = values.applyAsLong(i);
      if (value == none) {
        raw(NULL);
      } else {
        number(value);
      }
    }
    raw(']');
  }

  /** {@return the line} */
  byte[] sealed() {
    int body = count - 1; // What was written ends with a closing brace, which comes last now.
    byte[] line = Arrays.copyOf(buf, body + SEAL + 1);
    putSeal(line, 0, body, line, body);
    line[line.length - 1] = '\n';
    return line;
  }

  /** Writes what ends a line: the checksum of its body. */
  private static void putSeal(byte[] bytes, int from, int length, byte[] into, int at) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    int value = (int) crc.getValue();
    System.arraycopy(CRC_FIELD, 0, into, at, CRC_FIELD.length);
    for (int digit = 0; digit < 8; digit++) {
      into[at + CRC_FIELD.length + digit] = HEX[value >>> 28 - 4 * digit & 15];
    }
    into[at + SEAL - 2] = '"';
    into[at + SEAL - 1] = '}';
  }

  /**
   * Checks a line.
   *
   * @param bytes among which it stands
   * @param from where it begins
   * @param length of it, without its newline
   * @return whether it ends with the checksum of what stands before
   */
  static boolean isSealed(byte[] bytes, int from, int length) {
    int body = length - SEAL;
    if (body < 1) {
      return false;
    }
    byte[] seal = new byte[SEAL];
    putSeal(bytes, from, body, seal, 0);
    return Arrays.equals(bytes, from + body, from + length, seal, 0, SEAL);
  }
}
