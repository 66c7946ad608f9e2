package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private Path folder;

  private Ran match(String... more) {
    List<String> args = new ArrayList<>(List.of("match", "pebbles", "mcts:eval=rollout,nodes=50", "random", "--games", "20",
        "--openings", "none", "--jobs", "1", "--out", folder.toString()));
    args.addAll(List.of(more));
    return Ran.mesa(args.toArray(String[]::new));
  }

  @Test
  void report_everyFourPairs_tellsAfterEightSixteenAndAllGames() {
    Ran ran = match("--quiet", "--report", "4", "--sprt", "elo0=0,elo1=5");

    assertThat(ran.err().lines().filter(line -> line.startsWith("Report"))).extracting(line -> line.replaceAll(":.*", ""))
        .containsExactly("Report after 8 of 20 games", "Report after 16 of 20 games", "Report after 20 of 20 games");
    assertThat(ran.err()).contains("Budgets: mcts:eval=rollout,nodes=50 nodes=50; random unlimited", "\nElo: ", ", nElo: ",
        "\nLOS: ", "DrawRatio: ", "PairsRatio: ", "\nGames: 8, Wins: ", "Points: ", "\nPtnml(0-2): [", "WL/DD: ", "\nLLR: ",
        "(-2.94, 2.94) [0.00, 5.00]", "\nDistinct: ", "\nFaults: none", "\nSpend a move: mcts:eval=rollout,nodes=50 nodes ")
        .doesNotContain("NaN", "Infinity");
    assertThat(ran.out()).doesNotContain("Report");
  }

  @Test
  void report_asJson_isALineEachBeforeTheResults() throws IOException {
    Ran ran = match("--quiet", "--json", "--report", "5");
    List<String> lines = ran.out().lines().filter(line -> line.startsWith("{")).toList();

    assertThat(lines).hasSize(2);
    JsonNode first = JSON.readTree(lines.getFirst());
    assertThat(first.get("played").asInt()).isEqualTo(10);
    assertThat(first.get("faults")).isEmpty();
    assertThat(first.get("meetings").get(0).get("pairs")).hasSize(5);
    assertThat(first.get("meetings").get(0).get("drawRatio").isNumber()).isTrue();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines()).hasSize(3).last().asString().startsWith("[{").endsWith("}]");
  }

  @Test
  void report_usually_isTheLastOneInAQuickRun() {
    assertThat(match().err().lines().filter(line -> line.startsWith("Report"))).hasSize(1);
  }

  @Test
  void report_never_isSilent() {
    assertThat(match("--report", "0").err()).doesNotContain("Report");
    assertThat(folder).exists();
  }

  @Test
  void report_quietly_isSilent() {
    assertThat(match("--quiet").err()).isEmpty();
  }

  @Test
  void report_nonsense_isRefused() {
    Ran ran = match("--report", "-3");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().strip()).contains("\"-3\" is no number of pairs").doesNotContain("\n");
  }
}
