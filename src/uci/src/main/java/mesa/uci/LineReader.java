package mesa.uci;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads lines of any bytes and any length in bounded memory: what is no UTF-8 is replaced, and of a line longer than
 * {@value #LONGEST} bytes the rest is dropped. A line ends with a newline or with the stream; carriage returns and
 * other white space at its ends are cut off.
 */
final class LineReader {
  static final int LONGEST = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 13];
  private byte[] line = new byte[256];
  private int from;
  private int to;
  private boolean cut;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** {@return the next line, or null at the end of the stream} */
  String next() throws IOException {
    int length = 0;
    int dropped = 0;
    while (true) {
      if (from == to) {
        from = 0;
        to = in.read(buffer);
        if (to < 0) {
          to = 0;
          return length == 0 && dropped == 0 ? null : text(length, dropped > 0);
        }
      }
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      int taken = Math.min(end - from, LONGEST - length);
      while (length + taken > line.length) {
        line = Arrays.copyOf(line, 2 * line.length);
      }
      System.arraycopy(buffer, from, line, length, taken);
      length += taken;
      dropped |= end - from - taken;
      boolean ended = end < to;
      from = ended ? end + 1 : end;
      if (ended) {
        return text(length, dropped > 0);
      }
    }
  }

  private String text(int length, boolean wasCut) {
    cut = wasCut;
    return new String(line, 0, length, StandardCharsets.UTF_8).strip();
  }

  /** {@return whether the last line was too long, and its end is missing} */
  boolean wasCut() {
    return cut;
  }
}
