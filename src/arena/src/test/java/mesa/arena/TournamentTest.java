package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TournamentTest {
  private static final Pile PILE = new Pile(21, false);

  @TempDir
  private Path folder;

  private static TournamentBuilder three() {
    return Tournament.of(PILE, Players.of(PILE, "random", "first", "random,name=other")).games(14).openings("random:3");
  }

  @Test
  void play_threePlayers_everyoneMeetsEveryoneFromBothSeats() throws IOException {
    Results results = three().build().play(folder, 2, TournamentListener.NONE);

    assertThat(results.isComplete()).isTrue();
    assertThat(results.played()).isEqualTo(42);
    assertThat(results.standings().rows()).extracting(Standings.Row::games).containsOnly(28);
    assertThat(Journals.lines(folder, "game")).extracting(game -> game.get("seat").toString())
        .containsOnly("[0,1]", "[1,0]", "[0,2]", "[2,0]", "[1,2]", "[2,1]");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 100})
  void play_anyNumberOfJobs_sameCanonicalJournal(int jobs) throws IOException {
    three().build().play(folder.resolve("one"), 1, TournamentListener.NONE);
    three().build().play(folder.resolve("many"), jobs, TournamentListener.NONE);

    assertThat(Journals.canonical(folder.resolve("many"))).isEqualTo(Journals.canonical(folder.resolve("one")));
  }

  // Three openings in turn, each from one seat: which game of two rounds ends first must not decide whose opening counts.
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void play_openingsPlayedOnce_intervalsRestOnGamesByTheirOwnOpenings(int jobs) throws IOException {
    Path three = Files.writeString(folder.resolve("three.txt"), "take1\ntake2\ntake3\n");
    Results results = Tournament.of(PILE, Players.of(PILE, "random", "random,name=other")).games(40).swapSeats(false)
        .openings(three.toString()).repeatOpenings(true).build().play(folder.resolve("run"), jobs, TournamentListener.NONE);

    PairStatistics games = results.standings().meetings().getFirst().pairs();
    assertThat(games.counts()).as("lost, drawn, won").hasSize(3);
    assertThat(games.units()).isEqualTo(40);
    assertThat(games.clusters()).as("one for each opening").isEqualTo(3);
    assertThat(results.standings().remarks()).contains("scripted:does=random against other, by games, seats in turn:",
        "games lost, drawn, won: ", "; games drawn 0.0 %; games won to lost ", "40 games, 40 distinct; 3 independent (by opening).")
        .doesNotContain("pairs");
  }

  @Test
  void play_otherSeed_otherGames() throws IOException {
    three().build().play(folder.resolve("one"), 1, TournamentListener.NONE);
    three().seed(2).build().play(folder.resolve("two"), 1, TournamentListener.NONE);

    assertThat(Journals.canonical(folder.resolve("two"))).isNotEqualTo(Journals.canonical(folder.resolve("one")));
  }

  @Test
  void play_onePlayerMore_changesNoOtherSeed() throws IOException {
    Tournament.of(PILE, Players.of(PILE, "random", "first")).games(10).build()
        .play(folder.resolve("two"), 1, TournamentListener.NONE);
    Tournament.of(PILE, Players.of(PILE, "vandal", "random", "first")).games(10).build()
        .play(folder.resolve("three"), 1, TournamentListener.NONE);

    assertThat(idsAndSeeds(folder.resolve("three"))).containsAll(idsAndSeeds(folder.resolve("two")));
  }

  private static List<String> idsAndSeeds(Path run) throws IOException {
    return Journals.lines(run, "game").stream().map(game -> game.get("id").asText() + game.get("seed")).toList();
  }

  // A thread that died of an error may hold what it should not: locks, what it keeps for itself, a mark of interruption.
  @Test
  void play_playerCrashes_theNextGameHasAFreshThread() throws IOException {
    Set<Thread> asked = ConcurrentHashMap.newKeySet();
    Players.halting = () -> {
      asked.add(Thread.currentThread());
      throw new StackOverflowError();
    };
    Results results = Tournament.of(PILE, Players.of(PILE, "halt", "first")).games(6).build()
        .play(folder, 1, TournamentListener.NONE);

    assertThat(results.isComplete()).isTrue();
    assertThat(results.losses(0, End.CRASH)).isEqualTo(6);
    assertThat(asked).hasSize(6);
  }

  // It asks for an array that no JVM makes.
  @Test
  void play_playerRunsOutOfMemory_losesAndTheRestIsPlayed() throws IOException {
    Results results = Tournament.of(PILE, Players.of(PILE, "greedy", "random", "first")).games(4).build()
        .play(folder, 2, TournamentListener.NONE);

    assertThat(results.isComplete()).isTrue();
    assertThat(results.losses(0, End.CRASH)).isEqualTo(8);
  }

  // What it burns while the other one sleeps is its own, and seen.
  @Test
  void play_playerLeavesAThreadRunning_isChargedAndFlagged() throws IOException {
    Results results = Tournament.of(PILE, Players.of(PILE, "linger", "sleep")).games(2).build()
        .play(folder, 1, TournamentListener.NONE);

    Cost cost = results.cost(0);
    assertThat(cost.cpuNanos()).as("processor time of a player that sleeps").isGreaterThan(cost.nanos());
    assertThat(Audit.of(results).text()).contains("scripted:does=linger spent ", "while it was not to move");
  }

  @Test
  void play_playersThatFail_loseAndTheRestIsPlayed() throws IOException {
    Results results = Tournament.of(PILE, Players.of(PILE, "throw", "illegal", "null", "random", "hoarder")).games(4)
        .build().play(folder, 2, TournamentListener.NONE);

    assertThat(results.isComplete()).isTrue();
    assertThat(results.faults(0)).isPositive();
    assertThat(results.faults(1)).isPositive();
    assertThat(results.faults(2)).isPositive();
    assertThat(results.faults(3)).isZero();
    assertThat(results.faults(4)).isZero();
    assertThat(results.standings().rows().subList(0, 2)).extracting(Standings.Row::player)
        .containsExactlyInAnyOrder("scripted:does=random", "scripted:does=hoarder");
    assertThat(results.standings().remarks())
        .contains("scripted:does=throw lost ", "by a crash", "by an illegal move", "by giving no move");
  }

  // One game at a time, so that it is exact.
  @ParameterizedTest
  @CsvSource({"3, 3", "0, 24", "20, 20"})
  void play_losesByFaultsInARow_isWithdrawnAfterSoMany(int after, int games) throws IOException {
    Results results = Tournament.of(PILE, Players.of(PILE, "throw", "random")).games(24).withdrawAfter(after).build()
        .play(folder, 1, TournamentListener.NONE);

    assertThat(results.faults(0)).isEqualTo(games);
    assertThat(results.withdrawals()).hasSize(after == 0 ? 0 : 1);
    assertThat(Journals.lines(folder, "run").getFirst().has("withdraw")).isEqualTo(after != 20);
  }

  @Test
  void play_reversed_seatsTheSecondFirst() throws IOException {
    Tournament.of(PILE, Players.of(PILE, "first", "random")).games(4).reverseSeats(true).build()
        .play(folder, 1, TournamentListener.NONE);

    assertThat(Journals.lines(folder, "game")).extracting(game -> game.get("seat").toString())
        .containsExactly("[1,0]", "[0,1]", "[0,1]", "[1,0]");
    assertThat(Tournament.read(folder, Players.REGISTRY).resume(folder, 1, TournamentListener.NONE).isComplete()).isTrue();
  }

  @Test
  void play_anyEnd_closesAllPlayers() throws IOException {
    int before = Players.OPEN.get();
    Tournament.of(PILE, Players.of(PILE, "random", "throw")).games(8).build().play(folder, 2, TournamentListener.NONE);
    assertThat(Players.OPEN.get()).as("after games and crashes").isEqualTo(before);

    assertThatThrownBy(() -> three().build().play(folder, 2, TournamentListener.NONE)).isInstanceOf(BadInputException.class);
    assertThat(Players.OPEN.get()).as("after a refused folder").isEqualTo(before);
  }

  @Test
  void play_playerCannotBeMade_isRefusedBeforeAnythingIsWritten() {
    int before = Players.OPEN.get();
    Tournament tournament = Tournament.of(PILE, Players.of(PILE, "random", "unborn")).build();

    assertThatThrownBy(() -> tournament.play(folder.resolve("run"), 2, TournamentListener.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessage("there is no such player");
    assertThat(folder.resolve("run")).doesNotExist();
    assertThat(Players.OPEN.get()).isEqualTo(before);
  }

  @Test
  void play_listener_isToldOfEachGameOnceItIsInTheJournal() throws IOException {
    List<Integer> told = new ArrayList<>();
    List<Integer> written = new ArrayList<>();
    three().build().play(folder, 2, soFar -> {
      told.add(soFar.played());
      try {
        written.add(Journals.lines(folder, "game").size());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });

    assertThat(told).hasSize(42).isSorted().doesNotHaveDuplicates();
    for (int i = 0; i < told.size(); i++) {
      assertThat(written.get(i)).isGreaterThanOrEqualTo(told.get(i));
    }
  }

  @Test
  void play_folderHoldsARun_isRefused() throws IOException {
    three().build().play(folder, 1, TournamentListener.NONE);

    assertThatThrownBy(() -> three().build().play(folder, 1, TournamentListener.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("already holds a run");
  }

  @Test
  void play_runLine_tellsWhatFixesTheGames() throws IOException {
    Tournament.of(PILE, Players.of(PILE, "random,nodes=5", "first,name=other"))
        .games(4).openings("short").clocks(InstantSource.fixed(Instant.EPOCH), System::nanoTime).seed(9).build()
        .play(folder, 2, TournamentListener.NONE);

    String run = Journals.lines(folder, "run").getFirst().toString();
    assertThat(run).startsWith("{\"t\":\"run\",\"v\":2,\"game\":\"pile:size=21\",\"players\":["
        + "{\"spec\":\"scripted:does=random,nodes=5\",\"label\":\"scripted:does=random,nodes=5\",\"budget\":\"nodes=5\","
        + "\"hash\":\"");
    assertThat(run).contains("\"format\":\"round-robin\",\"games\":4,\"legs\":2,\"openings\":{\"source\":\"short\",\"sha256\":\"",
        "\"count\":2,\"policy\":\"shared\",\"plies\":8,\"shuffled\":false,\"start\":1,\"repeat\":false}", "\"maxPlies\":1000,\"seed\":9,\"spec\":\"",
        "\"created\":\"1970-01-01T00:00:00Z\"");
    assertThat(Files.readString(folder.resolve("run.json"))).contains("\"game\" : \"pile:size=21\"");
  }

  @Test
  void play_totalsLedger_leavesMovesCostsOut() throws IOException {
    three().ledger(Told.GAME).build().play(folder, 1, TournamentListener.NONE);

    assertThat(Journals.lines(folder, "game")).allMatch(game -> !game.has("n") && game.has("sum"));
  }

  @Test
  void usualFolder_anyGame_isDateTimeAndName() {
    Tournament tournament = three().clocks(InstantSource.fixed(Instant.EPOCH), System::nanoTime).build();

    assertThat(tournament.usualFolder(Path.of("runs")).toString())
        .matches("runs.(19700101|19691231)-\\d{6}-pile-size-21");
  }

  // The list has two openings.
  @ParameterizedTest
  @CsvSource({"round-robin,2,true,false", "round-robin,4,true,false", "round-robin,6,true,true", "round-robin,2,false,false",
      "round-robin,3,false,true", "swiss:rounds=2,2,true,false", "swiss:rounds=3,2,true,true"})
  void remarks_openingsUsedAgain_isSaid(String format, int games, boolean swap, boolean isSaid) throws IOException {
    Results results = Tournament.of(PILE, Players.of(PILE, "random", "first", "random,name=b", "first,name=c"))
        .format(Format.parse(format)).games(games).swapSeats(swap).openings("short").repeatOpenings(true).build()
        .play(folder, 2, TournamentListener.NONE);

    assertThat(results.standings().remarks().contains("Note: there are 2 openings; they are used again and again."))
        .isEqualTo(isSaid);
  }

  @Test
  void build_samePlayerTwice_isRefusedUnlessNamedApart() {
    assertThatThrownBy(() -> Tournament.of(PILE, Players.of(PILE, "random", "random")).build())
        .isInstanceOf(BadInputException.class)
        .hasMessage("two players are called \"scripted:does=random\"; tell \"scripted:does=random\" and "
            + "\"scripted:does=random\" apart by an option name=");
    assertThat(Tournament.of(PILE, Players.of(PILE, "random", "random,name=two")).build().size()).isEqualTo(2);
  }

  @Test
  void build_onePlayer_isRefused() {
    assertThatThrownBy(() -> Tournament.of(PILE, Players.of(PILE, "random")).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("at least two players, not 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 0, 1, 7})
  void build_oddOrNoGames_isRefused(int games) {
    assertThatThrownBy(() -> three().games(games).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(games + " games a pairing won't do");
  }

  @Test
  void build_tooFewOpenings_isRefusedUnlessTheyMayRepeat() {
    assertThatThrownBy(() -> three().games(6).openings("short").build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("6 games a pairing need 3 openings, but \"short\" has 2; ask for at most 4 games");
    assertThat(three().games(6).openings("short").repeatOpenings(true).build().size()).isEqualTo(18);
  }
}
