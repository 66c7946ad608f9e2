package mesa.arena;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Takes one JSON object and makes a line of the journal of it: {@code {...,"crc":"xxxxxxxx"}} and a newline, where the
 * checksum is the CRC-32C of all bytes before its comma.
 */
final class LineBuffer extends ByteArrayOutputStream {
  private static final byte[] CRC_FIELD = ",\"crc\":\"".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** Bytes of a line from the comma before its checksum to its end, the newline left out. */
  static final int SEAL = CRC_FIELD.length + 8 + 2;

  LineBuffer() {
    super(512);
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
