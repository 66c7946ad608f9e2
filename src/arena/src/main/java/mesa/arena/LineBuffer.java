package mesa.arena;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * Takes one JSON object and makes a line of the journal of it: {@code {...,"crc":"xxxxxxxx"}} and a newline, where the
 * checksum is the CRC-32C of all bytes before its comma.
 */
final class LineBuffer extends ByteArrayOutputStream {
  private static final byte[] CRC_FIELD = ",\"crc\":\"".getBytes(StandardCharsets.US_ASCII);

  /** Bytes of a line from the comma before its checksum to its end, the newline left out. */
  static final int SEAL = CRC_FIELD.length + 8 + 2;

  LineBuffer() {
    super(512);
  }

  /** {@return the line} */
  byte[] sealed() {
    int body = count - 1; // What was written ends with a closing brace, which comes last now.
    byte[] line = Arrays.copyOf(buf, body + SEAL + 1);
    putSeal(line, body);
    line[line.length - 1] = '\n';
    return line;
  }

  private static void putSeal(byte[] line, int body) {
    System.arraycopy(CRC_FIELD, 0, line, body, CRC_FIELD.length);
    CRC32C crc = new CRC32C();
    crc.update(line, 0, body);
    byte[] digits = HexFormat.of().toHexDigits((int) crc.getValue()).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, line, body + CRC_FIELD.length, 8);
    line[body + SEAL - 2] = '"';
    line[body + SEAL - 1] = '}';
  }

  /**
   * Checks a line.
   *
   * @param line without its newline
   * @return whether it ends with the checksum of what stands before
   */
  static boolean isSealed(byte[] line) {
    int body = line.length - SEAL;
    if (body < 1) {
      return false;
    }
    byte[] expected = Arrays.copyOf(line, line.length);
    putSeal(expected, body);
    return Arrays.equals(expected, line);
  }
}
