package mesa.games.chess;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a PGN file, piece by piece, with the number of the line. Lines may end with LF, CR LF or CR; a line that
 * begins with % is skipped. A stream of any length passes through one buffer.
 */
final class PgnLexer {
  static final int END = -1;

  /** The longest word: PGN's limit for a symbol, and for a tag's name. */
  static final int MAX_WORD = 255;

  /** How far {@link #opensTag} looks: bracket, name, a few blanks, quotation mark. */
  private static final int LOOK_AHEAD = MAX_WORD + 32;

  /** Of a result: {@code 1/2}. */
  private static final int LONGEST_PART = 3;

  /** How far {@link #closesAhead} looks. */
  private static final int BRACE_AHEAD = 1 << 13;

  private static final int ROOM = 1 << 16;
  private static final byte[] EVENT = {'E', 'v', 'e', 'n', 't'};

  /** What ends a word, by byte. */
  private static final boolean[] ENDS_WORD = new boolean[256];

  static {
    for (int c = 0; c <= ' '; c++) {
      ENDS_WORD[c] = true;
    }
    for (char c : "{}()[];$".toCharArray()) {
      ENDS_WORD[c] = true;
    }
  }

  private final InputStream in;

  /** What has been read of the stream; what is not yet used stands from {@link #at} to {@link #end}. */
  final byte[] buffer = new byte[ROOM];

  int at;
  private int end;
  private boolean drained;

  private long line = 1;

  /** Ends of lines that {@link #next} passed; at the start of the file it is as if a blank line were before it. */
  private int newlines;

  private boolean started;

  PgnLexer(InputStream in) {
    this.in = in;
  }

  /** The line that the next byte stands on, from 1. */
  long line() {
    return line;
  }

  /** Whether what {@link #next} has found is the first of its line. */
  boolean beginsLine() {
    return newlines > 0;
  }

  /** Whether a blank line is between what {@link #next} has found and what was before. */
  boolean followsBlankLine() {
    return newlines > 1;
  }

  /** Makes sure that so many bytes can be looked at, unless the stream ends sooner; {@return how many there are} */
  private int ensure(int count) throws IOException {
    while (end - at < count && !drained) {
      if (at > 0 && buffer.length - at < count) {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
      }
      if (end == at) {
        at = 0;
        end = 0;
      }
      int read = in.read(buffer, end, buffer.length - end);
      drained = read < 0;
      end += Math.max(0, read);
    }
    return end - at;
  }

  private boolean isAt(int offset, int c) throws IOException {
    return ensure(offset + 1) > offset && (buffer[at + offset] & 0xff) == c;
  }

  /** Skips blanks, ends of lines and lines that begin with %. {@return the byte there, not yet used, or {@link #END}} */
  int next() throws IOException {
    newlines = 0;
    if (!started) {
      started = true;
      newlines = 2;
      skipByteOrderMark();
      skipEscape();
    }
    while (at < end || ensure(1) > 0) {
      int c = buffer[at] & 0xff;
      if (c == '\n' || c == '\r') {
        newline();
        skipEscape();
      } else if (c <= ' ') {
        at++;
      } else if (c == 0xef && skipByteOrderMark()) { // Files may have been put one behind another.
        skipEscape();
      } else if (c == 0xc2 && isAt(1, 0xa0)) { // A blank that breaks no line.
        at += 2;
      } else {
        return c;
      }
    }
    return END;
  }

  private void newline() throws IOException {
    at += isAt(0, '\r') && isAt(1, '\n') ? 2 : 1;
    line++;
    newlines++;
  }

  private void skipEscape() throws IOException {
    if (isAt(0, '%')) {
      skipLine();
    }
  }

  private boolean skipByteOrderMark() throws IOException {
    if (isAt(0, 0xef) && isAt(1, 0xbb) && isAt(2, 0xbf)) {
      at += 3;
      return true;
    }
    return false;
  }

  /** Uses up the byte that {@link #next} has found. */
  void skip() {
    at++;
  }

