package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpdTest {
  private static final String MORPHY = "kbK5/pp6/1P6/8/8/8/8/R7 w - -";

  @Test
  void parse_lineOfTheStandard_keepsAllOperationsInOrder() {
    Epd epd = Epd.parse("r1bqk2r/p1pp1ppp/2p2n2/8/1b2P3/2N5/PPP2PPP/R1BQKB1R w KQkq - "
        + "bm Bd3; id \"Crafty Test Pos.1\"; c0 \"DB/GK Philadelphia 1996, Game 1\"; acd 7; pv Bd3 O-O;");
    assertThat(epd.position()).isEqualTo("r1bqk2r/p1pp1ppp/2p2n2/8/1b2P3/2N5/PPP2PPP/R1BQKB1R w KQkq -");
    assertThat(epd.operations()).extracting(Epd.Operation::opcode).containsExactly("bm", "id", "c0", "acd", "pv");
    assertThat(epd.operands("pv")).contains(List.of("Bd3", "O-O"));
    assertThat(epd.operands("c0")).contains(List.of("DB/GK Philadelphia 1996, Game 1"));
    assertThat(epd.operands("am")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "bm Ra6; id \"a;b\";                     | bm Ra6; id \"a;b\";",
    "bm   Ra6 ;id \"a\" ; ;                  | bm Ra6; id \"a\";",
    "bm Ra6                                  | bm Ra6;",
    ";D1 7 ;D2 24                            | D1 7; D2 24;",
    "; bm Ra6                                | bm Ra6;",
    "0 1 bm Ra6;                             | hmvc 0; fmvn 1; bm Ra6;",
    "12 34                                   | hmvc 12; fmvn 34;",
    "- - bm Ra6;                              | bm Ra6;",
    "0 1; hmvc 3; fmvn 9;                    | hmvc 3; fmvn 9;",
    "id\"no blank\"                          | id \"no blank\";",
    "noop;                                   | noop;",
    "c0 \"say \\\"mate\\\"\";                | c0 \"say \\\"mate\\\"\";",
    "c0 \"C:\\chess\";                       | c0 \"C:\\\\chess\";",
    "c0 \"\";                                | c0 \"\";",
    "bm Ra6; bm Ra5;                         | bm Ra6; bm Ra5;",
  })
  void toString_ofWhatPeopleWrite_isTheLineThatTheStandardAsksFor(String written, String standard) {
    Epd epd = Epd.parse(MORPHY + " " + written);
    assertThat(epd).hasToString(MORPHY + " " + standard);
    assertThat(Epd.parse(epd.toString())).isEqualTo(epd);
  }

  @Test
  void parse_fieldAndSemicolonWithoutBlank_partsThem() {
    assertThat(Epd.parse(MORPHY + ";bm Ra6")).hasToString(MORPHY + " bm Ra6;");
  }

  @Test
  void parse_positionAlone_hasNoOperations() {
    assertThat(Epd.parse(MORPHY)).isEqualTo(new Epd(MORPHY, List.of())).hasToString(MORPHY);
  }

  @Test
  void fen_withAndWithoutCounters_hasSixFields() {
    assertThat(Epd.parse(MORPHY).fen()).isEqualTo(MORPHY + " 0 1");
    assertThat(Epd.parse(MORPHY + " fmvn 40; hmvc 7;").fen()).isEqualTo(MORPHY + " 7 40");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "kbK5/pp6/1P6/8 w -                            | has 3 fields",
    "bm                                            | has 1 field;",
    "kbK5/pp6/1P6/8/8/8/8/R7 w - - id \"open       | does not end: \"open",
    "kbK5/pp6/1P6/8/8/8/8/R7 w - - \"text\";       | \"text\"; where an operation is wanted",
    "kbK5/pp6/1P6/8/8/8/8/R7 w - - ; 0 1           | 0 1 where an operation is wanted",
    "kbK5/pp6/1P6/8/8/8/8/R7 w - - 5 bm Ra6;       | fifth field, \"5\"",
  })
  void parse_noEpd_saysWhatIsWrong(String line, String why) {
    assertThatThrownBy(() -> Epd.parse(line)).isInstanceOf(BadInputException.class).hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void next_anyLineEnds_countsLinesAndSkipsCommentsAndBlanks(String end) throws IOException {
    String text = String.join(end, "\ufeff# a suite", "", MORPHY + " bm Ra6; id \"1\";", "   ", "  # more",
        MORPHY + " id \"2\"");
    EpdReader reader = new EpdReader(new StringReader(text));
    assertThat(reader.next().operands("id")).contains(List.of("1"));
    assertThat(reader.line()).isEqualTo(3);
    assertThat(reader.next().operands("id")).contains(List.of("2"));
    assertThat(reader.line()).isEqualTo(6);
    assertThat(reader.next()).isNull();
  }

  @Test
  void next_markBeforeThePosition_isSkipped() throws IOException {
    assertThat(new EpdReader(new StringReader("\ufeff" + MORPHY)).next().position()).isEqualTo(MORPHY);
  }

  @Test
  void next_badLine_isReportedWithItsNumberAndReadingGoesOn() throws IOException {
    EpdReader reader = new EpdReader(new StringReader("\nnonsense\n" + MORPHY));
    assertThatThrownBy(reader::next).isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("\"nonsense\" has 1 field");
    assertThat(reader.line()).isEqualTo(2);
    assertThat(reader.next().position()).isEqualTo(MORPHY);
  }

  /** A line of a hundred million characters, which is never held as a whole. */
  @Test
  void next_endlessLine_isRefusedAndPassedOver() throws IOException {
    Reader endless = new Reader() {
      private int left = 100_000_000;

      @Override
      public int read(char[] into, int offset, int length) {
        int count = Math.min(length, left);
        java.util.Arrays.fill(into, offset, offset + count, 'x');
        left -= count;
        return count == 0 ? -1 : count;
      }

      @Override
      public void close() {}
    };
    EpdReader reader = new EpdReader(endless);
    assertThatThrownBy(reader::next).isInstanceOf(BadInputException.class)
        .hasMessageContaining("100000000 characters");
    assertThat(reader.next()).isNull();
  }

  /** Lines of the characters that mean something, at random, and good lines with one character changed. */
  @Test
  void parse_anything_isAnEpdThatIsWrittenStablyOrIsRefused() {
    Rng rng = new Rng(42);
    String signs = "kKqrPp18/ wb-; \"\\\t0#+=x\u00a0\u2028bmidRa6";
    String good = MORPHY + " 0 1 bm Ra6+ Rxa7; id \"a \\\" b\"; D1 7 ;D2 24";
    int read = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder line = new StringBuilder(i % 2 == 0 ? good : "");
      for (int changes = i % 2 == 0 ? 1 + rng.below(4) : rng.below(60); changes > 0; changes--) {
        int at = line.isEmpty() ? 0 : rng.below(line.length());
        line.insert(at, signs.charAt(rng.below(signs.length())));
        if (i % 2 == 0) {
          line.deleteCharAt(rng.below(line.length()));
        }
      }
      try {
        Epd epd = Epd.parse(line.toString());
        assertThat(Epd.parse(epd.toString())).as("%s", line).isEqualTo(epd);
        read++;
      } catch (BadInputException e) {
        assertThat(e.getMessage()).as("%s", line).isNotBlank();
      }
    }
    assertThat(read).isGreaterThan(10_000);
  }
}
