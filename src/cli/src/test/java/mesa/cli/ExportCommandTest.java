package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
  @TempDir
  private Path folder;

  private Path run(String game, String... more) {
    List<String> args = new ArrayList<>(List.of("tournament", game, "random", "greedy:eval=uniform", "random:name=other",
        "--games", "2", "--openings", "random:2", "--jobs", "1", "--out", folder.resolve(game).toString(), "--quiet"));
    args.addAll(List.of(more));
    assertThat(Ran.mesa(args.toArray(String[]::new)).code()).isZero();
    return folder.resolve(game);
  }

  private static List<String> export(Path run, String format) {
    Ran ran = Ran.mesa("export", run.toString(), "--format", format);
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out().lines().toList();
  }

  @Test
  void export_games_hasALineForEachInTheOrderOfTheSchedule() {
    List<String> lines = export(run("pebbles"), "games");

    assertThat(lines).hasSize(1 + 6);
    assertThat(lines.getFirst()).startsWith("game,id,round,leg,opening,eco,opening_name,variation,first,second,points_first,");
    assertThat(lines.subList(1, 7)).extracting(line -> line.substring(0, line.indexOf(','))).containsExactly("0", "1", "2", "3", "4", "5");
    assertThat(lines.get(1)).contains(",greedy:eval=uniform,other,").contains(",normal,,");
  }

  @Test
  void export_moves_hasALineForEachAndTellsTheOpeningsApart() {
    List<String> lines = export(run("pebbles"), "moves");

    assertThat(lines.getFirst()).startsWith("game,ply,seat,player,move,book,nodes,evals,ticks,cpu_ns,ns,");
    assertThat(lines.get(1)).matches("0,1,,,[^,]+,true,+");
    assertThat(lines.get(3)).matches("0,3,0,greedy:eval=uniform,[^,]+,false,\\d+,.*");
    int fields = lines.getFirst().split(",", -1).length;
    assertThat(lines).allMatch(line -> line.split(",", -1).length == fields);
  }

  @Test
  void export_positionsOfAGameWithoutAFormat_areItsTexts() {
    List<String> lines = export(run("pebbles"), "positions");

    assertThat(lines).hasSize(6);
    assertThat(List.of(lines.getFirst().split("\t"))).hasSize(6).element(1).asString().matches("1-0|0-1|1/2-1/2");
  }

  @Test
  void export_positionsOfChess_areEpd() {
    Path run = run("chess", "--max-moves", "20");
    List<String> lines = export(run, "epd");

    assertThat(lines).hasSize(6).isEqualTo(export(run, "positions"));
    assertThat(lines.getFirst()).matches("\\S+ [wb] \\S+ \\S+ c0 \"\\S+\"; c1 \"[^\"]+\"; c2 \"greedy:eval=uniform\"; "
        + "c3 \"other\"; fmvn \\d+; hmvc \\d+; id \"[0-9a-f]+/0/0\";");
  }

  @Test
  void export_pgn_isTheFileOfTheRun() throws IOException {
    Path run = run("chess", "--max-moves", "5");
    Path out = folder.resolve("again.pgn");

    assertThat(Ran.mesa("export", run.toString(), "--format", "pgn", "--out", out.toString()).code()).isZero();
    assertThat(out).hasSameTextualContentAs(run.resolve("games.pgn"));
  }

  @Test
  void export_cross_hasALineAndAColumnForEachPlayer() {
    List<String> lines = export(run("pebbles"), "cross");

    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).startsWith("rank,player,games,points,").contains("random", "other", "greedy:eval=uniform");
    assertThat(lines.get(1)).matches("1,[^,]+,4,[\\d.]+,,\\d-\\d-\\d,\\d-\\d-\\d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"games", "moves", "positions", "cross"})
  void export_twice_isTheSame(String format) {
    Path run = run("pebbles");

    assertThat(export(run, format)).isEqualTo(export(run, format));
  }

  @Test
  void export_overAFileOfTheRun_isRefused() throws IOException {
    Path journal = run("pebbles").resolve("games.jsonl");
    byte[] before = Files.readAllBytes(journal);

    Ran ran = Ran.mesa("export", folder.resolve("pebbles").toString(), "--format", "games", "--out", journal.toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("is a file of the run");
    assertThat(Files.readAllBytes(journal)).isEqualTo(before);
  }

  @Test
  void export_anUnknownFormat_isRefusedWithTheKnownOnes() {
    Ran ran = Ran.mesa("export", run("pebbles").toString(), "--format", "game");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().strip()).contains("\"game\"", "did you mean games?", "positions").doesNotContain("\n");
  }
}
