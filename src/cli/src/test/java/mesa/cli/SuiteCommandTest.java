package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteCommandTest {
  /** Morphy's mate in two, a mate in one, and the same with the mate to be avoided. */
  private static final String MATES = """
      kbK5/pp6/1P6/8/8/8/8/R7 w - - bm Ra6; id "two";
      6k1/5ppp/8/8/8/8/8/R6K w - - bm Ra8#; id "one";
      6k1/5ppp/8/8/8/8/8/R6K w - - am Ra8#; id "not one";
      """;

  @TempDir
  private Path folder;

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("suite.epd"), content).toString();
  }

  @Test
  void suite_onePlayer_endsWithWhatItSolved() throws IOException {
    Ran ran = Ran.mesa("suite", file(MATES), "alphabeta:eval=material,nodes=20000");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).containsPattern("two +Ra6 +Ra6 +yes").containsPattern("not one +not Ra8# +Ra8# +no");
    assertThat(ran.lastLine()).isEqualTo("solved 2 of 3");
  }

  @Test
  void suite_severalPlayers_endsWithALineForEachInOrder() throws IOException {
    Ran ran = Ran.mesa("suite", file(MATES), "alphabeta:eval=material,nodes=20000,name=deep", "solver:depth=1,name=shallow");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).endsWith("\ndeep solved 2 of 3\nshallow solved 1 of 3\n");
  }

  /** 2 of 3: Wilson's interval is 20.8 to 93.9 %, as R's prop.test(2, 3, correct = FALSE) gives it. */
  @Test
  void suite_summary_hasTheBudgetAndAnInterval() throws IOException {
    Ran ran = Ran.mesa("suite", file(MATES), "alphabeta:eval=material,nodes=20000");

    assertThat(ran.out()).containsPattern("nodes=20000 +2 +3 +66.7 % +20.8 to 93.9");
  }

  @ParameterizedTest
  @CsvSource({"mcts:eval=rollout,nodes=60", "random"})
  void suite_onMoreThreads_givesTheSameAnswers(String player) throws IOException {
    JsonNode one = problems("suite", "endgames", player, "--json");
    JsonNode three = problems("suite", "endgames", player, "--json", "--jobs", "3");

    assertThat(one).hasSize(12).isEqualTo(three);
  }

  @Test
  void suite_ofOneProblem_givesTheAnswerOfTheWhole() throws IOException {
    JsonNode all = problems("suite", "endgames", "random", "--json", "--seed", "5");
    JsonNode one = problems("suite", "endgames", "random", "--json", "--seed", "5", "--only", "Morphy");

    assertThat(one).hasSize(1);
    assertThat(all).contains(one.get(0));
  }

  @Test
  void suite_limited_asksTheFirst() throws IOException {
    Ran ran = Ran.mesa("suite", file(MATES), "random", "--limit", "2");

    assertThat(ran.out()).contains("2 of 3 problems").doesNotContain("not one");
    assertThat(ran.lastLine()).endsWith(" of 2");
  }

  /** The problems of a report, without their times. */
  private static JsonNode problems(String... args) throws IOException {
    Ran ran = Ran.mesa(args);
    assertThat(ran.code()).as(ran.err()).isZero();
    return new ObjectMapper().readTree(ran.out().replaceAll("\"seconds\" : [\\d.E-]+", "\"seconds\" : 0")).get("problems");
  }

  @Test
  void suite_asJson_hasAnswersCostsAndWhenTheyWereFound() throws IOException {
    JsonNode problems = problems("suite", file(MATES), "alphabeta:eval=material,nodes=20000", "--json");

    JsonNode two = problems.get(0);
    assertThat(two.get("id").asText()).isEqualTo("two");
    assertThat(two.get("best").get(0).asText()).isEqualTo("Ra6");
    JsonNode answer = two.get("answers").get(0);
    assertThat(answer.get("played").asText()).isEqualTo("Ra6");
    assertThat(answer.get("solved").asBoolean()).isTrue();
    assertThat(answer.get("toSolution").get("nodes").asLong()).isBetween(0L, answer.get("nodes").asLong());
    assertThat(problems.get(2).get("answers").get(0).get("toSolution").isNull()).as("none for what is not solved").isTrue();
  }

  @Test
  void suite_positionsWithoutAnswer_areCountedAndLeftOut() throws IOException {
    Ran ran = Ran.mesa("suite", file(MATES + "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - ;D1 20"), "random");

    assertThat(ran.out()).startsWith(folder.resolve("suite.epd") + ": 3 of 4 problems of chess, 1 have no answer;");
    assertThat(ran.lastLine()).endsWith(" of 3");
  }

  @Test
  void suite_playerThatFails_isReportedAndTheRestGoesOn() throws IOException {
    Files.writeString(folder.resolve("Faint.java"), """
        public final class Faint implements mesa.core.Player {
          @Override public mesa.core.Decision choose(mesa.core.Position position, mesa.core.Meter meter) {
            if (position.text().startsWith("kbK5")) {
              throw new IllegalStateException("too hard for me");
            }
            return mesa.core.Decision.of(position.parseMove("Ra8#"));
          }
        }
        """);
    ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d", folder.toString(),
        "-classpath", System.getProperty("java.class.path"), folder.resolve("Faint.java").toString());
    Ran ran = Ran.mesa("suite", file(MATES), "class:Faint", "--classpath", folder.toString());

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("two: class:Faint failed: java.lang.IllegalStateException: too hard for me");
    assertThat(ran.lastLine()).isEqualTo("solved 1 of 3");
  }

  @ParameterizedTest
  @CsvSource({"chess, 3", "chess960, 3"})
  void suite_gameNamed_isTheOnePlayed(String game, int size) throws IOException {
    Path other = Files.writeString(folder.resolve("suite.txt"), MATES);
    Ran ran = Ran.mesa("suite", other.toString(), "random", "--game", game);

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains(size + " problems of " + game);
  }

  @Test
  void suite_commentInAnotherEncoding_isRead() throws IOException {
    Path latin = folder.resolve("latin.epd");
    Files.write(latin, "6k1/5ppp/8/8/8/8/8/R6K w - - bm Ra8; c0 \"M\u00fcller\";".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(Ran.mesa("suite", latin.toString(), "random").code()).isZero();
  }

  @Test
  void suite_lenient_saysWhichLinesItPassesOver() throws IOException {
    Ran ran = Ran.mesa("suite", file("nonsense\n" + MATES), "random", "--lenient", "--quiet");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).startsWith("mesa: passed over: ").contains("suite.epd line 1: \"nonsense\"");
    assertThat(ran.lastLine()).endsWith(" of 3");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "6k1/5ppp/8/8/8/8/8/R6K w - - bm Ra9; | suite.epd line 1: \"Ra9\"",
    "6k1/5ppp/8/8/8/8/8/R6K w - - id \"x\"; | no position in ",
    "# nothing | holds no problem",
    "6k1 w - - | suite.epd line 1: FEN ",
  })
  void suite_wrongFile_isQuoted(String content, String why) throws IOException {
    Ran ran = Ran.mesa("suite", file(content), "random");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("mesa: ").contains(why);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.out()).isEmpty();
  }
}
