package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mesa.arena.Results;
import mesa.arena.TimeControl;
import mesa.arena.Tournament;
import mesa.arena.TournamentListener;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whole tournaments of {@link FaultEngine}s, after each of which nothing may be left running, neither processes nor the threads
 * that read what they say. The time limit only catches what hangs for ever.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@Execution(ExecutionMode.CONCURRENT)
abstract class FaultTournament {
  static final Registry REGISTRY = Registry.load();
  static final Game GAME = REGISTRY.game("tictactoe");
  static final String SHORT_PATIENCE = "start=40s,patience=2s";
  /** Longer than the time limit of a test: who waits for so long where nothing is to be waited for fails it. */
  static final String LONG_PATIENCE = "start=40s,patience=600s";

  @TempDir Path folder;

  @BeforeAll
  static void needsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh, without which engines are not watched over");
  }

  final Entrant faulty(String fault, String options) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes = FaultEngine.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return REGISTRY.entrant(GAME, "uci:cmd=" + java + ",args=-Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "
        + classes + " " + FaultEngine.class.getName() + " " + fault + (fault.contains(" ") ? " " : " 0 ") + folder + ",name=" + fault.replace(' ', '-') + "," + options);
  }

  /** A match of two games; the engine moves first in one of them. */
  final Results play(TimeControl clock, Entrant engine) throws IOException {
    return Tournament.of(GAME, List.of(engine, REGISTRY.entrant(GAME, "rules")))
        .timeControl(clock).games(2).build().play(folder, 1, TournamentListener.NONE);
  }

  final List<JsonNode> journal(String kind) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("games.jsonl"))) {
      JsonNode node = new ObjectMapper().readTree(line);
      if (node.get("t").asText().equals(kind)) {
        lines.add(node);
      }
    }
    return lines;
  }

  @AfterEach
  void nothingIsLeftRunning() throws InterruptedException {
    for (int i = 0; i < 100 && leftOver().findAny().isPresent(); i++) {
      Thread.sleep(50); // What has been killed takes a moment to go.
    }
    assertThat(leftOver().map(ProcessHandle::info).map(Object::toString)).isEmpty();
  }

  /** Engines are told this test's folder, and what they start has it in its command too. */
  private Stream<ProcessHandle> leftOver() {
    return ProcessHandle.allProcesses().filter(process -> process.info().commandLine()
        .filter(line -> line.contains(folder.toString())).isPresent());
  }

  /** Both games are lost by the engine, whichever side it plays. */
  final void assertBothLost(String end, String why) throws IOException {
    List<JsonNode> games = journal("game");
    assertThat(games).hasSize(2);
    for (JsonNode game : games) {
      int seat = game.get("seat").get(0).asInt() == 0 ? 0 : 1;
      assertThat(game.get("end").asText()).as(game.toString()).isEqualTo(end);
      assertThat(game.get("by").asInt()).as(game.toString()).isEqualTo(seat);
      assertThat(game.get("res").get(seat).asInt()).as(game.toString()).isZero();
      assertThat(game.get("why").asText()).contains(why);
    }
  }

  final void assertBothPlayed() throws IOException {
    assertThat(journal("game")).hasSize(2)
        .allSatisfy(game -> assertThat(game.get("end").asText()).as(game.toString()).isEqualTo("normal"));
  }
}