  /** Uses up the rest of the line, but not its end. */
  void skipLine() throws IOException {
    while (at < end || ensure(1) > 0) {
      byte c = buffer[at];
      if (c == '\n' || c == '\r') {
        return;
      }
      at++;
    }
  }

  // Words.

  /**
   * Finds the end of the word that begins at {@link #at}; nothing is used up. In {@code e8(Q)} the brackets belong to the
   * word.
   *
   * @return the index of {@link #buffer} behind it; {@link #MAX_WORD} bytes and more away if the word is too long
   */
  int wordEnd() throws IOException {
    int limit = at + Math.min(end - at < MAX_WORD + 4 ? ensure(MAX_WORD + 4) : Integer.MAX_VALUE, MAX_WORD + 1);
    int i = at;
    while (i < limit && !ENDS_WORD[buffer[i] & 0xff]) {
      i++;
    }
    if (i > at && i + 2 < end && buffer[i] == '(' && buffer[i + 2] == ')' && mayPromote(buffer[i - 1])
        && isPromotion(buffer[i + 1])) {
      i += 3;
      while (i < limit && !ENDS_WORD[buffer[i] & 0xff]) {
        i++;
      }
    }
    return i;
  }

  /**
   * Finds the end of a result that is written with blanks, as in {@code 1 - 0}; nothing is used up.
   *
   * @param wordEnd of its first part, such as {@code 1}, which {@link #wordEnd} has found
   * @return the index behind its last part, or {@code wordEnd} if no dash follows
   */
  int spacedResultEnd(int wordEnd) {
    int dash = wordEnd - at > LONGEST_PART ? wordEnd : skipBlanks(wordEnd, end);
    int dashBytes = dash > wordEnd ? SanText.dashAt(buffer, dash, end) : 0;
    if (dashBytes == 0) {
      return wordEnd;
    }
    int i = skipBlanks(dash + dashBytes, end);
    while (i < end && !ENDS_WORD[buffer[i] & 0xff]) {
      i++;
    }
    return i;
  }

  private static boolean mayPromote(byte c) {
    return c == '8' || c == '1' || c == '=';
  }

  private static boolean isPromotion(byte c) {
    return c == 'Q' || c == 'R' || c == 'B' || c == 'N';
  }

  /** Uses up the rest of a word, however long. */
  void skipWord() throws IOException {
    do {
      at++;
    } while ((at < end || ensure(1) > 0) && !ENDS_WORD[buffer[at] & 0xff]);
  }

  /** Uses up a dollar sign and its digits. */
  void skipGlyph() throws IOException {
    do {
      at++;
    } while ((at < end || ensure(1) > 0) && buffer[at] >= '0' && buffer[at] <= '9');
  }

  // Tags.

  /** Whether a tag pair opens here: a bracket, a name and a quotation mark. */
  boolean opensTag() throws IOException {
    int name = tagName();
    int i = name;
    int limit = at + Math.min(ensure(LOOK_AHEAD), LOOK_AHEAD);
    while (i < limit && isNamePart(buffer[i])) {
      i++;
    }
    int after = skipBlanks(i, limit);
    return i > name && after < limit && buffer[after] == '"';
  }

  /** Whether the name of the tag that opens here is Event, which comes first in each game. */
  boolean opensEvent() throws IOException {
    int name = tagName();
    for (int i = 0; i < EVENT.length; i++) {
      if (name + i >= end || buffer[name + i] != EVENT[i]) {
        return false;
      }
    }
    return name + EVENT.length < end && !isNamePart(buffer[name + EVENT.length]);
  }

  /** The index where the name of a tag would begin; the bracket is at {@link #at}. */
  int tagName() throws IOException {
    int limit = at + Math.min(ensure(LOOK_AHEAD), LOOK_AHEAD);
    return at < limit && buffer[at] == '[' ? skipBlanks(at + 1, limit) : limit;
  }

  /** The index behind a tag's name. */
  int tagNameEnd(int name) {
    int i = name;
    while (i < end && i - name <= MAX_WORD && isNamePart(buffer[i])) {
      i++;
    }
    return i;
  }

