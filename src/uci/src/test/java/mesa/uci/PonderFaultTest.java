package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import mesa.arena.Audit;
import mesa.arena.Results;
import mesa.arena.TimeControl;
import mesa.arena.Tournament;
import mesa.arena.TournamentListener;
import mesa.arena.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines that think in their opponent's time, well or badly. They expect the first free cell; another engine takes it. */
class PonderFaultTest extends FaultTournament {
  private static final String PONDERS = SHORT_PATIENCE + ",ponder=true";

  /** The opponent does what is expected of it, or thinks for so many milliseconds about that. */
  private Results playExpected(String fault, String options, String opponent) throws IOException {
    Tournament tournament = Tournament.of(GAME, List.of(faulty(fault, options), faulty(opponent, LONG_PATIENCE)))
        .timeControl(TimeControl.parse("5+1")).games(2).build();
    tournament.keepTranscripts(Transcripts.Kept.ALL);
    return tournament.play(folder, 1, TournamentListener.NONE);
  }

  /** The opponent plays by rules, and hardly ever what is expected. */
  private Results playUnexpected(String fault) throws IOException {
    Tournament tournament = Tournament.of(GAME, List.of(faulty(fault, PONDERS), REGISTRY.entrant(GAME, "rules")))
        .timeControl(TimeControl.parse("5+1")).games(2).build();
    tournament.keepTranscripts(Transcripts.Kept.ALL);
    return tournament.play(folder, 1, TournamentListener.NONE);
  }

  /** {@return what was said to engines in a game, without times; of two engines first one, then the other} */
  private List<String> said(int game) throws IOException {
    List<String> said = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("transcripts/game-" + game + ".txt"))) {
      if (line.length() > 12 && line.startsWith("> ", 12)) {
        said.add(line.substring(14));
      }
    }
    return said;
  }

  @Test
  void play_opponentDoesWhatIsExpected_engineIsToldOfTheHit() throws IOException {
    playExpected("ponder", PONDERS, "flawless");
    assertBothPlayed();
    assertThat(said(0)).containsSubsequence("position startpos", "position startpos moves a1 b1", "ponderhit",
        "position startpos moves a1 b1 c1 a2", "ponderhit");
    assertThat(said(0)).filteredOn(line -> line.startsWith("go ponder")).isNotEmpty()
        .allMatch(line -> line.matches("go ponder wtime \\d+ btime \\d+ winc 1000 binc 1000"));
  }

  @Test
  void play_opponentDoesSomethingElse_engineIsStoppedAndAskedAnew() throws IOException {
    Results results = playUnexpected("ponder");
    assertBothPlayed();
    assertThat(said(0)).containsSubsequence("position startpos moves a1 b1", "stop", "isready", "position startpos moves a1 b2");
    assertThat(results.warnings(0)).as("its answers to stop are nobody's").isZero();
  }

  @Test
  void play_gameIsOver_nothingGoesOn() throws IOException {
    playUnexpected("ponder");
    assertThat(said(0)).as("the rules won it while the engine pondered").endsWith("stop");
    assertThat(journal("game").getFirst().get("res").get(1).asInt()).isEqualTo(1);
  }

  @Test
  void play_ponderIsOff_nothingOfItIsSaid() throws IOException {
    playExpected("ponder", SHORT_PATIENCE, "flawless");
    assertBothPlayed();
    assertThat(said(0)).noneMatch(line -> line.contains("ponder"));
  }

  @ParameterizedTest
  @CsvSource({
    "ponder-exit, crash, has ended with exit code 6",
    "ponder-deaf, stall, does not answer to stop with bestmove",
  })
  void play_engineFailsWhileItPonders_losesWhenItIsToMove(String fault, String end, String why) throws IOException {
    playUnexpected(fault);
    assertBothLost(end, why);
  }

  @Test
  void play_engineDoesNotHearTheHit_losesOnTime() throws IOException {
    Tournament.of(GAME, List.of(faulty("ponder-hit-hang", PONDERS), faulty("flawless", LONG_PATIENCE)))
        .timeControl(TimeControl.parse("0.5+0.2")).games(2).build().play(folder, 1, TournamentListener.NONE);
    assertBothLost("time", "the flag fell");
  }

  @Test
  void play_engineHearsNeitherHitNorStop_losesByStall() throws IOException {
    Tournament.of(GAME, List.of(faulty("ponder-deaf", PONDERS), faulty("flawless", LONG_PATIENCE)))
        .timeControl(TimeControl.parse("0.5+0.2")).games(2).build().play(folder, 1, TournamentListener.NONE);
    assertBothLost("stall", "does not answer to stop");
  }

  @ParameterizedTest
  @CsvSource({
    "ponder-twice, dropped, bestmove came 1 times before the question",
    "ponder-illegal, ponder, 'd4\", which it expects, is no legal move'",
  })
  void play_engineMisunderstandsPondering_playsAndIsWarnedOf(String fault, String kind, String text) throws IOException {
    playUnexpected(fault);
    assertBothPlayed();
    assertThat(journal("game")).allSatisfy(game -> assertThat(game.get("warn")).as(game.toString()).anySatisfy(warning -> {
      assertThat(warning.get(1).asText()).isEqualTo(kind);
      assertThat(warning.get(4).asText()).contains(text);
    }));
  }

  /** An answer that has not arrived when the hit is told would be taken for one to that; the opponent leaves it the time. */
  @Test
  void play_engineAnswersBeforeTheHit_isAskedAnewAndWarnedOf() throws IOException {
    playExpected("ponder-early", PONDERS, "late 200");
    assertBothPlayed();
    assertThat(said(0)).noneMatch(line -> line.equals("ponderhit")).contains("position startpos moves a1 b1");
    assertThat(journal("game").getFirst().get("warn").toString()).contains("bestmove came while it had to ponder");
  }

  /** In 30 ms of the opponent's time, at most half of it taken by others, it works for some. */
  @Test
  void play_enginePonders_isChargedForItApart() throws IOException {
    Results results = playExpected("ponder-busily", PONDERS, "late 30");
    assertBothPlayed();
    JsonNode game = journal("game").getFirst();
    int seat = game.get("seat").get(0).asInt();
    assertThat(game.get("sum").get("ponder").get(seat).asLong()).as(game.toString()).isPositive();
    assertThat(game.get("sum").get("ponder").get(1 - seat).asLong()).as(game.toString()).isZero();
    // Some may stand with its first move, for it ponders before that one's cost is taken down.
    assertThat(game.get("ponder").get(seat + 2).asLong()).as("before its second move, in %s", game).isPositive();
    assertThat(Audit.of(results).findings()).extracting(Audit.Finding::check).doesNotContain("away", "threads");
  }

  /** A process that has died or been killed while it pondered on a game that was over costs nobody a game. */
  @ParameterizedTest
  @ValueSource(strings = {"ponder-exit", "ponder-deaf"})
  void endGame_engineHasFailed_nextGameIsPlayed(String fault) throws IOException {
    playUnexpected(fault);
    assertThat(journal("game")).hasSize(2);
    assertThat(journal("end").getFirst().get("why").asText()).isEqualTo("complete");
  }
}
