package mesa.games.chess;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mesa.core.BadInputException;
import mesa.core.GameRecord;
import mesa.core.Outcome;
import mesa.core.RecordEntry;
import mesa.core.RecordReader;

/**
 * Reads PGN as it is found: tags in any order or none, moves in many hands ({@link SanText}), with numbers or without,
 * in UTF-8, in UTF-16 with a byte order mark, or else in Windows-1252.
 *
 * <p>Of a game, its tags, moves, result and comments are kept. A comment before the first move is put in front of that
 * move's, several comments on a move are joined by blanks (for those on the last move see {@link Pgn}); comments before
 * the first tag or behind the result are nobody's. Variations, nested to any depth, and glyphs ({@code $1}, {@code +-})
 * are skipped. The result is what stands behind the moves, else, if that is missing or an asterisk, the tag's. Numbers of
 * moves are not checked.
 *
 * <p>A game goes on past a draw that the rules allow to claim. It ends with its result; without one, where a tag pair
 * opens, or where move 1 comes again after a blank line.
 *
 * <p>A broken game is reported by its first fault, and left out up to its end. Where a comment or a variation is never
 * closed, its end is the next tag pair at the start of a line, after a blank line or named {@code Event}; or a blank line
 * after a result.
 *
 * <p>Memory is bounded whatever the input: a game that goes beyond the limits below is broken.
 */
final class PgnReader implements RecordReader {
  static final int MAX_PLIES = 20_000;
  static final int MAX_TAGS = 1_000;

  /** In bytes, of one comment or one tag's value, and of all of them in a game. */
  static final int MAX_TEXT = 1 << 16;
  static final int MAX_GAME_TEXT = 1 << 20;

  /** What a text costs beside its bytes, so that many empty ones are too many, too. */
  private static final int OVERHEAD = 16;

  private static final int USUAL_TAGS = 16;

  /** As much of a text is quoted in a message. */
  private static final int QUOTED = 60;

  private static final Set<String> NULL_MOVES = Set.of("--", "Z0", "Z1", "null", "pass", "0000", "@@@@", "<>");
  private static final Set<String> REMARKS = Set.of("N", "TN", "D", "RR", "e.p.", "e.p", "ep", "ch", "mate");

  private final InputStream in;
  private final Variant variant;
  private PgnLexer lexer;
  private final PgnText text = new PgnText(MAX_TEXT);
  private final PgnStrings strings = new PgnStrings();
  private final SanText san = new SanText();
  private final SanResolver resolver = new SanResolver();

  /** The usual start, used for game after game. */
  private final ChessPosition usual;

  /** How the game writes its moves, by move. */
  private final String[] moveTexts = new String[1 << 16];

  // The game that is being read.
  private Map<String, String> tags;
  private long startLine;
  private long variantLine;
  private long fenLine;
  private ChessPosition position;
  private String[] moves = new String[256];
  private int plies;
  private int textKept;

  /** Whether some of the moves, or what stands among them, has come: a tag then belongs to the next game. */
  private boolean begun;

  /** Comments up to the last move but one; null while there are none. */
  private List<String> comments;
  private String preface;

  /** Comments since the last move. */
  private final List<String> latest = new ArrayList<>();

  /** What stands behind the moves; null if nothing does. */
  private Outcome result;

  /** What went wrong first; null while nothing has. */
  private RecordEntry.Broken fault;

  PgnReader(InputStream in, Variant variant) {
    this.in = in;
    this.variant = variant;
    usual = Fen.parse(Fen.START, variant);
  }

  @Override
  public RecordEntry next() throws IOException {
    if (lexer == null) {
      lexer = new PgnLexer(Utf16Input.plain(in));
    }
    reset();
    int c = lexer.next();
    boolean goesOn = true;
    while (goesOn && (c == '{' || c == ';')) { // Comments between games are nobody's.
      goesOn = c == '{' ? comment() : lineComment();
      c = goesOn ? lexer.next() : c;
    }
    if (goesOn && c == PgnLexer.END) {
      return null;
    }
    latest.clear();
    startLine = lexer.line();
    while (goesOn) {
      goesOn = element(c);
      c = goesOn ? lexer.next() : c;
    }
    return finish();
  }

