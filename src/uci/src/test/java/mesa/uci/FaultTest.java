package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import mesa.arena.Results;
import mesa.arena.TimeControl;
import mesa.arena.Tournament;
import mesa.arena.TournamentListener;
import mesa.arena.Transcripts;
import mesa.core.Entrant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever {@link FaultEngine} does costs it the game that it does it in, under the right name, and nobody else anything; the
 * next game is played.
 */
class FaultTest extends FaultTournament {
  @ParameterizedTest
  @CsvSource({
    "hang, stall, until it is told to stop",
    "dead, stall, does not answer to stop",
    "chatty, stall, until it is told to stop",
    "chatty-dead, stall, does not answer to stop",
    "stopped, stall, does not answer to stop",
    "readyok-once, stall, does not answer with readyok",
    "readyok-after-move, stall, does not answer with readyok",
  })
  void play_engineNeverAnswersToNodes_losesByStall(String fault, String end, String why) throws IOException {
    play(null, faulty(fault, SHORT_PATIENCE + ",nodes=100"));
    assertBothLost(end, why);
  }

  @ParameterizedTest
  @CsvSource({"hang, until it is told to stop", "dead, does not answer to stop"})
  void play_engineNeverAnswersToDepth_losesByStall(String fault, String why) throws IOException {
    play(null, faulty(fault, SHORT_PATIENCE + ",depth=4"));
    assertBothLost("stall", why);
  }

  @ParameterizedTest
  @CsvSource({
    "hang, time, until it is told to stop",
    "dead, stall, does not answer to stop",
    "chatty, time, until it is told to stop",
    "chatty-dead, stall, does not answer to stop",
  })
  void play_engineOverstaysItsTimeForAMove_losesByTimeOrStall(String fault, String end, String why) throws IOException {
    play(null, faulty(fault, SHORT_PATIENCE + ",time=50ms,nodes=100"));
    assertBothLost(end, why);
  }

  @ParameterizedTest
  @CsvSource({"hang, time, the flag fell", "chatty, time, the flag fell", "late 800, time, before the move",
      "dead, stall, does not answer to stop"})
  void play_engineOverstaysItsClock_losesByTimeOrStall(String fault, String end, String why) throws IOException {
    play(TimeControl.parse("0.5+0.1"), faulty(fault, SHORT_PATIENCE + ",nodes=100"));
    assertBothLost(end, why);
  }

  /** More than a second late, and not told to stop before the margin has passed. */
  @Test
  void play_engineLateWithinTheMargin_playsOn() throws IOException {
    play(TimeControl.parse("0.1+0.1~20"), faulty("late-once 2000", LONG_PATIENCE));
    assertBothPlayed();
  }

  /** Odd white space, also where the engine tells of its options. */
  @Test
  void play_engineWritesTabsAndBlanks_itsOptionsAreKnown() throws IOException {
    play(null, faulty("crlf", LONG_PATIENCE + ",nodes=100,option.Style=Very Risky,option.Skill Level=3"));
    assertBothPlayed();
  }

  @ParameterizedTest
  @CsvSource({
    "exit-before-bestmove, crash, has ended with exit code 9",
    "signal, crash, was killed by signal",
    "exit-with-bestmove, crash, has ended with exit code 0",
    "exit-after-bestmove, crash, has ended with exit code 0",
    "no-last-newline, crash, has ended with exit code 0",
    "closes-stdout, crash, has closed its output",
    "closes-stdin, crash, has closed its input",
    "child-holds-pipe, crash, has ended with exit code 5",
    "illegal, illegal, d4",
    "null-move, illegal, 0000",
    "none, illegal, (none)",
    "garbage, protocol, zz9!",
    "empty, protocol, bestmove alone",
    "long-bestmove, protocol, a line longer than",
    "stale-bestmove, illegal, which is no legal move",
  })
  void play_engineFails_losesThatGameUnderItsName(String fault, String end, String why) throws IOException {
    play(null, faulty(fault, LONG_PATIENCE + ",nodes=100"));
    assertBothLost(end, why);
  }

