package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mesa.core.Analysis;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Decision;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.PlayerFault;
import mesa.core.PlayerFault.Kind;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Score;
import mesa.core.Settlement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnginePlayerTest {
  private static final Registry REGISTRY = Registry.load();
  private static final Game CHESS = REGISTRY.game("chess");

  @TempDir Path folder;

  /** An engine of a few lines of shell: logs what it reads, and runs {@code onGo} when it has to move. */
  private String engine(String onGo) throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh to run the scripted engine with");
    Path script = folder.resolve("engine.sh");
    Files.writeString(script, """
        while read line; do
          echo "$line" >> '%s'
          case "$line" in
            uci) echo 'id name scripted'; echo 'option name Skill Level type spin default 20 min 0 max 20'; echo uciok;;
            isready) echo readyok;;
            go*) %s;;
            quit) exit 0;;
          esac
        done
        """.formatted(log(), onGo));
    return "uci:cmd=/bin/sh,args=" + script + ",option.Skill Level=3,nodes=7";
  }

  private Path log() {
    return folder.resolve("log");
  }

  private static Decision play(String spec, Position position, Meter meter) {
    try (Player player = REGISTRY.entrant(CHESS, spec).newPlayer()) {
      player.newGame(1);
      return player.choose(position, meter);
    }
  }

  @Test
  void choose_engineAnswers_moveScoreAndNodesAreTaken() throws IOException {
    String spec = engine("echo 'info depth 1 score cp 25 nodes 41 pv e7e5'; echo 'bestmove e7e5 ponder g1f3'");
    Position position = CHESS.start();
    position.make(position.parseMove("e2e4"));
    Meter meter = Budget.ofNodes(7).start(System::nanoTime);
    Decision decision = play(spec, position, meter);
    assertThat(position.format(decision.move())).isEqualTo("e7e5");
    assertThat(decision.value()).isEqualTo(Score.toValue(25));
    assertThat(meter.nodes()).as("nodes as the engine counts them, over its budget or not").isEqualTo(41);
    assertThat(Files.readAllLines(log())).containsSubsequence(
        "uci", "setoption name Skill Level value 3", "ucinewgame", "isready", "position startpos moves e2e4", "go nodes 7", "quit");
  }

  /** What a scripted engine is understood to have found in a position before it answers e2e4. */
  private Optional<Analysis> analysis(String fen, String info) throws IOException {
    try (Player player = REGISTRY.entrant(CHESS, engine(info + "echo 'bestmove e2e4'")).newPlayer()) {
      player.newGame(1);
      player.choose(CHESS.parse(fen), Budget.ofNodes(7).start(System::nanoTime));
      return player.analysis();
    }
  }

  @Test
  void analysis_engineTellsALine_hasItsMovesScoreAndDepth() throws IOException {
    Analysis analysis = analysis(CHESS.start().text(), "echo 'info depth 7 seldepth 11 score cp -31 nodes 50 pv e2e4 e7e5 g1f3';")
        .orElseThrow();
    Position position = CHESS.start();
    List<Integer> moves = new ArrayList<>();
    for (String move : List.of("e2e4", "e7e5", "g1f3")) {
      moves.add(position.parseMove(move));
      position.make(moves.getLast());
    }
    assertThat(analysis.deepest()).isEqualTo(11);
    assertThat(analysis.lines())
        .containsExactly(new Analysis.Line(moves, Score.toValue(-31), -1, Float.NaN, 7, Outcome.ONGOING, 0));
  }

  /** White mates by e2e4. */
  @ParameterizedTest
  @CsvSource({
    "mate 1, e2e4, FIRST_WON, 1, 1",
    "mate 4, e2e4, ONGOING, 0, 1",
    "mate -3, e2e4, ONGOING, 0, -1",
    "mate 1, d3d4, ONGOING, 0, 1",
  })
  void analysis_engineTellsOfAMate_believesItUnlessTheLineContradicts(
      String score, String line, Outcome proven, int plies, float value) throws IOException {
    Analysis.Line told = analysis("6R1/8/R7/5k2/8/3K2B1/4P3/8 w - - 0 1", "echo 'info depth 9 score " + score + " pv " + line + "';").orElseThrow().lines().getFirst();
    assertThat(told.proven()).isEqualTo(proven);
    assertThat(told.plies()).isEqualTo(plies);
    assertThat(told.value()).isEqualTo(value);
  }

  /** The line is cut short, which contradicts nothing. */
  @ParameterizedTest
  @CsvSource({"mate 4, FIRST_WON, 7, 1", "mate -3, SECOND_WON, 6, -1", "mate 5 lowerbound, ONGOING, 0, 1", "mate 1, ONGOING, 0, 1"})
  void analysis_engineTellsOfAMateFarther_believesItUnlessTheLineIsLonger(String score, Outcome proven, int plies, float value)
      throws IOException {
    String info = "echo 'info depth 9 score " + score + " pv e2e4 e7e5';";
    Analysis.Line told = analysis(CHESS.start().text(), info).orElseThrow().lines().getFirst();
    assertThat(told.proven()).isEqualTo(proven);
    assertThat(told.plies()).isEqualTo(plies);
    assertThat(told.value()).isEqualTo(value);
  }

  @Test
  void analysis_engineTellsNothing_isNone() throws IOException {
    assertThat(analysis(CHESS.start().text(), "")).isEmpty();
    assertThat(analysis(CHESS.start().text(), "echo 'info nodes 5';")).isEmpty();
  }

  @Test
  void choose_engineTellsOfALine_positionIsHandedBackAsItWas() throws IOException {
    for (String line : List.of("e2e4 e7e5 g1f3", "e2e4 e7e5 e5e4")) {
      Position position = CHESS.start();
      play(engine("echo 'info nodes 5 score mate 9 pv " + line + "'; echo 'bestmove e2e4 ponder e7e5'"), position,
          Budget.ofNodes(7).start(System::nanoTime));
      assertThat(position.text()).as(line).isEqualTo(CHESS.start().text());
      assertThat(position.movesMade()).as(line).isZero();
    }
  }

  @Test
  void choose_engineChangesItsMind_settlesWhenTheLastMoveCameFirst() throws IOException {
    String spec = engine("echo 'info nodes 5 pv d2d4'; echo 'info nodes 9 pv e2e4 e7e5'; "
        + "echo 'info nodes 30 pv e2e4 c7c5'; echo 'bestmove e2e4'");
    Position position = CHESS.start();
    Meter meter = Budget.ofNodes(7).start(System::nanoTime);
    Decision decision = play(spec, position, meter);
    Settlement settlement = meter.settledOn(decision.move()).orElseThrow();
    assertThat(settlement.nodes()).isEqualTo(9);
    assertThat(settlement.nanos()).isBetween(1L, meter.elapsedNanos());
  }

  @Test
  void choose_engineEndsWithAnotherMoveThanItSaid_settlesOnNothing() throws IOException {
    String spec = engine("echo 'info nodes 5 pv d2d4'; echo 'bestmove e2e4'");
    Meter meter = Budget.ofNodes(7).start(System::nanoTime);
    assertThat(meter.settledOn(play(spec, CHESS.start(), meter).move())).isEmpty();
  }

  @Test
  void choose_gameFromAFen_startsThere() throws IOException {
    String spec = engine("echo 'bestmove e1e2'");
    play(spec, CHESS.parse("4k3/8/8/8/8/8/8/4K2R w K - 0 1"), Budget.ofNodes(7).start(System::nanoTime));
    assertThat(Files.readAllLines(log())).contains("position fen 4k3/8/8/8/8/8/8/4K2R w K - 0 1");
  }

  @Test
  void choose_engineDies_saysSoWithItsExitCode() throws IOException {
    String spec = engine("exit 3");
    assertThatThrownBy(() -> play(spec, CHESS.start(), Budget.ofNodes(7).start(System::nanoTime)))
        .isInstanceOfSatisfying(PlayerFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.CRASH))
        .hasMessageContaining("has ended with exit code 3");
  }

  @Test
  void choose_engineSilentUnderAClock_isToldToStop() throws IOException {
    String spec = engine(":").replace("nodes=7", "time=10ms");
    assertThatThrownBy(() -> play(spec, CHESS.start(),
            Budget.UNLIMITED.withClock(Clock.perMove(10_000_000)).start(System::nanoTime)))
        .isInstanceOfSatisfying(PlayerFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.STALL))
        .hasMessageContaining("does not answer to stop");
    assertThat(Files.readAllLines(log())).containsSubsequence("go movetime 10", "stop");
  }

  /** Whoever stops the search, a server or a tournament that ends, is heard at once, however long it may take. */
  @Test
  void choose_meterIsStopped_engineIsToldAndItsMoveTaken() throws IOException, InterruptedException {
    String spec = engine("read -r line; echo \"$line\" >> '" + log() + "'; echo 'bestmove e2e4'").replace(",nodes=7", "");
    Position position = CHESS.start();
    Meter meter = Budget.UNLIMITED.start(System::nanoTime);
    Thread stopper = Thread.ofVirtual().start(() -> {
      try {
        while (!Files.exists(log()) || !Files.readString(log()).contains("go\n")) {
          Thread.sleep(5);
        }
        meter.stop();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    Decision decision = play(spec, position, meter);
    stopper.join();
    assertThat(position.format(decision.move())).isEqualTo("e2e4");
    assertThat(Files.readAllLines(log())).containsSubsequence("go", "stop", "quit");
  }

  @Test
  void transcript_afterAFailure_tellsWhatWasSaid() throws IOException {
    String spec = engine("echo 'info depth 1'; echo 'oh dear' >&2; echo 'bestmove e2e5'");
    try (Player player = REGISTRY.entrant(CHESS, spec).newPlayer()) {
      player.newGame(1);
      assertThatThrownBy(() -> player.choose(CHESS.start(), Budget.ofNodes(7).start(System::nanoTime)))
          .isInstanceOf(PlayerFault.class);
      assertThat(player.transcript().stream().map(line -> line.substring(12)))
          .containsSubsequence("> uci", "< uciok", "> ucinewgame", "> go nodes 7", "< info depth 1", "< bestmove e2e5");
    }
  }

  @Test
  void choose_illegalMove_isRefusedWithItsText() throws IOException {
    String spec = engine("echo 'bestmove e2e5'");
    assertThatThrownBy(() -> play(spec, CHESS.start(), Budget.ofNodes(7).start(System::nanoTime)))
        .isInstanceOfSatisfying(PlayerFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.ILLEGAL))
        .hasMessageContaining("e2e5");
  }

  private List<String> introductions() throws IOException {
    return Files.readAllLines(log()).stream().filter(line -> line.equals("uci")).toList();
  }

  private void playGames(String spec, int games) {
    try (Player player = REGISTRY.entrant(CHESS, spec).newPlayer()) {
      for (int game = 0; game < games; game++) {
        player.newGame(game);
        player.choose(CHESS.start(), Budget.ofNodes(7).start(System::nanoTime));
      }
    }
  }

  @Test
  void newGame_usually_sameProcessIsAskedWithoutItsOptions() throws IOException {
    playGames(engine("echo 'bestmove e2e4'"), 3);
    assertThat(introductions()).hasSize(1);
    assertThat(Files.readAllLines(log())).containsOnlyOnce("setoption name Skill Level value 3")
        .filteredOn(line -> line.equals("ucinewgame")).hasSize(3);
  }

  @Test
  void newGame_restartOn_eachGameHasAProcessOfItsOwn() throws IOException {
    playGames(engine("echo 'bestmove e2e4'") + ",restart=on", 3);
    assertThat(introductions()).hasSize(3);
    assertThat(Files.readAllLines(log())).filteredOn(line -> line.equals("setoption name Skill Level value 3")).hasSize(3);
  }

  @Test
  void newGame_restartOff_noneIsStartedAfterAFailure() throws IOException {
    String spec = engine("exit 3") + ",restart=off";
    try (Player player = REGISTRY.entrant(CHESS, spec).newPlayer()) {
      player.newGame(1);
      assertThatThrownBy(() -> player.choose(CHESS.start(), Budget.ofNodes(7).start(System::nanoTime)))
          .hasMessageContaining("has ended with exit code 3");
      assertThatThrownBy(() -> player.newGame(2))
          .isInstanceOfSatisfying(PlayerFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.START))
          .hasMessage("\"/bin/sh\" has ended or been given up, and restart=off");
    }
    assertThat(introductions()).hasSize(1);
  }

  @Test
  void create_pondersOnACountedBudget_isRefused() {
    assertThatThrownBy(() -> REGISTRY.entrant(CHESS, "uci:cmd=/bin/sh,ponder=true,nodes=7").newPlayer())
        .isInstanceOf(BadInputException.class).hasMessageStartingWith("ponder=true takes a clock or time=");
  }

  @Test
  void newGame_engineDiedInTheLastGame_isStartedAgain() throws IOException {
    String spec = engine("echo 'bestmove e2e4'; exit 0");
    try (Player player = REGISTRY.entrant(CHESS, spec).newPlayer()) {
      for (int game = 0; game < 2; game++) {
        player.newGame(game);
        Position position = CHESS.start();
        Decision decision = player.choose(position, Budget.ofNodes(7).start(System::nanoTime));
        assertThat(position.format(decision.move())).isEqualTo("e2e4");
      }
    }
  }

  @Test
  void of_budgets_areTranslated() {
    Budget clock = Budget.UNLIMITED.withClock(new Clock(5_000_000_000L, 100_000_000L, 0));
    assertThat(GoText.of(clock, 1)).isEqualTo("go btime 5000 binc 100");
    Clock both = new Clock(5_000_000_000L, 100_000_000L, 1).against(new Clock(900_000, 0, 3));
    assertThat(GoText.of(Budget.UNLIMITED.withClock(both), 1))
        .isEqualTo("go wtime 1 btime 5000 winc 0 binc 100 movestogo 1");
    assertThat(GoText.of(Budget.ofNodes(3).withClock(both), 0))
        .isEqualTo("go nodes 3 wtime 5000 btime 1 winc 100 binc 0 movestogo 1");
    assertThat(GoText.of(Budget.ofNodes(50).withClock(Clock.perMove(2_000_000)), 0))
        .isEqualTo("go nodes 50 movetime 2");
  }

  @Test
  void create_wrongSpecs_areRefused() {
    for (String spec : List.of("uci", "uci:cmd=/bin/sh,evals=5", "uci:cmd=/bin/sh,start=soon")) {
      assertThatThrownBy(() -> REGISTRY.entrant(CHESS, spec).newPlayer()).isInstanceOf(BadInputException.class)
          .hasMessageContaining("uci");
    }
  }

  @Test
  void create_noSuchProgram_isAFaultAtTheStart() {
    for (String spec : List.of("uci:cmd=/no/such/engine", "uci:cmd=no-such-engine", "uci:cmd=/")) {
      assertThatThrownBy(() -> REGISTRY.entrant(CHESS, spec).newPlayer())
          .isInstanceOfSatisfying(PlayerFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.START))
          .hasMessageContaining("there is no program");
    }
  }

  @Test
  void create_optionThatTheEngineLacks_isRefusedNamingTheNearest() throws IOException {
    String spec = engine(":").replace("Skill Level=3", "Skil Level=3");
    assertThatThrownBy(() -> REGISTRY.entrant(CHESS, spec).newPlayer()).isInstanceOf(BadInputException.class)
        .hasMessage("\"/bin/sh\" has no option \"Skil Level\"; did you mean Skill Level? It has Skill Level");
  }

  @Test
  void create_valueOutOfRange_isRefusedWithTheRange() throws IOException {
    String spec = engine(":").replace("Skill Level=3", "Skill Level=21");
    assertThatThrownBy(() -> REGISTRY.entrant(CHESS, spec).newPlayer()).isInstanceOf(BadInputException.class)
        .hasMessage("option \"Skill Level\" of \"/bin/sh\" takes a whole number from 0 to 20, not \"21\"");
  }

  @Test
  void choose_stockfish_findsMateInOne() {
    assumeTrue(Stream.of("/usr/games/stockfish", "/usr/bin/stockfish").anyMatch(p -> Files.isExecutable(Path.of(p))),
        "Stockfish is not installed");
    Position position = CHESS.parse("6k1/5ppp/8/8/8/8/8/R6K w - - 0 1");
    Decision decision = play("uci:cmd=stockfish,nodes=1000", position, Budget.ofNodes(1000).start(System::nanoTime));
    assertThat(position.format(decision.move())).isEqualTo("a1a8");
    assertThat(decision.value()).isEqualTo(1);
  }

  @Test
  void create_engineWithoutAnOptionThatTheGameNeeds_isRefused() throws IOException {
    Game game = REGISTRY.game("chess960");
    String spec = engine("echo 'bestmove e2e4'");
    assertThatThrownBy(() -> REGISTRY.entrant(game, spec).newPlayer()).isInstanceOf(BadInputException.class)
        .hasMessage("\"/bin/sh\" has no option UCI_Chess960, without which it can't play chess960");
  }

  /** Castling, which Stockfish writes g1h1 once it knows that this is Chess960, is the only move. */
  @Test
  void choose_stockfishInChess960_castlesOntoItsRook() {
    assumeTrue(Stream.of("/usr/games/stockfish", "/usr/bin/stockfish").anyMatch(p -> Files.isExecutable(Path.of(p))),
        "Stockfish is not installed");
    Game game = REGISTRY.game("chess960");
    Position position = game.parse("k7/8/b7/8/8/4p2p/7P/6KR w H - 0 1");
    try (Player player = REGISTRY.entrant(game, "uci:cmd=stockfish,nodes=100").newPlayer()) {
      player.newGame(1);
      int move = player.choose(position.copy(), Budget.ofNodes(100).start(System::nanoTime)).move();
      assertThat(position.format(move)).isEqualTo("g1h1");
    }
  }

  @Test
  void create_programThatSpeaksNoUci_isAFaultAtTheStart() {
    assumeTrue(Files.isExecutable(Path.of("/bin/false")) || Files.isExecutable(Path.of("/usr/bin/false")), "no false");
    assertThatThrownBy(() -> play("uci:cmd=false", CHESS.start(), Budget.ofNodes(7).start(System::nanoTime)))
        .isInstanceOfSatisfying(PlayerFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.START))
        .hasMessageContaining("false").hasMessageContaining("has ended with exit code 1");
  }

  // Counting to a few thousand takes a shell some milliseconds.
  @Test
  void cpuNanosElsewhere_afterAMove_isWhatTheEngineSpent() throws IOException {
    assumeTrue(Files.isReadable(Path.of("/proc/self/schedstat")), "this system does not tell processor time in nanoseconds");
    String busy = "i=0; while [ $i -lt 5000 ]; do i=$((i+1)); done; echo bestmove e2e4";
    try (Player player = REGISTRY.entrant(CHESS, engine(busy)).newPlayer()) {
      player.newGame(1);
      long before = player.cpuNanosElsewhere();
      player.choose(CHESS.start(), Budget.ofNodes(7).start(System::nanoTime));

      assertThat(player.cpuNanosElsewhere() - before).isGreaterThan(500_000);
    }
  }
}
