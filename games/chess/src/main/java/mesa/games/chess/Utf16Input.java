package mesa.games.chess;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** A stream in UTF-16, handed on in UTF-8. */
final class Utf16Input extends InputStream {
  private final Reader reader;
  private final char[] chars = new char[8192];

  /** The first half of a pair, whose second half hasn't come yet; 0 if there is none. */
  private char half;
  private byte[] bytes = {};
  private int at;

  private Utf16Input(InputStream in) {
    reader = new InputStreamReader(in, StandardCharsets.UTF_16);
  }

  /** {@return the stream, or one that translates it if it begins with the byte order mark of UTF-16} */
  static InputStream plain(InputStream in) throws IOException {
    PushbackInputStream pushback = new PushbackInputStream(in, 2);
    byte[] mark = pushback.readNBytes(2);
    pushback.unread(mark);
    boolean utf16 = mark.length == 2 && (mark[0] == -1 && mark[1] == -2 || mark[0] == -2 && mark[1] == -1);
    return utf16 ? new Utf16Input(pushback) : pushback;
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int kept = half == 0 ? 0 : 1;
      chars[0] = half;
      int read = reader.read(chars, kept, chars.length - kept);
      if (read < 0 && kept == 0) {
        return false;
      }
      int count = kept + Math.max(0, read);
      half = read > 0 && Character.isHighSurrogate(chars[count - 1]) ? chars[--count] : 0;
      bytes = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, offset, count);
    at += count;
    return count;
  }
}