  @ParameterizedTest
  @CsvSource({
    "bad-pv, pv, \"a1\" in the main line is no legal move",
    "pv-past-the-end, pv, the main line goes on with",
    "pv-of-another-move, bestmove, is not how the main line \"c3\" begins",
    "pv-illegal-later, pv, in the main line is no legal move",
    "wrong-mate, mate, score mate 1 does not fit the main line of 2 plies",
    "mate-too-near, mate, score mate 1 does not fit the main line of",
    "wild-numbers, number, \"depth NaN\" can't be",
    "two-bestmoves, dropped, bestmove came 2 times before the question",
    "many-bestmoves, dropped, bestmove came 299 times before the question",
    "unasked-bestmove, dropped, bestmove came",
    "upper-case, notation, is written",
  })
  void play_engineSaysWhatCannotBe_playsAndIsWarnedOf(String fault, String kind, String text) throws IOException {
    Results results = play(null, faulty(fault, LONG_PATIENCE + ",nodes=100"));
    assertBothPlayed();
    for (JsonNode game : journal("game")) {
      assertThat(game.get("warn")).as(game.toString()).anySatisfy(warning -> {
        assertThat(warning.get(0).asInt()).isEqualTo(game.get("seat").get(0).asInt() == 0 ? 0 : 1);
        assertThat(warning.get(1).asText()).isEqualTo(kind);
        assertThat(warning.get(4).asText()).contains(text);
      });
    }
    assertThat(results.warnings(0)).isPositive();
    assertThat(results.warnings(1)).isZero();
    assertThat(results.standings().remarks()).contains("Warning: " + fault + ", " + kind + " in ");
  }

  @Test
  void play_engineSaysNothingWrong_isNotWarnedOf() throws IOException {
    assertThat(play(null, faulty("none-of-them", LONG_PATIENCE + ",nodes=100")).warnings(0)).isZero();
  }

  @Test
  void play_engineTakesMoreMemoryThanItMay_losesByCrash() throws IOException {
    assumeTrue(MemoryLimit.canLook(), "no /proc, which tells how much memory a process has");
    play(null, faulty("memory-leak", LONG_PATIENCE + ",nodes=100,mem=200"));
    assertBothLost("crash", "MB of memory, more than its mem=200");
  }

  @Test
  void play_engineKeepsWithinItsMemory_playsOn() throws IOException {
    assumeTrue(MemoryLimit.canLook(), "no /proc, which tells how much memory a process has");
    play(null, faulty("late 1200", LONG_PATIENCE + ",nodes=100,mem=1000"));
    assertBothPlayed();
  }

  @Test
  void play_engineReadsNoMore_losesByStall() throws IOException {
    play(null, faulty("deaf", SHORT_PATIENCE + ",nodes=100"));
    assertBothLost("stall", "readyok");
  }

  @ParameterizedTest
  @CsvSource({
    "none-of-them", "upper-case", "two-bestmoves", "unasked-bestmove", "wild-numbers", "crlf", "bad-utf8", "long-line",
    "info-flood", "stderr-flood", "ignores-nodes", "late 200", "uciok-late 400", "readyok-late 100", "ignores-quit",
  })
  void play_engineIsOddButPlays_gamesAreNormal(String fault) throws IOException {
    String patience = fault.equals("ignores-quit") ? SHORT_PATIENCE : LONG_PATIENCE;
    play(null, faulty(fault, patience + ",nodes=100"));
    assertBothPlayed();
  }

  @Test
  void play_engineCrashesInOneSeat_losesOnlyThere() throws IOException {
    play(null, faulty("crash-first-seat", LONG_PATIENCE + ",nodes=100"));
    List<JsonNode> games = journal("game");
    assertThat(games.stream().map(game -> game.get("end").asText())).containsExactly("crash", "normal");
  }

