package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private Path folder;

  private Path config(String text) throws IOException {
    return Files.writeString(folder.resolve("config.yaml"), text);
  }

  private JsonNode run(String name) throws IOException {
    return JSON.readTree(Files.readString(folder.resolve(name).resolve("run.json")));
  }

  private Ran play(String name, String... args) {
    List<String> all = new java.util.ArrayList<>(List.of(args));
    all.addAll(0, List.of("tournament", "--out", folder.resolve(name).toString(), "--quiet"));
    return Ran.mesa(all.toArray(String[]::new));
  }

  private Path small() throws IOException {
    return config("""
        # A gauntlet.
        game: pebbles:size=9
        players:
          - random
          - mcts:eval=rollout,nodes=2..8x2
        format: gauntlet
        games: 4
        openings: random:3
        opening-order: random
        no-swap: true
        reverse: true
        flag: fide
        withdraw: 0
        resources: cpu=2,gpu=1
        needs:
          - random=gpu+cpu:2
        draw: 34,8,20,reset=never
        seed: 7
        resign: 3,600
        """);
  }

  @Test
  void arguments_file_saysWhatTheArgumentsWould() throws IOException {
    Ran ran = play("run", "--config", small().toString());

    assertThat(ran.code()).as(ran.err()).isZero();
    JsonNode run = run("run");
    assertThat(run.get("game").asText()).isEqualTo("pebbles:size=9");
    assertThat(run.get("players").findValuesAsText("spec")).containsExactly(
        "random", "mcts:eval=rollout,nodes=2", "mcts:eval=rollout,nodes=4", "mcts:eval=rollout,nodes=8");
    assertThat(run.get("format").asText()).isEqualTo("gauntlet");
    assertThat(run.get("games").asInt()).isEqualTo(4);
    assertThat(run.get("legs").asInt()).isEqualTo(1);
    assertThat(run.get("reverse").asBoolean()).isTrue();
    assertThat(run.get("flag").asText()).isEqualTo("fide");
    assertThat(run.get("withdraw").asInt()).isZero();
    assertThat(run.get("needs").get("random").asText()).isEqualTo("gpu+cpu:2");
    assertThat(run.get("adjudication").get("draw").asText()).isEqualTo("34,8,20,reset=never");
    assertThat(run.get("openings").get("shuffled").asBoolean()).isTrue();
    assertThat(run.get("seed").asLong()).isEqualTo(7);
    assertThat(run.get("adjudication").get("resign").asText()).isEqualTo("3,600");
  }

  @Test
  void arguments_givenToo_overrideTheFile() throws IOException {
    Ran ran = play("run", "--config=" + small(), "--games", "2", "--seed=8", "pebbles", "random", "mcts:nodes=3");

    assertThat(ran.code()).as(ran.err()).isZero();
    JsonNode run = run("run");
    assertThat(run.get("game").asText()).isEqualTo("pebbles");
    assertThat(run.get("players").findValuesAsText("spec")).containsExactly("random", "mcts:nodes=3");
    assertThat(run.get("games").asInt()).isEqualTo(2);
    assertThat(run.get("seed").asLong()).isEqualTo(8);
  }

  @Test
  void arguments_runJsonOfARun_repeatsIt() throws IOException {
    play("one", "--config", small().toString());
    Ran ran = play("two", "--config", folder.resolve("one").resolve("run.json").toString());

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(run("two").get("spec")).isEqualTo(run("one").get("spec"));
    assertThat(moves("two")).isEqualTo(moves("one")).isNotEmpty();
  }

  // What --equal has found is kept, and told again, without being looked for anew.
  @Test
  void arguments_runJsonOfAnEqualMatch_tellsHowEqualItWas() throws IOException {
    Ran.mesa("match", "pebbles", "mcts:eval=rollout,nodes=20", "mcts:eval=uniform,nodes=7", "--equal", "nodes", "--patience",
        "90s", "--games", "4", "--openings", "none", "--out", folder.resolve("one").toString(), "--quiet");
    Ran again = play("two", "--config", folder.resolve("one").resolve("run.json").toString());

    assertThat(again.out()).as(again.err()).contains("Equal nodes: mcts:eval=uniform,nodes=");
    assertThat(run("two").get("spec")).isEqualTo(run("one").get("spec"));
    assertThat(run("two").get("patienceNanos").asLong()).isEqualTo(90_000_000_000L);
    assertThat(moves("two")).isEqualTo(moves("one")).isNotEmpty();
    assertThat(Ran.mesa("standings", folder.resolve("one").toString()).out()).contains("Equal nodes: mcts:eval=uniform");
    assertThat(play("three", "--config", folder.resolve("one").resolve("run.json").toString(), "--json").out())
        .contains("\"parity\"", "\"ratio\"");
  }

  @Test
  void arguments_runJsonOfASearch_keepsItsWidth() throws IOException {
    Ran.mesa("iso", "pebbles", "mcts:eval=rollout,nodes=16", "mcts:eval=rollout,nodes=2..128x2,reuse=false", "--games", "96",
        "--width", "1.5", "--openings", "none", "--repeat-openings", "--out", folder.resolve("one").toString(), "--quiet");
    Ran again = play("two", "--config", folder.resolve("one").resolve("run.json").toString());

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(run("two").get("stop").asText()).isEqualTo("iso:width=1.5");
    assertThat(moves("two")).isEqualTo(moves("one")).isNotEmpty();
  }

  private List<String> moves(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name).resolve("games.jsonl")).stream()
        .filter(line -> line.startsWith("{\"t\":\"game\"")).map(ConfigFileTest::essence).sorted().toList();
  }

  private static String essence(String line) {
    try {
      JsonNode game = JSON.readTree(line);
      return "%s %s %s %s".formatted(game.get("id"), game.get("seed"), game.get("res"), game.get("moves"));
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "gamess: 4             | has no use for \"gamess\"; did you mean games?",
    "resume: runs/x       | has no use for \"resume\"",
    "just words           | holds no settings",
    "games: [4            | is no YAML",
    "seed: {a: 1}         | where one word is wanted",
    "games: many          | whole number",
    "openings: true       | says openings: true, but openings takes WHICH",
    "seed: false          | says seed: false, but seed takes S",
    "no-swap: 3           | is not a boolean",
  })
  void arguments_somethingWrong_isSaidInALine(String text, String says) throws IOException {
    Ran ran = play("run", "--config", config(text + "\n").toString(), "pebbles", "random", "mcts");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("mesa: ").contains(says);
    assertThat(ran.err().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{\"t\":\"run\"}                                                                   | it lacks \"players\"",
    "{\"t\":\"run\",\"players\":\"x\"}                                             | it says \"x\" for \"players\"",
    "{\"t\":\"run\",\"players\":[\"x\"]}                                           | it lacks \"spec\"",
    "{\"t\":\"run\",\"players\":[],\"openings\":{}}                                | it lacks \"shuffled\"",
    "{\"t\":\"run\",\"players\":[],\"openings\":{\"shuffled\":true}}             | it lacks \"maxPlies\"",
  })
  void arguments_brokenRunJson_isSaidInALine(String text, String says) throws IOException {
    Ran ran = play("run", "--config", config(text).toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("mesa: ").contains("is no run.json: " + says);
    assertThat(ran.err().lines()).hasSize(1);
  }

  @Test
  void arguments_noSuchFile_isSaid() {
    Ran ran = play("run", "--config", folder.resolve("none.yaml").toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("mesa: there is no file").contains("none.yaml");
  }
}
