package mesa.games.chess;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that make up a comment or a tag's value, up to a limit beyond which only the last ones are kept. */
final class PgnText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** As many of the last bytes as anybody asks for. */
  private static final int TAIL = 16;

  private final int limit;
  private byte[] bytes = new byte[256];
  private int size;
  private boolean overflown;

  /** An empty text with room for {@code limit} bytes. */
  PgnText(int limit) {
    this.limit = limit;
  }

  void clear() {
    size = 0;
    overflown = false;
  }

  int size() {
    return size;
  }

  /** Whether there were more bytes than fit. */
  boolean isOverflown() {
    return overflown;
  }

  /** Appends a part of an array. */
  void append(byte[] from, int start, int end) {
    int length = end - start;
    if (size + length > limit) {
      overflow();
      start = Math.max(start, end - TAIL);
      length = end - start;
    }
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
    }
    System.arraycopy(from, start, bytes, size, length);
    size += length;
  }

  void append(byte b) {
    if (size == limit) {
      overflow();
    }
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = b;
  }

  /** Appends a blank, unless the text is empty or ends with one. */
  void appendBlank() {
    if (size > 0 && bytes[size - 1] != ' ') {
      append((byte) ' ');
    }
  }

  private void overflow() {
    overflown = true;
    int kept = Math.min(TAIL, size);
    System.arraycopy(bytes, size - kept, bytes, 0, kept);
    size = kept;
  }

  /** Drops the end. */
  void truncate(int newSize) {
    size = newSize;
  }

  /** Drops a blank at the end. */
  void trimEnd() {
    if (size > 0 && bytes[size - 1] == ' ') {
      size--;
    }
  }

  /** Whether the last word, behind it perhaps a blank, is the result of a game. */
  boolean endsWithResult() {
    int end = size > 0 && bytes[size - 1] == ' ' ? size - 1 : size;
    int start = end;
    while (start > 0 && end - start < TAIL && bytes[start - 1] != ' ') {
      start--;
    }
    return PgnResult.read(bytes, start, end) != null;
  }

  /** The text, perhaps one that has been known before. */
  String toString(PgnStrings known) {
    return known.of(bytes, 0, size);
  }

  @Override
  public String toString() {
    return decode(bytes, 0, size);
  }

  /** Reads bytes as UTF-8, or, where they are none, as Windows-1252. */
  static String decode(byte[] bytes, int start, int end) {
    boolean ascii = true;
    for (int i = start; i < end; i++) {
      if (bytes[i] < 0) {
        ascii = false;
        break;
      }
    }
    if (ascii) {
      return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, start, end - start, WINDOWS);
    }
  }
}