  private void reset() {
    tags = LinkedHashMap.newLinkedHashMap(USUAL_TAGS);
    position = null;
    plies = 0;
    textKept = 0;
    begun = false;
    comments = null;
    preface = "";
    latest.clear();
    result = null;
    fault = null;
    while (usual.movesMade() > 0) {
      usual.unmake();
    }
  }

  private void fail(long line, String message) {
    if (fault == null) {
      fault = new RecordEntry.Broken(line, message);
    }
  }

  /** Reads what begins with a byte. {@return whether the game goes on} */
  private boolean element(int c) throws IOException {
    switch (c) {
      case PgnLexer.END:
        return false;
      case '[':
        return begun ? bracketAmongMoves() : tag();
      case '{':
        return comment();
      case ';':
        return lineComment();
      case '(':
        begun = true;
        return variation();
      case '$':
        lexer.skipGlyph();
        return true;
      case ')', '}', ']':
        begun = true;
        fail(lexer.line(), "\"" + (char) c + "\" closes nothing that was opened");
        lexer.skip();
        return true;
      default:
        return word(c);
    }
  }

  // Tags.

  private boolean tag() throws IOException {
    int nameAt = lexer.tagName();
    int nameEnd = lexer.tagNameEnd(nameAt);
    String name = strings.of(lexer.buffer, nameAt, nameEnd);
    if (tags.containsKey(name) && (name.equals("Event") || lexer.followsBlankLine())) {
      return false;
    }
    lexer.at = nameEnd;
    String value = "";
    if (nameEnd == nameAt || nameEnd - nameAt > PgnLexer.MAX_WORD || !lexer.tagValue(text)) {
      fail(lexer.line(), "tag \"" + name + "\" is not written [Name \"value\"] on one line");
      lexer.skipLine();
    } else if (keeps("tag " + name)) {
      value = text.toString(strings);
    }
    if (tags.size() == MAX_TAGS) {
      fail(lexer.line(), "the game has more than " + MAX_TAGS + " tags");
    } else {
      tags.put(name, value);
    }
    if (name.equals("Variant")) {
      variantLine = lexer.line();
    } else if (name.equals("FEN")) {
      fenLine = lexer.line();
    }
    return true;
  }

  private boolean bracketAmongMoves() throws IOException {
    if (lexer.opensTag()) {
      return false;
    }
    fail(lexer.line(), "\"[\" stands among the moves and opens no tag");
    lexer.skip();
    return true;
  }

  /** Whether the text just read is within the limits. */
  private boolean keeps(String what) {
    if (fault != null) {
      return false;
    }
    textKept += text.size() + OVERHEAD;
    if (text.isOverflown()) {
      fail(lexer.line(), what + " is longer than " + MAX_TEXT + " bytes");
    } else if (textKept > MAX_GAME_TEXT) {
      fail(lexer.line(), "tags and comments of the game are longer than " + MAX_GAME_TEXT + " bytes");
    }
    return fault == null;
  }

  // Comments and variations.

  private boolean comment() throws IOException {
    long line = lexer.line();
    if (!lexer.comment(text)) {
      fail(line, "comment is opened by \"{\" and never closed");
      return false;
    }
    keepComment();
    return true;
  }

  private boolean lineComment() throws IOException {
    lexer.lineComment(text);
    keepComment();
    return true;
  }

  private void keepComment() {
    if (keeps("comment")) {
      latest.add(text.toString());
    }
  }

