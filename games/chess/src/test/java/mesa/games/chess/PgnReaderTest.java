package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mesa.core.GameRecord;
import mesa.core.Outcome;
import mesa.core.RecordEntry;
import mesa.core.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PgnReaderTest {
  private static final Pgn PGN = new Pgn(Variant.ORTHODOX);
  private static final String MATE = "[White \"a\"]\n[Result \"0-1\"]\n\n1. f3 e5 2. g4 Qh4# 0-1\n\n";

  private static List<RecordEntry> read(Pgn format, InputStream in) {
    try {
      List<RecordEntry> entries = new ArrayList<>();
      RecordReader reader = format.read(in);
      for (RecordEntry entry = reader.next(); entry != null; entry = reader.next()) {
        entries.add(entry);
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RecordEntry> read(byte[] bytes) {
    return read(PGN, new ByteArrayInputStream(bytes));
  }

  private static List<RecordEntry> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The one game of a text. */
  private static GameRecord game(String text) {
    return only(read(text));
  }

  private static GameRecord only(List<RecordEntry> entries) {
    assertThat(entries).hasSize(1).hasOnlyElementsOfType(RecordEntry.Whole.class);
    return ((RecordEntry.Whole) entries.getFirst()).game();
  }

  /** Moves of the whole games, and lines with messages of the broken ones. */
  private static List<String> outline(String text) {
    return read(text).stream().map(entry -> switch (entry) {
      case RecordEntry.Whole whole -> String.join(" ", whole.game().moves());
      case RecordEntry.Broken broken -> broken.line() + ": " + broken.message();
    }).toList();
  }

  @Test
  void next_ofAnOrdinaryGame_givesItsTagsMovesAndResult() {
    GameRecord game = game("""
        [Event "F/S Return Match"]
        [Site "Belgrade, Serbia JUG"]
        [Date "1992.11.04"]
        [Round "29"]
        [White "Fischer, Robert J."]
        [Black "Spassky, Boris V."]
        [Result "1/2-1/2"]

        1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 {This opening is called the Ruy Lopez.} 4. Ba4 Nf6
        5. O-O Be7 1/2-1/2
        """);
    assertThat(game.moves()).containsExactly(
        "e2e4", "e7e5", "g1f3", "b8c6", "f1b5", "a7a6", "b5a4", "g8f6", "e1g1", "f8e7");
    assertThat(game.comments()).containsExactly("", "", "", "", "", "This opening is called the Ruy Lopez.", "", "", "", "");
    assertThat(game.outcome()).isEqualTo(Outcome.DRAWN);
    assertThat(game.start()).isEqualTo(Fen.START);
    assertThat(game.reason()).isEmpty();
    assertThat(game.tags()).containsExactly(
        Map.entry("Event", "F/S Return Match"),
        Map.entry("Site", "Belgrade, Serbia JUG"),
        Map.entry("Date", "1992.11.04"),
        Map.entry("Round", "29"),
        Map.entry("White", "Fischer, Robert J."),
        Map.entry("Black", "Spassky, Boris V."));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "1. e4 e5 2. Nf3 1-0",
    "1.e4 e5 2.Nf3 1-0",
    "1. e4 1... e5 2. Nf3 1-0",
    "1.e4 1...e5 2.Nf3 1-0",
    "1 e4 e5 2 Nf3 1-0",
    "e4 e5 Nf3 1-0",
    "1. e4 ... e5 2. Nf3 1-0",
    "1.e4 1…e5 2.Nf3 1-0",
    "1. e2e4 e7e5 2. g1f3 1-0",
    "1. e2-e4 e7-e5 2. Ng1-f3 1-0",
    "1. e4! e5?! 2. Nf3!? 1-0",
    "1. e4 ! e5 ?! 2. Nf3 $1 $14 1-0",
    "1. e4$1 e5$2$3 2. Nf3$10 1-0",
    "1. e4 += e5 = 2. Nf3 +- 1-0",
    "1. e4 ± e5 ⩲ 2. Nf3 ∞ N 1-0",
    "1. e4 (1. d4 d5) e5 (1... c5 2. Nf3 (2. c3 {not (a) bracket} (2. Nc3)) 2... d6) 2. Nf3 1-0",
    "1. e4 (1. d4 ; and ) here\n d5) e5 2. Nf3 1-0",
    "1. e4(1. d4)e5 2. Nf3 1-0",
    "1. e4\n% an escape ( { [\ne5 2. Nf3 1-0",
    "%first\n1. e4 e5 2. Nf3 1-0\n%last",
    "1. e4\r\ne5\r\n\r\n2. Nf3\r\n1-0\r\n",
    "1. e4\re5\r2. Nf3\r1-0",
    "\n\n  1. e4\te5 2. Nf3\n1-0\u001a",
    "1. e4 e5 2. ♘f3 1-0",
    "1. e4 e5 2. Nf3 1–0",
    "[Result \"1-0\"]\n1. e4 e5 2. Nf3",
    "[Result \"1-0\"]\n\n1. e4 e5 2. Nf3 *",
    "[Result \"0-1\"]\n\n1. e4 e5 2. Nf3 1-0",
    "[White \"x\"][Black \"y\"] [Result \"1-0\"] 1. e4 e5 2. Nf3 1-0",
    "[White \"x\"]\n\n[Black \"y\"]\n\n\n1. e4 e5\n\n2. Nf3\n\n1-0",
  })
  void next_inManyHands_isTheSameGame(String text) {
    GameRecord game = game(text);
    assertThat(game.moves()).containsExactly("e2e4", "e7e5", "g1f3");
    assertThat(game.outcome()).isEqualTo(Outcome.FIRST_WON);
  }

  @Test
  void next_ofSeveralGamesWithAndWithoutTagsAndBlanks_findsEach() {
    assertThat(outline("""
        [Event "a"]
        1. e4 1-0
        [Event "b"]
        1. d4 0-1 1. c4 * [Event "c"] 1. f4
        [Event "d"]

        1. b4

        1. g4

        1. a4 1/2-1/2 [Event "e"]
        [Result "1-0"]

        [Event "f"]
        [Result "1-0"]
        """)).containsExactly("e2e4", "d2d4", "c2c4", "f2f4", "b2b4", "g2g4", "a2a4", "", "");
  }

  @Test
  void next_ofNothing_isNull() {
    assertThat(read("")).isEmpty();
    assertThat(read("\n \r\n\t\n%escape\n{a comment} ; another\n")).isEmpty();
  }

  @Test
  void next_line_isWhereTheGameBegins() {
    List<RecordEntry> entries = read("\n\n1. e4 *\n\n{between}\n\r\n[White \"a\"]\n\n1. d4\r2. e5");
    assertThat(entries).extracting(RecordEntry::line).containsExactly(3L, 7L);
    assertThat(read("%\r%\r\n%\n1. e4 *").getFirst().line()).isEqualTo(4);
  }

  // Tags.

  @Test
  void next_tagWithQuotesAndBackslashes_isUnescaped() {
    assertThat(game("[White \"a \\\"b\\\" \\\\ c\"]\n\n*").tags()).containsEntry("White", "a \"b\" \\ c");
    assertThat(game("[Event \"The \"Big\" Open [B]\"]\n\n*").tags()).containsEntry("Event", "The \"Big\" Open [B]");
    assertThat(game("[ White  \"a\\n\" ]\n\n*").tags()).containsEntry("White", "a\\n");
  }

  @Test
  void next_unknownTagsOfTheRoster_areLeftOut() {
    assertThat(game("[Event \"?\"]\n[Date \"????.??.??\"]\n[Opening \"?\"]\n[Result \"*\"]\n\n*").tags())
        .containsOnlyKeys("Opening");
  }

  @Test
  void next_repeatedTag_hasItsLastValue() {
    assertThat(game("[White \"a\"]\n[White \"b\"]\n\n*").tags()).containsEntry("White", "b");
  }

  @Test
  void next_fromAnotherStart_goesOnFromThere() {
    GameRecord game = game("[SetUp \"1\"]\n[FEN \"4k3/8/8/8/8/8/8/R3K3 w Q - 3 40\"]\n\n40. O-O-O+ Ke7 *");
    assertThat(game.start()).isEqualTo("4k3/8/8/8/8/8/8/R3K3 w Q - 3 40");
    assertThat(game.moves()).containsExactly("e1c1", "e8e7");
    assertThat(game.tags()).isEmpty();
  }

  // Encodings.

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void next_withByteOrderMark_isDecoded(String charset) {
    String text = "\ufeff[White \"Żółć 🙂\"]\n\n1. e4 {Łódź} *";
    GameRecord game = only(read(text.getBytes(Charset.forName(charset))));
    assertThat(game.tags()).containsEntry("White", "Żółć 🙂");
    assertThat(game.comments()).containsExactly("Łódź");
  }

  @Test
  void next_neitherUtf8NorMarked_isReadAsWindows1252() {
    GameRecord game = only(read("[White \"Müller – Œ\"]\n\n1. e4 e5 2. Nf3± Nc6 1–0".getBytes(Charset.forName("windows-1252"))));
    assertThat(game.tags()).containsEntry("White", "Müller – Œ");
    assertThat(game.outcome()).isEqualTo(Outcome.FIRST_WON);
  }

  @Test
  void next_ofLongUtf16_joinsPairsAcrossBuffers() {
    for (String first : new String[] {"a", "ab"}) {
      String name = first + "🙂".repeat(9_000);
      String text = "\ufeff[White \"" + name + "\"]\n\n*";
      assertThat(only(read(text.getBytes(StandardCharsets.UTF_16LE))).tags().get("White").equals(name)).isTrue();
    }
  }

  // Comments.

  @Test
  void next_commentsOfAMove_areJoined() {
    GameRecord game = game("{nobody's} [White \"a\"]\n{before} 1. e4 {one}\n{ two\n\tlines } ; three\n e5 {}  2. d4 *");
    assertThat(game.comments()).containsExactly("before one two lines three", "", "");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      1. f3 e5 2. g4 Qh4# {checkmate} 0-1            | -          | checkmate
      1. f3 e5 2. g4 Qh4# {well played} 0-1          | well played| -
      1. f3 e5 2. g4 Qh4# {M1} {checkmate} 0-1       | M1         | checkmate
      1. f3 e5 2. g4 Qh4# {checkmate} {} 0-1         | checkmate  | -
      1. f3 e5 2. g4 {} {White resigns} 0-1          | -          | White resigns
      1. f3 e5 2. g4 {a} {b} {c} 0-1                 | a b        | c
      """)
  void next_lastOfSeveralComments_isTheReason(String moves, String comment, String reason) {
    GameRecord game = game("[White \"a\"]\n\n" + moves);
    assertThat(game.comments().isEmpty() ? null : game.comments().getLast()).isEqualTo(comment);
    assertThat(game.reason()).isEqualTo(reason == null ? "" : reason);
  }

  @Test
  void next_ofNoMovesButAComment_takesItForTheReason() {
    assertThat(game("[White \"a\"]\n\n{White did not come} 0-1").reason()).isEqualTo("White did not come");
  }

  // Draws that nobody claimed.

  @Test
  void next_movesAfterThreefoldRepetition_areRead() {
    GameRecord game = game("1. Nf3 Nf6 2. Ng1 Ng8 3. Nf3 Nf6 4. Ng1 Ng8 5. Nf3 Nf6 6. Ng1 Ng8 7. e4 1-0");
    assertThat(game.moves()).hasSize(13);
    assertThat(only(read(PGN.format(game)))).isEqualTo(game);
  }

  @Test
  void next_movesWithInsufficientMaterial_areRead() {
    assertThat(game("[FEN \"4k3/8/8/8/8/8/8/4KN2 w - - 0 1\"]\n\n1. Ne3 Kd7 2. Nd5 *").moves()).hasSize(3);
  }

  // Broken games.

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      1. e4 e5 2. Ke3 Nc6 0-1                  | 3: "Ke3" is not legal in rnbqkbnr/pppp1ppp/8/4p3/4P3/8/PPPP1PPP/RNBQKBNR w KQkq - 0 2; king moves: Ke2
      1. e4 e5 2. d4 Bb4+ 3. Nf3 *             | 3: "Nf3" is not legal in rnbqk1nr/pppp1ppp/8/4p3/1b1PP3/8/PPP2PPP/RNBQKBNR w KQkq - 1 3; knight moves: Nd2 Nc3
      1. e4 -- 2. d4 *                         | 3: "--" passes; no move of chess does
      1. e4 Z0 2. d4 *                         | 3: "Z0" passes; no move of chess does
      1. e4 hello *                            | 3: "hello" is no move; write e2e4, or e7e8q to promote, or Nf3
      1. e4 ) e5 *                             | 3: ")" closes nothing that was opened
      1. e4 } e5 *                             | 3: "}" closes nothing that was opened
      1. e4 [%clk 5] e5 *                      | 3: "[" stands among the moves and opens no tag
      """)
  void next_brokenGame_isReportedAndLeftOut(String moves, String message) {
    assertThat(outline("[White \"b\"]\n\n" + moves + "\n\n" + MATE)).containsExactly(message, "f2f3 e7e5 g2g4 d8h4");
  }

  @Test
  void next_ambiguousMove_saysWhatItMayBe() {
    assertThat(outline("1. Nf3 d6 2. d3 e6\n3. Nd2 *")).containsExactly(
        "2: \"Nd2\" is ambiguous in rnbqkbnr/ppp2ppp/3pp3/8/8/3P1N2/PPP1PPPP/RNBQKB1R w KQkq - 0 3; it may be Nbd2 Nfd2");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      [FEN "8/8/8/8 w - - 0 1"]    | has 4 ranks
      [Variant "Chess960"]         | variant "Chess960" is another game; read it as the game chess960
      [Variant "fischerandom"]     | variant "fischerandom" is another game
      [Variant "Atomic"]           | variant "Atomic" is not played here
      [White "b]                   | tag "White" is not written [Name "value"] on one line
      [White b]                    | tag "White" is not written
      [White "b"                   | tag "White" is not written
      ["b"]                        | tag "" is not written
      """)
  void next_wrongTag_breaksItsGameAlone(String tag, String message) {
    List<String> outline = outline(MATE + "[Event \"x\"]\n" + tag + "\n[Black \"c\"]\n\n1. e4 e5 *\n\n" + MATE);
    assertThat(outline).hasSize(3);
    assertThat(outline.get(1)).startsWith("7: ").contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "1. e4 {never closed e5 2. Nf3 1-0\n\n",
    "1. e4 {never closed\ne5 2. Nf3\n 1-0\r\n\r\n",
    "1. e4 (1. d4 d5 e5 2. Nf3 1-0\n\n",
    "1. e4 (1. d4 (((((( e5 2. Nf3 1-0\n\n",
    "1. e4 (1. d4 {nor this e5 2. Nf3 1-0\n\n",
    "1. e4 e5 2. Nf9 (( 1-0\n\n",
  })
  void next_whatIsNeverClosed_endsWhereTheNextGameBegins(String moves) {
    List<String> tagged = outline("[White \"b\"]\n\n" + moves + MATE + MATE);
    assertThat(tagged).hasSize(3);
    assertThat(tagged.getFirst()).startsWith("3: ");
    List<String> bare = outline(moves + "1. c4 *\n\n1. b4 *");
    assertThat(bare).hasSize(3).endsWith("c2c4", "b2b4");
  }

  @Test
  void next_neverClosedWithoutBlankLine_endsAtTheTagEvent() {
    assertThat(outline("1. e4 {never\n[White \"quoted\"]\n[Event \"x\"]\n1. c4 *")).containsExactly(
        "1: comment is opened by \"{\" and never closed", "c2c4");
  }

  /** A tag pair after a blank line inside a comment is no next game where the next brace closes the comment. */
  @Test
  void next_tagPairInsideAComment_isPartOfIt() {
    for (String inside : List.of("[White \"b\"]", "[Event \"b\"]", "1-0\n\n1. d4")) {
      List<RecordEntry> entries = read("1. e4 {from\n\n" + inside + "\n\nit is} e5 2. Nf3 *\n\n" + MATE);
      assertThat(entries).as(inside).hasSize(2).allMatch(RecordEntry.Whole.class::isInstance);
      GameRecord game = ((RecordEntry.Whole) entries.getFirst()).game();
      assertThat(game.moves()).as(inside).containsExactly("e2e4", "e7e5", "g1f3");
      assertThat(game.comments().getFirst()).as(inside).isEqualTo("from " + inside.replace("\n\n", " ") + " it is");
    }
  }

  @ParameterizedTest
  @CsvSource({"1 - 0, FIRST_WON", "0 - 1, SECOND_WON", "1/2 - 1/2, DRAWN", "1 -0, FIRST_WON", "0\t-  1, SECOND_WON",
      "\u00bd - \u00bd, DRAWN", "1 \u2013 0, FIRST_WON"})
  void next_resultWithBlanks_isTheResult(String written, Outcome outcome) {
    for (String text : List.of("1. e4 e5 " + written + "\n\n" + MATE, "[Result \"" + written + "\"]\n\n1. e4 e5\n\n" + MATE)) {
      List<RecordEntry> entries = read(text);
      assertThat(entries).as(text).hasSize(2).allMatch(RecordEntry.Whole.class::isInstance);
      assertThat(((RecordEntry.Whole) entries.getFirst()).game().outcome()).as(text).isEqualTo(outcome);
    }
  }

  @Test
  void next_castlingByZerosWithBlanks_isNoResult() {
    assertThat(outline("1. e4 0 - 0 *").getFirst()).startsWith("1: ");
  }

  @Test
  void next_faultInsideTheLastGame_isReported() {
    assertThat(outline("1. e4 {")).containsExactly("1: comment is opened by \"{\" and never closed");
    assertThat(outline("1. e4 (")).containsExactly("1: variation is opened by \"(\" and never closed");
    assertThat(outline("[White \"b")).hasSize(1);
    assertThat(outline("[")).hasSize(1);
    assertThat(outline("$1")).containsExactly("1: there is neither a tag nor a move nor a result");
  }

  // Limits.

  @Test
  void next_beyondALimit_isBrokenAndTheNextGameIsRead() {
    String knights = "Nf3 Nf6 Ng1 Ng8 ".repeat(PgnReader.MAX_PLIES / 4);
    assertThat(((RecordEntry.Whole) read(knights).getFirst()).game().moves()).hasSize(PgnReader.MAX_PLIES);
    assertBroken("has more than 20000 half-moves", knights + "Nf3");
    assertBroken("comment is longer than 65536 bytes", "1. e4 {" + "x".repeat(PgnReader.MAX_TEXT + 1) + "}");
    assertBroken("longer than 1048576 bytes", "1. e4 " + ("{" + "x".repeat(60_000) + "}").repeat(20));
    assertBroken("longer than 1048576 bytes", "1. e4 " + "{}".repeat(100_000));
    assertBroken("is too long to be a move", "1. e4 " + "x".repeat(1_000_000));
    assertBroken("tag White is longer", "[White \"" + "x".repeat(70_000) + "\"]");
    StringBuilder tags = new StringBuilder();
    for (int i = 0; i <= PgnReader.MAX_TAGS; i++) {
      tags.append("[T").append(i).append(" \"\"]\n");
    }
    assertBroken("more than 1000 tags", tags.toString());
  }

  private static void assertBroken(String message, String game) {
    List<String> outline = outline(game + " 1-0\n\n" + MATE);
    assertThat(outline).hasSize(2);
    assertThat(outline.getFirst()).contains(message);
  }

  @Test
  void next_variationsNestedAMillionDeep_areSkipped() {
    String deep = "1. e4 " + "(".repeat(1_000_000) + ")".repeat(1_000_000) + " e5 *";
    assertThat(game(deep).moves()).hasSize(2);
  }

  /** Streams may hand out as little as a byte at a time. */
  @Test
  void next_fromAStreamOfSingleBytes_readsTheSame() {
    String text = "\ufeff" + MATE + "1. e4 {never\n\n" + MATE + "[White \"\"x\"\"]\n\n1. e4 (1. d4) e5 1-0";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    InputStream slow = new ByteArrayInputStream(bytes) {
      @Override
      public int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, 1));
      }
    };
    assertThat(read(PGN, slow)).isEqualTo(read(bytes)).hasSize(4);
  }

  // Chess960.

  @Test
  void next_ofChess960_castlesFromWhereKingAndRookStand() {
    String text = """
        [Variant "Fischerandom"]
        [SetUp "1"]
        [FEN "1r2k1r1/pppppppp/8/8/8/8/PPPPPPPP/1R2K1R1 w GBgb - 0 1"]

        1. O-O O-O-O *
        """;
    Pgn format = new Pgn(Variant.CHESS960);
    GameRecord game = only(read(format, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    assertThat(game.moves()).containsExactly("e1g1", "e8b8");
    assertThat(game.tags()).isEmpty();
    String written = format.format(game);
    assertThat(written).contains("[Variant \"Chess960\"]", "1. O-O O-O-O *");
    assertThat(only(read(format, new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8))))).isEqualTo(game);
  }

  @Test
  void next_ofChess960WithoutFen_isBroken() {
    List<RecordEntry> entries = read(new Pgn(Variant.CHESS960),
        new ByteArrayInputStream("[Variant \"Chess960\"]\n\n1. e4 *".getBytes(StandardCharsets.UTF_8)));
    assertThat(entries).singleElement().isInstanceOfSatisfying(RecordEntry.Broken.class,
        broken -> assertThat(broken.message()).contains("wants a tag FEN"));
  }
}
