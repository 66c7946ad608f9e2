package mesa.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mesa.core.BadInputException;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On what JMH 1.37 wrote for four players, without percentiles, and for a benchmark that is no trade-off. */
class JmhResultsTest {
  static final Path RECORDED = Path.of("src/test/resources/mesa/report/tradeoff.json");

  @TempDir
  private Path folder;

  @Test
  void read_recorded_findsThePlayersOfTheTradeoffAlone() {
    assertThat(JmhResults.read(RECORDED).trials()).extracting(Trial::player).containsExactly(
        Spec.parse("random"), Spec.parse("rules"),
        Spec.parse("mcts:eval=rollout,nodes=16"), Spec.parse("mcts:eval=rollout,nodes=64"));
  }

  @Test
  void read_recorded_hasTheFiguresOfTheFile() {
    Trial trial = JmhResults.read(RECORDED).trials().getFirst();

    assertThat(trial.game()).isEqualTo("tictactoe");
    assertThat(trial.nanos()).isCloseTo(142.608, within(1e-3));
    assertThat(trial.fastestNanos()).isCloseTo(105.348, within(1e-3));
    assertThat(trial.slowestNanos()).isCloseTo(162.534, within(1e-3));
    assertThat(trial.bytes()).isCloseTo(151.674, within(1e-3));
    assertThat(trial.asked()).isEqualTo(3191);
    assertThat(trial.optimal()).isEqualTo(1318);
  }

  @Test
  void read_recorded_saysOnWhatItWasMeasured() {
    assertThat(JmhResults.read(RECORDED).setups()).containsExactly(
        "AMD EPYC, 2 processors; OpenJDK 64-Bit Server VM 25.0.3+9-LTS; commit b0a9262; "
            + "1 fork with 3 iterations of 300 ms, JMH 1.37");
  }

  @ParameterizedTest
  @CsvSource({"ns/op, 2", "us/op, 2000", "ms/op, 2000000", "s/op, 2000000000", "ops/us, 500", "ops/s, 500000000"})
  void read_anyUnitOfTime_becomesNanoseconds(String unit, double nanos) throws IOException {
    assertThat(JmhResults.read(file(result("random", "2.0", unit, 5, 7))).trials().getFirst().nanos())
        .isCloseTo(nanos, within(1e-6));
  }

  @Test
  void read_withoutTheProfiler_doesNotKnowTheBytes() throws IOException {
    assertThat(JmhResults.read(file(result("random", "2.0", "us/op", 5, 7))).trials().getFirst().bytes()).isNaN();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{\"a\": 1}            | not from JMH",
    "[{\"benchmark\": 1}]  | not from JMH",
    "[1, 2                 | is not JSON: line 1",
    "hello                 | is not JSON: line 1",
    "''                    | is empty",
  })
  void read_somethingElse_saysWhatIsWanted(String content, String fault) throws IOException {
    Path file = file(content);

    assertThatThrownBy(() -> JmhResults.read(file)).isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("\"" + file + "\"").hasMessageContaining(fault).hasMessageContaining("./mesa jmh Tradeoff");
  }

  @ParameterizedTest
  @CsvSource({"2.0, us/op, 8, 7", "0.0, us/op, 5, 7", "2.0, B/op, 5, 7", "2.0, us/op, 0, 0"})
  void read_impossibleFigures_areQuoted(String score, String unit, int optimal, int asked) throws IOException {
    Path file = file(result("mcts nodes=5", score, unit, optimal, asked));

    assertThatThrownBy(() -> JmhResults.read(file)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("mcts nodes=5").hasMessageContaining(unit);
  }

  @Test
  void read_impossiblePlayer_isQuoted() throws IOException {
    Path file = file(result("<b>", "2.0", "us/op", 5, 7));

    assertThatThrownBy(() -> JmhResults.read(file)).isInstanceOf(BadInputException.class).hasMessageContaining("<b>");
  }

  @Test
  void read_countersWithoutAPlayer_isRefused() throws IOException {
    Path file = file(result("policy", "2.0", "us/op", 5, 7).replace("\"player\"", "\"players\""));

    assertThatThrownBy(() -> JmhResults.read(file)).isInstanceOf(BadInputException.class)
        .hasMessageContaining(file.toString()).hasMessageContaining("a result of a.B.game names no player");
  }

  @Test
  void read_bytesThatAreNoText_isSaidSo() throws IOException {
    Path file = file("");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThatThrownBy(() -> JmhResults.read(file)).isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("\"" + file + "\" is no text in UTF-8; wanted");
  }

  @Test
  void read_playerThatIsNoSpec_isQuotedWithTheFile() throws IOException {
    Path file = file(result("::", "2.0", "us/op", 5, 7));

    assertThatThrownBy(() -> JmhResults.read(file)).isInstanceOf(BadInputException.class)
        .hasMessageContaining(file.toString()).hasMessageContaining("names no player");
  }

  @ParameterizedTest
  @CsvSource({"\"NaN\"", "0.0", "-1.0", "null"})
  void read_impossibleIteration_isQuoted(String time) throws IOException {
    Path file = file(result("policy", "2.0", "us/op", 5, 7).replace("\"score\": 2.0", "\"score\": 2.0, \"rawData\": [[2.0, " + time + "]]"));

    assertThatThrownBy(() -> JmhResults.read(file)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("an iteration of policy in a.B.game took");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("results.json"), content);
  }

  static String result(String player, String score, String unit, int optimal, int asked) {
    return """
        [{"benchmark": "a.B.game", "params": {"player": "%s"}, "primaryMetric": {"score": %s, "scoreUnit": "%s"},
          "secondaryMetrics": {"asked": {"score": %d}, "optimal": {"score": %d}}}]
        """.formatted(player, score, unit, asked, optimal);
  }
}