  /** Skips a variation. {@return whether the game goes on, which it doesn't if the variation is never closed} */
  private boolean variation() throws IOException {
    long line = lexer.line();
    long depth = 0;
    boolean afterResult = false;
    for (int c = '('; !opensNextGame(c, afterResult); c = lexer.next()) {
      afterResult = false;
      switch (c) {
        case '(', ')' -> {
          depth += c == '(' ? 1 : -1;
          lexer.skip();
          if (depth == 0) {
            return true;
          }
        }
        case '{' -> {
          if (!comment()) {
            return false;
          }
        }
        case ';' -> lexer.skipLine();
        default -> {
          int end = lexer.wordEnd();
          afterResult = PgnResult.read(lexer.buffer, lexer.at, end) != null;
          lexer.skipWord();
        }
      }
    }
    fail(line, "variation is opened by \"(\" and never closed");
    return false;
  }

  /** Whether a variation must have ended because the file has, or the next game begins. */
  private boolean opensNextGame(int c, boolean afterResult) throws IOException {
    return c == PgnLexer.END
        || afterResult && lexer.followsBlankLine() && c != ')'
        || c == '[' && lexer.beginsLine() && lexer.opensTag() && (lexer.followsBlankLine() || lexer.opensEvent());
  }

  // Moves.

  private boolean word(int c) throws IOException {
    int end = lexer.wordEnd();
    int start = lexer.at;
    byte[] bytes = lexer.buffer;
    if (end - start > PgnLexer.MAX_WORD) {
      begun = true;
      fail(lexer.line(), "\"" + PgnText.decode(bytes, start, start + QUOTED) + "...\" is too long to be a move");
      lexer.skipWord();
      return true;
    }
    int number = c < 'A' || c >= 0x80 ? numberEnd(bytes, start, end) : start;
    if (number > start) {
      if (begun && isFirst(bytes, start, number) && lexer.followsBlankLine() && (plies > 0 || fault != null)) {
        return false;
      }
      lexer.at = number;
      begun = true;
      return true;
    }
    begun = true;
    Outcome outcome = c < 'A' || c >= 0x80 ? PgnResult.read(bytes, start, end) : null;
    if (outcome == null) {
      if (fault == null) {
        move(bytes, start, end);
      }
    } else {
      result = outcome;
    }
    lexer.at = end;
    return outcome == null;
  }

  /** The index behind the number of a move and its dots, which may also stand alone; the start if there is neither. */
  private static int numberEnd(byte[] bytes, int start, int end) {
    int digits = start;
    while (digits < end && bytes[digits] >= '0' && bytes[digits] <= '9') {
      digits++;
    }
    int dots = digits;
    while (dots < end && dotsAt(bytes, dots, end) > 0) {
      dots += dotsAt(bytes, dots, end);
    }
    boolean zeros = digits > start && bytes[start] == '0';
    return dots > digits || digits == end && !zeros ? dots : start;
  }

  /** How many bytes of dots begin at an index: a dot, or the sign of three dots in Unicode or Windows-1252. */
  private static int dotsAt(byte[] bytes, int at, int end) {
    byte c = bytes[at];
    return c == '.' || c == (byte) 0x85 ? 1
        : c == (byte) 0xe2 && at + 2 < end && bytes[at + 1] == (byte) 0x80 && bytes[at + 2] == (byte) 0xa6 ? 3
        : 0;
  }

  /** Whether a number is that of white's first move. */
  private static boolean isFirst(byte[] bytes, int start, int end) {
    return end - start == 2 && bytes[start] == '1' && bytes[start + 1] == '.';
  }

  private void move(byte[] bytes, int start, int end) {
    if (position == null) {
      setUp();
    }
    if (fault != null) {
      return;
    }
    int move = san.read(bytes, start, end) ? resolver.find(position, san) : SanResolver.NONE;
    if (move <= 0) {
      refuse(PgnText.decode(bytes, start, end), bytes, start, end);
    } else if (plies == MAX_PLIES) {
      fail(lexer.line(), "the game has more than " + MAX_PLIES + " half-moves");
    } else {
      play(move);
    }
  }