  /** It takes a1, c1, b2 and a3, which wins, and is gone; what it has won it keeps. */
  @Test
  void play_engineDiesAfterItHasWon_gameStands() throws IOException {
    Tournament.of(GAME, List.of(faulty("exit-after-fourth", LONG_PATIENCE), faulty("flawless", LONG_PATIENCE)))
        .games(2).build().play(folder, 1, TournamentListener.NONE);
    assertBothPlayed();
    assertThat(journal("game").getFirst().get("res").toString()).isEqualTo("[1,0]");
  }

  @Test
  void play_engineTellsNothingButItsMove_hasNoScore() throws IOException {
    play(null, faulty("no-info", LONG_PATIENCE + ",nodes=100"));
    assertBothPlayed();
    JsonNode game = journal("game").getFirst();
    assertThat(game.get("sc").get(game.get("seat").get(0).asInt()).isNull()).as(game.toString()).isTrue();
    assertThat(game.get("sum").get("n").get(game.get("seat").get(0).asInt()).asInt()).as(game.toString()).isZero();
  }

  /** Its author looks there first. */
  @Test
  void play_engineFails_whatWasSaidIsKept() throws IOException {
    play(null, faulty("illegal", LONG_PATIENCE + ",nodes=100"));
    for (int game = 0; game < 2; game++) {
      List<String> lines = Files.readAllLines(folder.resolve("transcripts/game-" + game + ".txt"));
      assertThat(lines.getFirst()).startsWith("game " + game + ": ").contains("illegal: ", "d4");
      assertThat(lines).anyMatch(line -> line.endsWith(" > go nodes 100")).anyMatch(line -> line.endsWith(" < bestmove d4"));
    }
  }

  @ParameterizedTest
  @CsvSource({"FAULTS, false", "ALL, true", "NONE, false"})
  void play_engineIsFlawless_whatWasSaidIsKeptIfAskedFor(Transcripts.Kept kept, boolean expected) throws IOException {
    Tournament tournament = Tournament.of(GAME, List.of(faulty("none-of-them", LONG_PATIENCE + ",nodes=100"),
        REGISTRY.entrant(GAME, "rules"))).games(2).build();
    tournament.keepTranscripts(kept);
    tournament.play(folder, 1, TournamentListener.NONE);
    assertThat(Files.exists(folder.resolve("transcripts/game-1.txt"))).isEqualTo(expected);
  }

