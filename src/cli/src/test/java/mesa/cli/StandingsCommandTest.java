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

class StandingsCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private Path folder;

  private Ran tournament(String... more) {
    List<String> args = new ArrayList<>(List.of("tournament", "pebbles", "random", "mcts:eval=rollout,nodes=4",
        "mcts:eval=rollout,nodes=16", "--games", "20", "--openings", "none", "--out", folder.toString(), "--quiet"));
    args.addAll(List.of(more));
    return Ran.mesa(args.toArray(String[]::new));
  }

  private Ran match(String... more) {
    List<String> args = new ArrayList<>(List.of("match", "pebbles", "mcts:eval=rollout,nodes=50", "random", "--games", "400",
        "--openings", "none", "--out", folder.toString(), "--quiet"));
    args.addAll(List.of(more));
    return Ran.mesa(args.toArray(String[]::new));
  }

  @Test
  void match_eachGame_tellsOfEveryOne() {
    Ran ran = Ran.mesa("match", "pebbles", "random", "mcts:nodes=4", "--games", "4", "--openings", "none", "--jobs", "2", "--out",
        folder.toString(), "--quiet", "--each-game");

    assertThat(ran.err().lines()).hasSize(4)
        .allMatch(line -> line.matches("game \\d of 4: \\S+ (1-0|0-1) \\S+, .+ \\([0-9a-f]+/\\d/\\d\\)"))
        .extracting(line -> line.substring(5, 6)).containsExactly("1", "2", "3", "4");
  }

  @Test
  void standings_ofARun_areThoseItEndedWith() {
    String played = tournament().out();
    Ran ran = Ran.mesa("standings", folder.toString(), "--differences");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains(played.lines().skip(2).limit(4).toList());
    assertThat(ran.out()).contains("Elo per doubling of nodes", "mcts:eval=rollout ", "from 4 to 16", "stronger", "Audit:");
  }

  @Test
  void standings_accuracy_isInAllForms() throws IOException {
    tournament();

    assertThat(Ran.mesa("standings", folder.toString(), "--accuracy", "--quiet").out())
        .contains("Moves against best play, by solver (", "Judged", "Unproved");
    JsonNode rows = JSON.readTree(Ran.mesa("standings", folder.toString(), "--accuracy", "--quiet", "--json").out()).get("accuracy");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).get("optimal").asDouble()).isBetween(0.0, 1.0);
    assertThat(Ran.mesa("standings", folder.toString(), "--accuracy", "--quiet", "--csv").out().lines().findFirst().orElseThrow())
        .endsWith("judged_moves,optimal,optimal_reach,regret_per_move,regret_reach,unproved_moves,forced_moves");
  }

  @Test
  void report_accuracy_isInThePage() throws IOException {
    tournament();
    Ran ran = Ran.mesa("report", folder.toString(), "--accuracy");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(folder.resolve("report.html")).content().contains("<h2>Moves against best play</h2>", "Proved by solver").doesNotContain("NaN");
  }

  @Test
  void standings_solverWithoutAccuracyOrNone_isRefused() {
    tournament();

    assertThat(Ran.mesa("standings", folder.toString(), "--solver", "solver").err()).contains("goes with --accuracy");
    assertThat(Ran.mesa("standings", folder.toString(), "--accuracy", "--solver", "random").code()).isEqualTo(2);
  }

  @Test
  void standings_anchored_areRelativeToThatPlayer() throws IOException {
    tournament();
    JsonNode report = JSON.readTree(
        Ran.mesa("standings", folder.toString(), "--anchor", "mcts:eval=rollout,nodes=4=1500", "--json").out());

    for (JsonNode row : report.get("standings")) {
      if (row.get("player").asText().endsWith("nodes=4")) {
        assertThat(row.get("rating").get("elo").asDouble()).isEqualTo(1500);
        assertThat(row.get("rating").get("kind").asText()).isEqualTo("REFERENCE");
      }
    }
    assertThat(report.get("standings").get(0).get("cost").get("cpuNanos").asLong()).isPositive();
    assertThat(report.get("standings").get(0).get("cost").get("bytes").asLong()).isPositive();
    assertThat(report.get("compute").get("ladders").get(0).get("perDoubling").has("value")).isTrue();
    assertThat(report.get("differences")).hasSize(3);
    assertThat(report.toString()).doesNotContain("NaN", "Infinity");
  }

  @Test
  void standings_wrongAnchors_areRefused() {
    tournament();

    assertThat(Ran.mesa("standings", folder.toString(), "--anchor", "nobody=0").err()).contains("nobody", "has not played");
    assertThat(Ran.mesa("standings", folder.toString(), "--anchor", "random").err()).contains("PLAYER=ELO");
    assertThat(Ran.mesa("standings", folder.resolve("none").toString()).code()).isEqualTo(2);
    assertThat(Ran.mesa("standings", folder.toString(), "--sprt", "elo0=0,elo1=5").err()).contains("two players");
  }

  @Test
  void standings_csv_isTheFileOfTheRun() {
    tournament();

    assertThat(folder.resolve("standings.csv")).hasContent(Ran.mesa("standings", folder.toString(), "--csv").out());
  }

  @Test
  void match_withATest_endsWhenItIsDecidedAndSaysSoOfflineToo() {
    Ran ran = match("--sprt", "elo0=0,elo1=50", "--exit-verdict");

    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(ran.out()).contains("SPRT elo0=0, elo1=50 (normalized, pairs): LLR ", "], H1; results of a match that a test");
    assertThat(ran.out().lines().findFirst().orElseThrow()).doesNotContain("400 of 400 games");
    assertThat(Ran.mesa("standings", folder.toString(), "--sprt", "elo0=0,elo1=50").out()).contains("], H1, after ");
  }

  @Test
  void match_undecidedTest_exitsWithEleven() {
    assertThat(match("--sprt", "elo0=0,elo1=0.5", "--exit-verdict", "--games", "4").code()).isEqualTo(2);
    Ran ran = Ran.mesa("match", "pebbles", "mcts:eval=rollout,nodes=50", "random", "--games", "4", "--openings", "none", "--out",
        folder.resolve("b").toString(), "--quiet", "--sprt", "elo0=0,elo1=0.5", "--exit-verdict");
    assertThat(ran.code()).as(ran.err()).isEqualTo(11);
  }

  @Test
  void tournament_withATest_isRefusedForMorePlayers() {
    assertThat(tournament("--sprt", "elo0=0,elo1=5").err()).contains("a test needs two players, not 3");
  }

  @Test
  void match_atEqualNodes_changesTheSecondPlayersBudget() {
    Ran ran = Ran.mesa("match", "pebbles", "mcts:eval=rollout,nodes=30", "mcts:eval=uniform,nodes=5", "--equal", "nodes", "--games",
        "10", "--openings", "none", "--out", folder.toString(), "--quiet");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("Equal nodes: mcts:eval=uniform,nodes=").doesNotContain("mcts:eval=uniform,nodes=5 ");
  }

  @Test
  void match_enforced_isSaidInTheJournal() throws IOException {
    Ran.mesa("match", "pebbles", "mcts:eval=rollout,nodes=30", "random", "--enforce", "--games", "4", "--openings", "none", "--out",
        folder.toString(), "--quiet");

    assertThat(folder.resolve("run.json")).content().contains("\"enforce\" : true");
  }

  @Test
  void tournament_anchorThatDoesNotPlay_isRefusedBeforeAnythingIsPlayed() {
    Ran ran = tournament("--anchor", "nobody=0");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("\"nobody\" is to be given a rating, but does not play");
    assertThat(folder).isEmptyDirectory();
  }
}