  private int skipBlanks(int from, int limit) {
    int i = from;
    while (i < limit && (buffer[i] == ' ' || buffer[i] == '\t')) {
      i++;
    }
    return i;
  }

  private static boolean isNamePart(byte c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '+';
  }

  /**
   * Uses up the value of a tag, with quotation marks and bracket. A quotation mark inside the value is taken for the last
   * one only if the bracket follows.
   *
   * @return whether the value and the tag are closed before the line ends
   */
  boolean tagValue(PgnText value) throws IOException {
    value.clear();
    while (isAt(0, ' ') || isAt(0, '\t')) {
      at++;
    }
    if (!isAt(0, '"')) {
      return false;
    }
    at++;
    int closing = -1;
    while (at < end || ensure(1) > 0) {
      byte c = buffer[at];
      if (c == '\n' || c == '\r') {
        return false;
      }
      at++;
      if (c == ']' && closing >= 0) {
        value.truncate(Math.min(closing, value.size()));
        return true;
      }
      if (c == '"') {
        closing = value.size();
      } else if (c != ' ' && c != '\t') {
        closing = -1;
        if (c == '\\' && (isAt(0, '"') || isAt(0, '\\'))) {
          c = buffer[at++];
        }
      }
      value.append(c >= 0 && c < ' ' ? (byte) ' ' : c);
    }
    return false;
  }

  // Comments.

  /** Uses up a comment to the end of the line, semicolon included. */
  void lineComment(PgnText comment) throws IOException {
    comment.clear();
    at++;
    while (at < end || ensure(1) > 0) {
      byte c = buffer[at];
      if (c == '\n' || c == '\r') {
        break;
      }
      appendRun(comment);
    }
    comment.trimEnd();
  }

  /**
   * Uses up a comment in braces, blanks folded into one.
   *
   * @return whether it is closed; if not, what follows is the end of the stream or the next game, which shows by a tag
   *     {@code Event} at the start of a line, by any tag after a blank line, or by {@code 1.} after a result and a blank
   *     line, unless the next brace closes the comment after all
   */
  boolean comment(PgnText comment) throws IOException {
    boolean closes = false;
    comment.clear();
    at++;
    while (at < end || ensure(1) > 0) {
      byte c = buffer[at];
      if (c == '}') {
        at++;
        comment.trimEnd();
        return true;
      }
      if (c != '\n' && c != '\r') {
        appendRun(comment);
        continue;
      }
      comment.appendBlank();
      skipNewlines();
      boolean blank = newlines > 1;
      if (!closes && (isAt(0, '[') && opensTag() && (blank || opensEvent())
          || blank && isAt(0, '1') && isAt(1, '.') && comment.endsWithResult())) {
        closes = closesAhead();
        if (!closes) {
          return false;
        }
      }
    }
    return false;
  }

  /** Whether the next brace, if there is one near, closes a comment rather than opens another. */
  private boolean closesAhead() throws IOException {
    int limit = at + Math.min(ensure(BRACE_AHEAD), BRACE_AHEAD);
    int i = at;
    while (i < limit && buffer[i] != '{' && buffer[i] != '}') {
      i++;
    }
    return i < limit && buffer[i] == '}';
  }

  /** Passes ends of lines and the blanks between them; indented lines keep their indentation for the caller. */
  private void skipNewlines() throws IOException {
    newlines = 0;
    while (at < end || ensure(1) > 0) {
      byte c = buffer[at];
      if (c == '\n' || c == '\r') {
        newline();
      } else if (c == ' ' || c == '\t') {
        at++;
      } else {
        return;
      }
    }
  }

  /** Takes what stands here up to the next blank, brace or end of the buffer, or that one byte. */
  private void appendRun(PgnText text) {
    int from = at;
    while (at < end && !isBlank(buffer[at]) && buffer[at] != '}') {
      at++;
    }
    if (at > from) {
      text.append(buffer, from, at);
    } else {
      if (isBlank(buffer[at])) {
        text.appendBlank();
      } else {
        text.append(buffer[at]);
      }
      at++;
    }
  }

  private static boolean isBlank(byte c) {
    return c >= 0 && c <= ' ' || c == 0x7f;
  }
}