  @Test
  void play_engineSaysWhatItHasFound_entersTheLedger() throws IOException {
    play(null, faulty("none-of-them", LONG_PATIENCE + ",nodes=100"));
    JsonNode game = journal("game").getFirst();
    int ply = game.get("seat").get(0).asInt();
    assertThat(game.get("n").get(ply).asInt()).isEqualTo(41);
    assertThat(game.get("d").get(ply).asInt()).isEqualTo(3);
    assertThat(game.get("sd").get(ply).asInt()).isEqualTo(5);
    assertThat(game.get("nps").get(ply).asInt()).isEqualTo(1000);
    assertThat(game.get("wdl").get(ply).toString()).isEqualTo("[300,600,100]");
    assertThat(game.get("d").get(1 - ply).isNull()).as("the other player says nothing").isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "exit-at-start, has ended with exit code 7: no such library",
    "uciok-then-exit, has ended with exit code 3",
    "never-uciok, does not answer with uciok",
    "uciok-late 30000, does not answer with uciok",
    "talks-without-uciok, does not answer with uciok",
    "readyok-never, does not answer with readyok",
  })
  void play_engineDoesNotStart_isWithdrawnAndTheOthersPlayOn(String fault, String why) throws IOException {
    Entrant engine = faulty(fault, "start=3s,patience=1s,nodes=100");
    assertWithdrawn(engine, why);
  }

  @Test
  void play_programIsMissing_isWithdrawnAndTheOthersPlayOn() throws IOException {
    assertWithdrawn(REGISTRY.entrant(GAME, "uci:cmd=/no/such/engine"), "there is no program \"/no/such/engine\"");
  }

  @Test
  void play_programCannotBeRun_isWithdrawnAndTheOthersPlayOn() throws IOException {
    Path file = Files.writeString(folder.resolve("engine"), "\0\1\2 no program");
    assumeTrue(file.toFile().setExecutable(true), "files can't be made executable here");
    assertWithdrawn(REGISTRY.entrant(GAME, "uci:cmd=" + file), "has ended with exit code");
  }

  private void assertWithdrawn(Entrant engine, String why) throws IOException {
    Results results = Tournament.of(GAME,
            List.of(engine, REGISTRY.entrant(GAME, "rules"), REGISTRY.entrant(GAME, "rules:name=other")))
        .games(2).build().play(folder, 1, TournamentListener.NONE);
    assertThat(results.withdrawals()).singleElement().satisfies(withdrawal -> {
      assertThat(withdrawal.player()).isZero();
      assertThat(withdrawal.atStart()).isTrue();
      assertThat(withdrawal.why()).contains(why);
    });
    assertThat(journal("fault")).singleElement().satisfies(line -> {
      assertThat(line.get("player").asInt()).isZero();
      assertThat(line.get("kind").asText()).isEqualTo("start");
    });
    assertThat(journal("game")).as("of the other two").hasSize(2);
    assertThat(journal("end").getFirst().get("why").asText()).isEqualTo("withdrawn");
  }

  @Test
  void play_engineFailsTwentyTimesRunning_isWithdrawn() throws IOException {
    Entrant engine = faulty("illegal", LONG_PATIENCE + ",nodes=100");
    Results results = Tournament.of(GAME, List.of(engine, REGISTRY.entrant(GAME, "rules")))
        .games(30).build().play(folder, 1, TournamentListener.NONE);
    assertThat(results.played()).isEqualTo(20);
    assertThat(results.faults(0)).isEqualTo(20);
    assertThat(journal("fault")).singleElement()
        .satisfies(line -> assertThat(line.get("kind").asText()).isEqualTo("losses"));
  }

  @Test
  void play_engineFailsAndIsNotStartedAgain_isWithdrawnAfterThatGame() throws IOException {
    Results results = play(null, faulty("exit-before-bestmove", LONG_PATIENCE + ",nodes=100,restart=off"));
    assertThat(journal("game")).singleElement().satisfies(game -> assertThat(game.get("end").asText()).isEqualTo("crash"));
    assertThat(results.withdrawals()).singleElement().satisfies(gone -> assertThat(gone.why()).contains("restart=off"));
    assertThat(journal("run").getFirst().get("players").get(0).get("spec").asText()).contains("restart=off");
  }

  /** The worst of it at once, on several threads: each fault is charged to its author, the others' games are whole. */
  @Test
  void play_manyFaultsAtOnce_spoilNobodyElsesGames() throws IOException {
    List<Entrant> entrants = List.of(
        faulty("exit-before-bestmove", LONG_PATIENCE + ",nodes=100"),
        faulty("hang", SHORT_PATIENCE + ",nodes=100"),
        faulty("garbage", LONG_PATIENCE + ",nodes=100"),
        REGISTRY.entrant(GAME, "rules"),
        REGISTRY.entrant(GAME, "rules:name=other"));
    Results results = Tournament.of(GAME, entrants).games(2).build().play(folder, 4, TournamentListener.NONE);
    assertThat(results.isComplete()).isTrue();
    assertThat(IntStream.range(0, 5).map(results::faults).skip(3).sum()).isZero();
    assertThat(journal("game")).hasSize(20).allSatisfy(game -> {
      boolean between = game.get("seat").get(0).asInt() >= 3 && game.get("seat").get(1).asInt() >= 3;
      assertThat(game.get("end").asText().equals("normal")).as(game.toString()).isEqualTo(between);
    });
  }
}
