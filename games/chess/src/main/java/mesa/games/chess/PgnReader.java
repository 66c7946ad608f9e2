package mesa.games.chess;

import java.io.IOException;
import java.io.InputStream;
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
 * after a result. A comment is closed, whatever stands in it, if the next brace closes one.
 *
 * <p>Memory is bounded whatever the input: a game that goes beyond the limits below is broken.
 */
final class PgnReader implements RecordReader {
  static final int MAX_PLIES = 20_000;
  static final int MAX_TAGS = 1_000;

  /** In bytes, of one comment or one tag's value, and of all of them in a game. */
  static final int MAX_TEXT = 1 << 16;
  static final int MAX_GAME_TEXT = 1 << 20;

  /** As much of a text is quoted in a message. */
  private static final int QUOTED = 60;

  private final InputStream in;
  private PgnLexer lexer;
  private final PgnText text = new PgnText(MAX_TEXT);
  private final PgnStrings strings = new PgnStrings();
  private final PgnGame game;

  /** Whether some of the moves, or what stands among them, has come: a tag then belongs to the next game. */
  private boolean begun;

  PgnReader(InputStream in, Variant variant) {
    this.in = in;
    game = new PgnGame(variant);
  }

  @Override
  public RecordEntry next() throws IOException {
    if (lexer == null) {
      lexer = new PgnLexer(Utf16Input.plain(in));
    }
    game.clear();
    begun = false;
    int c = lexer.next();
    boolean goesOn = true;
    while (goesOn && (c == '{' || c == ';')) { // Comments between games are nobody's.
      goesOn = c == '{' ? comment() : lineComment();
      c = goesOn ? lexer.next() : c;
    }
    if (goesOn && c == PgnLexer.END) {
      return null;
    }
    game.begin(lexer.line());
    while (goesOn) {
      goesOn = element(c);
      c = goesOn ? lexer.next() : c;
    }
    return game.finish();
  }

  private void fail(String message) {
    game.fail(lexer.line(), message);
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
        fail("\"" + (char) c + "\" closes nothing that was opened");
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
    if (game.hasTag(name) && (name.equals("Event") || lexer.followsBlankLine())) {
      return false;
    }
    lexer.at = nameEnd;
    String value = "";
    if (nameEnd == nameAt || nameEnd - nameAt > PgnLexer.MAX_WORD || !lexer.tagValue(text)) {
      fail("tag \"" + name + "\" is not written [Name \"value\"] on one line");
      lexer.skipLine();
    } else if (game.keeps(text, "tag " + name, lexer.line())) {
      value = text.toString(strings);
    }
    game.tag(name, value, lexer.line());
    return true;
  }

  private boolean bracketAmongMoves() throws IOException {
    if (lexer.opensTag()) {
      return false;
    }
    fail("\"[\" stands among the moves and opens no tag");
    lexer.skip();
    return true;
  }

  // Comments and variations.

  private boolean comment() throws IOException {
    long line = lexer.line();
    if (!lexer.comment(text)) {
      game.fail(line, "comment is opened by \"{\" and never closed");
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
    if (game.keeps(text, "comment", lexer.line())) {
      game.comment(text.toString());
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
    game.fail(line, "variation is opened by \"(\" and never closed");
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
      fail("\"" + PgnText.decode(bytes, start, start + QUOTED) + "...\" is too long to be a move");
      lexer.skipWord();
      return true;
    }
    if (c < 'A' || c >= 0x80) {
      int resultEnd = lexer.spacedResultEnd(end);
      int number = resultEnd == end ? PgnNumber.end(bytes, start, end) : start;
      if (number > start) {
        return number(bytes, start, number);
      }
      Outcome outcome = PgnResult.read(bytes, start, resultEnd);
      if (outcome != null) {
        game.result(outcome);
        lexer.at = resultEnd;
        return false;
      }
    }
    begun = true;
    game.move(bytes, start, end, lexer.line());
    lexer.at = end;
    return true;
  }

  private boolean number(byte[] bytes, int start, int end) {
    boolean hadMoves = game.hasMoves() || game.isBroken();
    if (begun && PgnNumber.isFirst(bytes, start, end) && lexer.followsBlankLine() && hadMoves) {
      return false;
    }
    lexer.at = end;
    begun = true;
    return true;
  }
}
