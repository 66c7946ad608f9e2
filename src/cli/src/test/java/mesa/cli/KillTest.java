package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** kill -9, which only a process of its own can be sent: nothing is told, nothing can be tidied up. */
class KillTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLAYERS = "pebbles:size=40 random mcts:eval=uniform,nodes=20";

  @TempDir
  private Path folder;

  /** Formats whose rounds are drawn from results have more to lose. */
  @ParameterizedTest
  @ValueSource(strings = {
    "match " + PLAYERS + " --games 3000",
    "tournament " + PLAYERS + " random:name=c random:name=d --format swiss:rounds=3 --games 500",
    "iso pebbles:size=40 mcts:eval=uniform,nodes=20 mcts:eval=rollout,nodes=4..64x2 --games 3000",
  })
  void tournament_killedAndResumed_holdsTheGamesOfAnUndisturbedRun(String command) throws Exception {
    List<String> args = Stream.concat(Stream.of(command.split(" ")),
        Stream.of("--openings", "none", "--seed", "5", "--jobs", "2", "--quiet", "--out")).toList();
    Path run = folder.resolve("killed");
    Process process = start(Stream.concat(args.stream(), Stream.of(run.toString())).toList());
    try {
      await(process, run);
    } finally {
      process.destroyForcibly().waitFor();
    }
    int before = games(run).size();
    assertThat(before).as("games before the kill").isBetween(1, 2999);
    assertThat(Files.readString(run.resolve("run.json"))).as("run.json is there from the start").contains("pebbles:size=40");

    Ran resumed = Ran.mesa("tournament", "--resume", run.toString(), "--quiet");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("3000 of 3000 games");
    Path whole = folder.resolve("whole");
    Ran.mesa(Stream.of(args, List.of(whole.toString())).flatMap(List::stream).toArray(String[]::new));
    assertThat(games(run)).isEqualTo(games(whole)).hasSize(3000);
  }

  /** Two programs that append to one journal would spoil it. */
  @Test
  void tournament_resumedWhileAnotherProgramPlays_isRefusedAndNothingIsSpoilt() throws Exception {
    Path run = folder.resolve("run");
    Process process = start(List.of("match", "pebbles", "random", "random:name=b", "--games", "1000000", "--openings", "none", "--quiet",
        "--out", run.toString()));
    try {
      await(process, run);
      for (String[] second : List.of(new String[] {"tournament", "--resume", run.toString()},
          new String[] {"tournament", "--resume", run.toString(), "--salvage"},
          new String[] {"match", "pebbles", "random", "random:name=b", "--out", run.toString()})) {
        Ran refused = Ran.mesa(second);
        assertThat(refused.code()).as(refused.out()).isEqualTo(2);
        assertThat(refused.err()).contains("is being written by another run");
      }
      assertThat(process.isAlive()).as("the first one plays on").isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(games(run)).hasSizeGreaterThan(100);
  }

  private static Process start(List<String> args) throws IOException {
    return new ProcessBuilder(Stream.concat(
        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--add-modules", "jdk.incubator.vector",
            "-cp", System.getProperty("java.class.path"), "mesa.cli.Main"), args.stream()).toList())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void await(Process process, Path run) throws Exception {
    while (process.isAlive() && size(run.resolve("games.jsonl")) < 20_000) {
      Thread.sleep(2);
    }
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** {@return each game's seeds, moves and result by its number; a last line that was cut is left out} */
  private static TreeMap<Integer, String> games(Path run) throws IOException {
    TreeMap<Integer, String> games = new TreeMap<>();
    for (String line : Files.readAllLines(run.resolve("games.jsonl"))) {
      if (line.startsWith("{\"t\":\"game\"") && line.endsWith("}")) {
        JsonNode game = JSON.readTree(line);
        String earlier = games.put(game.get("i").asInt(),
            "%s %s %s %s".formatted(game.get("id"), game.get("seed"), game.get("moves"), game.get("res")));
        assertThat(earlier).as("game " + game.get("i") + " is there once").isNull();
      }
    }
    return games;
  }
}
