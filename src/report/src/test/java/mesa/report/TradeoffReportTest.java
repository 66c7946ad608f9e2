package mesa.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeoffReportTest {
  private static final String HTML = TradeoffReport.read(JmhResultsTest.RECORDED).html();
  /** Attributes, style sheets and calls that make a browser fetch something from elsewhere. */
  private static final Pattern FETCHED = Pattern.compile(
      "(?i)(src|href|srcset|action|poster)\\s*=\\s*[\"']?\\s*(https?:)?//|url\\(\\s*[\"']?(https?:)?//|@import|<link");

  @TempDir
  private Path folder;

  @Test
  void html_hasARowForEachPlayerInOrderOfTime() {
    List<String> rows = Pattern.compile("<tr[^>]*><td>(.*?)</td></tr>").matcher(HTML).results()
        .map(row -> row.group(1).replaceAll("<.*?>", " ").replaceAll(" +", " ").strip()).toList();

    assertThat(rows).containsExactly(
        "◇ rules 140 ns 105 ns – 174 ns 118 B 3150 of 3191 98.7 % 98.3 – 99.1 %",
        "random 143 ns 105 ns – 163 ns 152 B 1318 of 3191 41.3 % 39.6 – 43.0 %",
        "mcts:eval=rollout nodes=16 4.55 µs 4.00 µs – 4.92 µs 327 B 2968 of 3191 93.0 % 92.1 – 93.8 %",
        "mcts:eval=rollout nodes=64 9.76 µs 6.61 µs – 13.7 µs 323 B 3106 of 3191 97.3 % 96.7 – 97.8 %");
  }

  @Test
  void html_fetchesNothing() {
    assertThat(FETCHED.matcher(HTML).results().map(MatchResult::group)).isEmpty();
    assertThat(HTML).contains("default-src 'none'");
  }

  @Test
  void html_holdsItsOwnPlottingLibrary() {
    assertThat(HTML).contains("echarts.init").contains("Licensed to the Apache Software Foundation");
  }

  @Test
  void html_dataIsJsonWithThePointsAndTheFrontier() throws IOException {
    Matcher data = Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL).matcher(HTML);
    assertThat(data.find()).isTrue();
    JsonNode figure = new ObjectMapper().readTree(data.group(1)).get(0);

    assertThat(figure.get("game").asText()).isEqualTo("tictactoe");
    assertThat(figure.get("lines")).hasSize(3);
    assertThat(figure.get("lines").get(2).get("points")).hasSize(2);
    assertThat(figure.get("frontier")).hasSize(1);
  }

  @Test
  void html_namesFromTheFile_areEscaped() throws IOException {
    String hostile = JmhResultsTest.result("mcts eval.file=</script><b>&", "2.0", "us/op", 5, 7)
        .replace("a.B.game", "a.B.<i>\\\"game");
    String html = TradeoffReport.read(Files.writeString(folder.resolve("a.json"), hostile)).html();

    assertThat(html).doesNotContain("<b>&", "<i>", "</script><b>")
        .contains("mcts:eval.file=&lt;/script&gt;&lt;b&gt;&amp;", "&lt;i&gt;&quot;game");
  }

  @Test
  void read_folder_passesOverWhatIsNotFromJmh() throws IOException {
    Files.copy(JmhResultsTest.RECORDED, folder.resolve("tradeoff.json"));
    Files.writeString(folder.resolve("run.json"), "{}");
    Path damaged = Files.writeString(folder.resolve("damaged.json"), "[{");
    Files.writeString(folder.resolve("notes.txt"), "no JSON");

    TradeoffReport report = TradeoffReport.read(folder);
    assertThat(report.trials()).isEqualTo(4);
    assertThat(report.passedOver()).hasSize(2);
    assertThat(report.passedOver().getFirst()).startsWith("\"" + damaged + "\" is not JSON");
  }

  @Test
  void read_samePlayerTwice_isRefused() throws IOException {
    Files.copy(JmhResultsTest.RECORDED, folder.resolve("monday.json"));
    Files.copy(JmhResultsTest.RECORDED, folder.resolve("tuesday.json"));

    assertThatThrownBy(() -> TradeoffReport.read(folder)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("two results of random in tictactoe");
  }

  @Test
  void read_emptyFolder_saysWhatIsWanted() {
    assertThatThrownBy(() -> TradeoffReport.read(folder)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("no results of JMH").hasMessageContaining("./mesa jmh Tradeoff");
  }

  @Test
  void read_otherBenchmarks_saysWhatIsMissing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"),
        "[{\"benchmark\": \"a.B.c\", \"primaryMetric\": {\"score\": 1.0, \"scoreUnit\": \"ns/op\"}}]");

    assertThatThrownBy(() -> TradeoffReport.read(file)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("none that counts").hasMessageContaining("./mesa jmh Tradeoff");
  }

  @Test
  void read_nothingThere_isQuoted() {
    Path missing = folder.resolve("missing.json");

    assertThatThrownBy(() -> TradeoffReport.read(missing)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("no file or folder \"" + missing + "\"");
  }
}