  private void refuse(String word, byte[] bytes, int start, int end) {
    if (NULL_MOVES.contains(word)) {
      fail(lexer.line(), "\"" + word + "\" passes; no move of chess does");
    } else if (!REMARKS.contains(word) && !isRemark(bytes, start, end)) {
      fail(lexer.line(), MoveText.refusal(position, word));
    }
  }

  private static boolean isRemark(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!SanText.isMark(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private void play(int move) {
    if (!latest.isEmpty()) {
      String comment = latestJoined();
      if (plies == 0) {
        preface = comment;
      } else {
        comment(plies - 1, comment);
      }
      latest.clear();
    }
    if (plies == moves.length) {
      moves = Arrays.copyOf(moves, 2 * plies);
    }
    String written = moveTexts[move];
    if (written == null) {
      written = position.format(move);
      moveTexts[move] = written;
    }
    moves[plies++] = written;
    position.make(move);
  }

  private void setUp() {
    String fen = tags.get("FEN");
    String said = tags.get("Variant");
    long line = variantLine;
    try {
      if (said != null) {
        PgnVariant.check(said, fen, variant);
      }
      line = fenLine;
      position = fen == null ? usual : Fen.parse(fen, variant);
    } catch (BadInputException e) {
      fail(line, e.getMessage());
    }
  }

  // The whole game.

  private RecordEntry finish() {
    if (position == null && fault == null) {
      setUp();
    }
    if (tags.isEmpty() && plies == 0 && result == null) {
      fail(startLine, "there is neither a tag nor a move nor a result");
    }
    if (fault != null) {
      return fault;
    }
    String reason = plies == 0 ? latestJoined() : takeReason();
    if (plies > 0) {
      comment(plies - 1, latestJoined());
    }
    String start = position == usual ? Fen.START : start();
    List<String> played = Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(moves, plies)));
    return new RecordEntry.Whole(startLine, new GameRecord(start, played, comments(), outcome(), reason, furtherTags()));
  }

  /** The text of the first position. */
  private String start() {
    ChessPosition first = position.copy();
    while (first.movesMade() > 0) {
      first.unmake();
    }
    return first.text();
  }

  private String takeReason() {
    boolean known = latest.size() == 1 && !latest.getFirst().isEmpty() && latest.getFirst().equals(position.ending());
    return known || latest.size() > 1 ? latest.removeLast() : "";
  }

  private String latestJoined() {
    if (latest.size() <= 1) {
      return latest.isEmpty() ? "" : latest.getFirst();
    }
    return latest.stream().filter(comment -> !comment.isEmpty()).collect(Collectors.joining(" "));
  }

  private void comment(int ply, String comment) {
    String whole = ply > 0 || preface.isEmpty() ? comment : (preface + " " + comment).strip();
    if (!whole.isEmpty()) {
      if (comments == null) {
        comments = new ArrayList<>();
      }
      padTo(ply);
      comments.add(whole);
    }
  }

  private void padTo(int size) {
    while (comments.size() < size) {
      comments.add("");
    }
  }

  private List<String> comments() {
    if (comments == null) {
      return List.of();
    }
    padTo(plies);
    return Collections.unmodifiableList(comments);
  }

  private Outcome outcome() {
    if (result != null && result != Outcome.ONGOING) {
      return result;
    }
    Outcome said = PgnResult.read(tags.getOrDefault("Result", "*"));
    return said == null ? Outcome.ONGOING : said;
  }

  private Map<String, String> furtherTags() {
    Pgn.OWN_TAGS.forEach(tags::remove);
    if (variant.chess960()) {
      tags.remove("Variant");
    }
    for (String name : Pgn.ROSTER) {
      tags.remove(name, Pgn.unknown(name));
    }
    return Collections.unmodifiableMap(tags);
  }
}
