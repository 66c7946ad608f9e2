package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  private static final String RESULTS = """
      [{"benchmark": "a.B.pebbles", "params": {"player": "random"}, "primaryMetric": {"score": 2.0, "scoreUnit": "us/op"},
        "secondaryMetrics": {"asked": {"score": 9}, "optimal": {"score": 5}}}]
      """;

  @TempDir
  private Path folder;
  private Path results;

  @BeforeEach
  void writeResults() throws IOException {
    results = Files.writeString(folder.resolve("tradeoff.json"), RESULTS);
  }

  @Test
  void report_ofAFile_isBesideItAndNamedLast() {
    Ran ran = Ran.mesa("report", results.toString());

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("1 player with a budget, 1 game");
    assertThat(ran.lastLine()).isEqualTo("Page: " + folder.resolve("tradeoff.html"));
    assertThat(folder.resolve("tradeoff.html")).content().startsWith("<!DOCTYPE html>").contains("5 of 9");
  }

  @Test
  void report_ofAFolder_isInIt() {
    Ran ran = Ran.mesa("report", folder.toString());

    assertThat(ran.lastLine()).isEqualTo("Page: " + folder.resolve("report.html"));
    assertThat(folder.resolve("report.html")).content().contains("pebbles", "5 of 9");
  }

  @Test
  void report_ofAFolderWithADamagedFile_saysThatItIsPassedOver() throws IOException {
    Files.writeString(folder.resolve("broken-off.json"), "[{");
    Ran ran = Ran.mesa("report", folder.toString());

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("mesa: passed over:", "broken-off.json");
  }

  @Test
  void report_out_isWhereThePageGoes() {
    Path page = folder.resolve("page.html");

    assertThat(Ran.mesa("report", results.toString(), "--out", page.toString()).lastLine()).isEqualTo("Page: " + page);
    assertThat(page).exists();
  }

  @Test
  void report_outIsTheResults_isRefusedAndNothingIsLost() {
    Ran ran = Ran.mesa("report", results.toString(), "--out", results.toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("holds the results");
    assertThat(results).hasContent(RESULTS);
  }

  @Test
  void report_outCantBeWritten_isQuoted() {
    Path page = folder.resolve("no").resolve("page.html");
    Ran ran = Ran.mesa("report", results.toString(), "--out", page.toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(page.toString(), "can't be written");
  }

  @Test
  void report_ofADamagedRun_isRefused() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(run.resolve("games.jsonl"), "{}");

    assertThat(Ran.mesa("report", run.toString()).code()).isEqualTo(2);
  }

  @Test
  void report_ofATournament_isTheOneThatItWrote() throws IOException {
    Path run = folder.resolve("run");
    Ran.mesa("tournament", "pebbles", "random", "mcts:eval=rollout,nodes=4", "mcts:eval=rollout,nodes=16,name=<i>&",
        "mcts:eval=rollout,nodes=8", "--games", "20", "--openings", "none", "--out", run.toString(), "--quiet");
    String written = Files.readString(run.resolve("report.html"));
    Files.delete(run.resolve("report.html"));
    Ran ran = Ran.mesa("report", run.toString());

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.lastLine()).isEqualTo("Page: " + run.resolve("report.html"));
    assertThat(run.resolve("report.html")).hasContent(written);
    assertThat(written).contains("<h2>Ratings</h2>", "<h2>Who scored what against whom</h2>",
        "<h2>Pairs of games with the same opening</h2>", "<h2>What compute buys</h2>", "<h2>Audit</h2>", "&lt;i&gt;&amp;", "<svg")
        .doesNotContain("<script", "<i>&", "NaN", "Infinity", "http:", "https:");
  }
}
