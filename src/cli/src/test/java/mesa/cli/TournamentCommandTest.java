package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TournamentCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private Path folder;

  @Test
  void tournament_threePlayers_showsATableAndWhereTheFilesAre() {
    Ran ran = tournament("--games", "4");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("pebbles: 3 players, 12 of 12 games", "Elo", "mcts:eval=rollout,nodes=20",
        folder + ": ", "games.jsonl");
  }

  @Test
  void tournament_anyJobs_playsTheSameGames() throws IOException {
    tournament("--games", "20", "--jobs", "1");
    List<String> alone = moves(folder);
    Path other = folder.resolve("other");
    Ran.mesa("tournament", "pebbles", "random", "mcts:eval=rollout,nodes=20", "mcts:eval=uniform,nodes=20",
        "--out", other.toString(), "--games", "20", "--jobs", "3", "--quiet");

    assertThat(alone).hasSize(60);
    assertThat(moves(other)).isEqualTo(alone);
  }

  @Test
  void tournament_asJson_countsEveryGameTwice() throws IOException {
    JsonNode report = JSON.readTree(tournament("--games", "4", "--json").out()).get(0);

    int games = 0;
    for (JsonNode row : report.get("standings")) {
      games += row.get("wins").asInt() + row.get("draws").asInt() + row.get("losses").asInt();
    }
    assertThat(report.get("played").asInt()).isEqualTo(12);
    assertThat(games).isEqualTo(24);
  }

  /** Both hold, so both are told. */
  @Test
  void tournament_clockAndNodes_areBothTheBudget() {
    Ran ran = Ran.mesa("match", "pebbles", "random", "mcts:eval=rollout,name=me,nodes=20,tc=5+0.1", "--games", "2",
        "--out", folder.toString(), "--quiet");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("clock=5+0.1,nodes=20");
    assertThat(Ran.mesa("standings", folder.toString()).out()).contains("clock=5+0.1,nodes=20");
  }

  @Test
  void tournament_gauntlet_letsTheFirstMeetTheOthersOnly() {
    assertThat(tournament("--games", "2", "--format", "gauntlet").out()).contains("4 of 4 games");
  }

  @Test
  void tournament_swiss_showsPointsAndBuchholz() {
    Ran ran = Ran.mesa("tournament", "pebbles", "random", "mcts:eval=rollout,nodes=2..16x2", "--format", "swiss:rounds=3",
        "--out", folder.toString(), "--quiet");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("5 players, 12 of 12 games", "Points", "Buchholz");
  }

  @Test
  void tournament_grid_crossesPlayersWithBudgets() {
    Ran ran = Ran.mesa("tournament", "pebbles", "mcts:eval=rollout", "mcts:eval=uniform", "--budgets", "nodes=2..8x2",
        "--format", "grid", "--games", "2", "--out", folder.toString(), "--quiet");

    // Three pairings within each of two, and three across.
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("6 players, 18 of 18 games");
  }

  @Test
  void tournament_ofAGameAlone_playsItsDemo() {
    Ran ran = Ran.mesa("tournament", "pebbles", "--out", folder.toString(), "--quiet");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("pebbles: 2 players, 2 of 2 games");
  }

  @Test
  void tournament_broughtToItsEnd_canBeResumedWithTheSameResult() {
    tournament("--games", "4");

    Ran resumed = Ran.mesa("tournament", "--resume", folder.toString(), "--quiet");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("12 of 12 games");
  }

  @Test
  void tournament_cutOff_isResumedToTheSameGames() throws IOException {
    tournament("--games", "10", "--jobs", "1");
    List<String> whole = moves(folder);
    Path journal = folder.resolve("games.jsonl");
    List<String> lines = Files.readAllLines(journal);
    Files.writeString(journal, String.join("\n", lines.subList(0, 12)) + "\n" + lines.get(12).substring(0, 9));

    Ran resumed = Ran.mesa("tournament", "--resume", folder.toString(), "--quiet");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(moves(folder)).isEqualTo(whole);
  }

  @Test
  void tournament_extended_hasTheGamesOfALongerRun() throws IOException {
    tournament("--games", "4");
    List<String> old = moves(folder);
    Ran extended = Ran.mesa("tournament", "--resume", folder.toString(), "--extend", "--games", "6", "--add",
        "mcts:eval=uniform,nodes=2..4x2", "--quiet");

    assertThat(extended.code()).as(extended.err()).isZero();
    assertThat(extended.out()).contains("pebbles: 5 players, 60 of 60 games");
    assertThat(moves(folder)).startsWith(old.toArray(String[]::new));
    Ran again = Ran.mesa("tournament", "--config", folder.resolve("run.json").toString(), "--out",
        folder.resolve("again").toString(), "--quiet");
    assertThat(again.out()).as(again.err()).contains("pebbles: 5 players, 60 of 60 games");
    assertThat(Ran.mesa("replay", folder.toString()).out()).contains("60 games played again, 0 different");
  }

  @Test
  void tournament_damagedJournal_isSalvagedOnlyWhenAsked() throws IOException {
    tournament("--games", "4", "--jobs", "1");
    List<String> whole = moves(folder);
    Path journal = folder.resolve("games.jsonl");
    Files.writeString(journal, Files.readString(journal).replaceFirst("\"i\":3,", "\"i\":4,"));

    Ran refused = Ran.mesa("tournament", "--resume", folder.toString(), "--quiet");
    Ran salvaged = Ran.mesa("tournament", "--resume", folder.toString(), "--salvage", "--quiet");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("line 5", "--salvage");
    assertThat(salvaged.code()).as(salvaged.err()).isZero();
    assertThat(salvaged.err()).contains("mesa: set aside in games.damaged.jsonl: line 5");
    assertThat(moves(folder)).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({"--quiet, 0", "--strict, 3"})
  void match_playerIsWarned_costsTheExitCodeOnlyIfStrict(String option, int code) {
    Ran ran = Ran.mesa("match", "pebbles", "class:mesa.cli.Worrier", "random", "--games", "2", "--out", folder.toString(), option);

    assertThat(ran.code()).as(ran.err()).isEqualTo(code);
    assertThat(ran.out()).contains("worry");
  }

  @Test
  void tournament_intoTheFolderOfAnotherRun_isRefused() {
    tournament("--games", "2");

    assertThat(tournament("--games", "2").code()).isEqualTo(2);
  }

  @Test
  void match_printsProgressOnStandardErrorOnly() {
    Ran ran = Ran.mesa("match", "pebbles", "random", "mcts:eval=rollout,nodes=20", "--games", "4", "--out",
        folder.toString());

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("4 of 4 games");
    assertThat(ran.out()).doesNotContain("playing:");
  }

  private Ran tournament(String... options) {
    List<String> args = Stream.concat(
        Stream.of("tournament", "pebbles", "random", "mcts:eval=rollout,nodes=20", "mcts:eval=uniform,nodes=20",
            "--out", folder.toString(), "--quiet"),
        Arrays.stream(options)).toList();
    return Ran.mesa(args.toArray(String[]::new));
  }

  /** {@return what each game of a journal was, in the schedule's order} */
  private static List<String> moves(Path run) throws IOException {
    try (Stream<String> lines = Files.lines(run.resolve("games.jsonl"))) {
      return lines.map(TournamentCommandTest::parse)
          .filter(line -> line.get("t").asText().equals("game"))
          .sorted((a, b) -> Integer.compare(a.get("i").asInt(), b.get("i").asInt()))
          .map(line -> line.get("i") + " " + line.get("seat") + " " + line.get("moves"))
          .toList();
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
