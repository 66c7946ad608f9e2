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
  void report_ofATournament_saysWhatIsWanted() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(run.resolve("games.jsonl"), "{}");
    Ran ran = Ran.mesa("report", run.toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("tournament", "./mesa jmh Tradeoff");
  }
}
