package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Position;
import mesa.core.Problem;
import mesa.core.SuiteFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpdSuiteTest {
  @Test
  void line_aFinishedGame_isAnEpdOfTheSamePosition() {
    String fen = "rnb1kbnr/pppp1ppp/8/4p3/6Pq/5P2/PPPPP2P/RNBQKBNR w KQkq - 1 3";
    String line = Chess.GAME.suiteFormat().orElseThrow().line(Chess.GAME.parse(fen), "g \"1\"", List.of("0-1", "checkmate"));

    assertThat(line).isEqualTo("rnb1kbnr/pppp1ppp/8/4p3/6Pq/5P2/PPPPP2P/RNBQKBNR w KQkq - "
        + "c0 \"0-1\"; c1 \"checkmate\"; fmvn 3; hmvc 1; id \"g \\\"1\\\"\";");
    assertThat(Epd.parse(line).fen()).isEqualTo(fen);
  }

  private static final SuiteFormat FORMAT = Chess.GAME.suiteFormat().orElseThrow();

  private static List<Problem> read(String text) {
    List<Problem> problems = new ArrayList<>();
    try {
      FORMAT.read(new StringReader(text), "test.epd", problems::add, EpdSuiteTest::fail);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return problems;
  }

  private static void fail(BadInputException fault) {
    throw fault;
  }

  private static Problem only(String line) {
    List<Problem> problems = read(line);
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  @Test
  void read_bestAvoidAndId_makeAProblem() {
    assertThat(only("r5k1/3n1ppp/1p6/3p1p2/3P1B2/r3P2P/PR3PP1/2R3K1 b - - bm h5 h6; am R3xa2; id \"a; b\";"))
        .isEqualTo(new Problem("a; b", "r5k1/3n1ppp/1p6/3p1p2/3P1B2/r3P2P/PR3PP1/2R3K1 b - - 0 1",
            List.of("h7h5", "h7h6"), List.of("a3a2")));
  }

  /** From 1. e4 e5 2. Qh5 Nc6 3. Bc4 Nf6 and from a position with castling, promotion and en passant. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Qxf7#        | h5f7",
    "Qxf7 #       | h5f7",
    "Qxf7+!!      | h5f7",
    "h5f7         | h5f7",
    "Qh5xf7       | h5f7",
    "\"Qxf7\"     | h5f7",
    "4.Qxf7#      | h5f7",
    "Qxf7 Qxf7+   | h5f7",
    "Nf3, d3      | g1f3 d2d3",
    "-            | ''",
  })
  void read_movesAsPeopleWriteThem_areUnderstood(String written, String moves) {
    Problem problem = only("r1bqkb1r/pppp1ppp/2n2n2/4p2Q/2B1P3/8/PPPP1PPP/RNB1K1NR w KQkq - bm " + written + ";");
    assertThat(String.join(" ", problem.best())).isEqualTo(moves);
  }

  @ParameterizedTest
  @CsvSource({"O-O, e1g1", "0-0-0+, e1c1", "exd6 e.p., e5d6", "b8=N, b7b8n", "b7b8q, b7b8q"})
  void read_specialMoves_areUnderstood(String written, String move) {
    assertThat(only("4k3/1P6/8/3pP3/8/8/8/R3K2R w KQ d6 bm " + written + ";").best()).containsExactly(move);
  }

  @Test
  void read_severalOperationsOfOneName_addUp() {
    Problem problem = only("rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - bm e4; bm d4; am a3; bm e4 Nf3; am h3;");
    assertThat(problem.best()).containsExactly("e2e4", "d2d4", "g1f3");
    assertThat(problem.avoid()).containsExactly("a2a3", "h2h3");
  }

  @Test
  void read_withoutAnswer_isAProblemWithoutOne() {
    List<Problem> problems = read("""
        rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1 ;D1 20 ;D2 400
        kbK5/pp6/1P6/8/8/8/8/R7 w - - dm 2; id "mate";
        """);
    assertThat(problems).extracting(Problem::hasAnswer).containsExactly(false, false);
    assertThat(problems).extracting(Problem::id).containsExactly("line 1", "mate");
  }

  @Test
  void read_countersInOperations_areInThePosition() {
    assertThat(only("kbK5/pp6/1P6/8/8/8/8/R7 w - - hmvc 7; fmvn 40; bm Ra6;").position()).endsWith(" 7 40");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "kbK5/pp6/1P6/8/8/8/8/R7 w - - bm Ra9;         | Ra9",
    "kbK5/pp6/1P6/8/8/8/8/R7 w - - am Rb2;         | \"Rb2\" is not legal",
    "kbK5/pp6/1P6/8/8/8/R6R/8 w - - bm Re2;        | ambiguous",
    "kbK5/pp6/1P6/8/8/8/8/R6 w - - bm Ra6;         | 7 squares",
    "kbK5/pp6/1P6/8/8/8/8/R7 w - - hmvc x; bm Ra6; | halfmove clock \"x\"",
    "7k/5Q2/6K1/8/8/8/8/8 b - - bm Kg8;            | the game is over",
  })
  void read_wrongLine_isQuotedWithFileAndNumber(String line, String why) {
    assertThatThrownBy(() -> read("# first\n" + line)).isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("test.epd line 2: ").hasMessageContaining(why);
  }

  @Test
  void read_faultsTaken_passesOverTheirLines() throws IOException {
    List<Problem> problems = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    String good = "kbK5/pp6/1P6/8/8/8/8/R7 w - - bm Ra6;";
    FORMAT.read(new StringReader(good + "\nnonsense\n" + good + "\n" + good.replace("Ra6", "Ra9") + "\n" + good), "test.epd",
        problems::add, fault -> faults.add(fault.getMessage()));
    assertThat(problems).extracting(Problem::id).containsExactly("line 1", "line 3", "line 5");
    assertThat(faults).hasSize(2).satisfiesExactly(
        fault -> assertThat(fault).startsWith("test.epd line 2: "), fault -> assertThat(fault).startsWith("test.epd line 4: "));
  }

  @Test
  void format_isAlgebraic() {
    Position position = Chess.GAME.parse("kbK5/pp6/1P6/8/8/8/8/R7 w - - 0 1");
    assertThat(FORMAT.format(position, position.parseMove("a1a7"))).isEqualTo("Rxa7+");
  }

  /** The sizes are those of the published suites. */
  @ParameterizedTest
  @CsvSource({"bratko-kopec, 24", "kaufman, 25", "endgames, 12"})
  void read_shippedSuite_isWholeAndNamesEachProblemOnce(String name, int size) throws IOException {
    List<Problem> problems = new ArrayList<>();
    try (InputStreamReader text = new InputStreamReader(
        Chess.GAME.resource("suites/" + name + ".epd").orElseThrow().openStream(), StandardCharsets.UTF_8)) {
      FORMAT.read(text, name, problems::add, EpdSuiteTest::fail);
    }
    assertThat(problems).hasSize(size).allMatch(Problem::hasAnswer);
    assertThat(problems).extracting(Problem::id).doesNotHaveDuplicates();
    assertThat(problems).extracting(Problem::position).doesNotHaveDuplicates();
  }
}
