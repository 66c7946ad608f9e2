package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendTest {
  private static final Pile PILE = new Pile(21, false);
  private static final String JOINING = "scripted:does=random,name=joining";

  @TempDir
  private Path folder;

  private static TournamentBuilder plan(String... players) {
    return Tournament.of(PILE, Players.of(PILE, players)).openings("random:3").repeatOpenings(true);
  }

  private Path played(TournamentBuilder plan) throws IOException {
    Path run = folder.resolve("short");
    plan.build().play(run, 2, TournamentListener.NONE);
    return run;
  }

  private static Results extend(Path run, Extension extension, int jobs) throws IOException {
    return Tournament.extend(run, Players.REGISTRY, extension, false).resume(run, jobs, TournamentListener.NONE);
  }

  private static Extension games(int games) {
    return new Extension(games, List.of(), null);
  }

  private static Extension joining(Integer games) {
    return new Extension(games, List.of(JOINING), null);
  }

  /** {@return all games by their ids, without their numbers} */
  private static Map<String, String> byId(Path run) throws IOException {
    return Arrays.stream(Journals.canonical(run).split("\n")).collect(Collectors.toMap(
        line -> line.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1"), line -> line.replaceFirst("\"i\":\\d+,", "")));
  }

  @ParameterizedTest
  @CsvSource({"round-robin,true", "round-robin,false", "gauntlet,true", "ladder,true"})
  void extend_moreGames_isTheRunOfThemAllFromTheStart(String format, boolean swap) throws IOException {
    Function<Integer, TournamentBuilder> of = games ->
        plan("random", "first", "random,name=c").format(Format.parse(format)).swapSeats(swap).games(games);
    Path whole = folder.resolve("whole");
    of.apply(20).build().play(whole, 1, TournamentListener.NONE);
    Path run = played(of.apply(10));
    List<String> before = Files.readAllLines(run.resolve("games.jsonl"));

    Results results = extend(run, games(20), 3);

    assertThat(results.isComplete()).isTrue();
    assertThat(Journals.canonical(run)).isEqualTo(Journals.canonical(whole));
    assertThat(Files.readAllLines(run.resolve("games.jsonl"))).as("old lines stay").startsWith(before.toArray(String[]::new));
  }

  @Test
  void extend_runThatWasBrokenOff_playsBothWhatItLacksAndTheRest() throws IOException {
    Path whole = folder.resolve("whole");
    plan("random", "first").games(20).build().play(whole, 1, TournamentListener.NONE);
    Path run = played(plan("random", "first").games(10));
    List<String> lines = Files.readAllLines(run.resolve("games.jsonl"));
    Files.write(run.resolve("games.jsonl"), lines.subList(0, 6));

    extend(run, games(20), 1);

    assertThat(Journals.canonical(run)).isEqualTo(Journals.canonical(whole));
  }

  // In a gauntlet new pairings come behind the old ones, so that seats too are those of a run from the start.
  @Test
  void extend_aPlayerJoinsAGauntlet_gamesAreThoseOfARunFromTheStart() throws IOException {
    Path whole = folder.resolve("whole");
    plan("random", "first", "random,name=joining").format(Format.parse("gauntlet")).games(8).build()
        .play(whole, 1, TournamentListener.NONE);
    Path run = played(plan("random", "first").format(Format.parse("gauntlet")).games(4));

    extend(run, joining(8), 2);

    assertThat(byId(run)).isEqualTo(byId(whole)).hasSize(16);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void extend_aPlayerJoinsARoundRobin_oldGamesStayAndAllSeatsAreEven(int legs) throws IOException {
    Path whole = folder.resolve("whole");
    plan("random", "first", "random,name=c", "random,name=joining").games(6).swapSeats(legs == 2).build()
        .play(whole, 1, TournamentListener.NONE);
    Path run = played(plan("random", "first", "random,name=c").games(4).swapSeats(legs == 2));
    Map<String, String> before = byId(run);

    Results results = extend(run, joining(6), 2);

    assertThat(results.isComplete()).isTrue();
    assertThat(byId(run)).containsAllEntriesOf(before);
    assertThat(byId(run).keySet()).isEqualTo(byId(whole).keySet());
    assertThat(seeds(run)).isEqualTo(seeds(whole));
    Map<String, Integer> balance = new HashMap<>();
    Journals.lines(run, "game").forEach(game -> {
      int first = game.get("seat").get(0).asInt();
      int second = game.get("seat").get(1).asInt();
      balance.merge(Math.min(first, second) + "-" + Math.max(first, second), first < second ? 1 : -1, Integer::sum);
    });
    assertThat(balance).hasSize(6);
    assertThat(balance.values()).containsOnly(0);
  }

  private static Map<String, String> seeds(Path run) throws IOException {
    return Journals.lines(run, "game").stream()
        .collect(Collectors.toMap(game -> game.get("id").asText(), game -> game.get("seed").toString()));
  }

  @Test
  void resume_runThatIsBeingExtended_goesOnWithTheLongerOne() throws IOException {
    Path run = played(plan("random", "first", "random,name=c").games(4));
    extend(run, joining(6), 1);
    String canonical = Journals.canonical(run);
    List<String> lines = Files.readAllLines(run.resolve("games.jsonl"));
    Files.write(run.resolve("games.jsonl"), lines.subList(0, lines.size() - 9));

    Results results = Tournament.read(run, Players.REGISTRY).resume(run, 2, TournamentListener.NONE);

    assertThat(results.isComplete()).isTrue();
    assertThat(results.played()).isEqualTo(36);
    assertThat(Journals.canonical(run)).isEqualTo(canonical);
    assertThat(Results.read(run).standings().rows()).hasSize(4);
  }

  @Test
  void extend_run_saysSoInTheJournalAndInRunJson() throws IOException {
    Path run = played(plan("random", "first").games(4));
    extend(run, joining(6), 1);

    assertThat(Journals.lines(run, "resume").getFirst().get("run").get("stages").toString())
        .isEqualTo("[{\"players\":2,\"games\":4,\"format\":\"round-robin\"}]");
    Run json = Run.read(Files.readAllBytes(run.resolve("run.json")));
    assertThat(json.games()).isEqualTo(6);
    assertThat(json.labels()).containsExactly("scripted:does=random", "scripted:does=first", "joining");
    assertThat(json.spec()).isEqualTo(JournalReader.run(run.resolve("games.jsonl")).spec());
    assertThat(json.id()).isEqualTo(Journals.lines(run, "run").getFirst().get("id").asText());
  }

  @Test
  void extend_twice_keepsAllStages() throws IOException {
    Path run = played(plan("random", "first").games(2));
    extend(run, joining(null), 1);
    Results results = extend(run, games(4), 1);

    assertThat(results.played()).isEqualTo(12).isEqualTo(results.scheduled());
    assertThat(Journals.lines(run, "resume").getLast().get("run").get("stages")).hasSize(2);
  }

  @Test
  void extend_swissByRounds_isTheRunOfThemAllFromTheStart() throws IOException {
    Function<String, TournamentBuilder> of = format ->
        plan("random", "first", "random,name=c", "random,name=d", "first,name=e").format(Format.parse(format)).games(2);
    Path whole = folder.resolve("whole");
    of.apply("swiss:rounds=4").build().play(whole, 1, TournamentListener.NONE);
    Path run = played(of.apply("swiss:rounds=2"));

    extend(run, new Extension(null, List.of(), Format.parse("swiss:rounds=4")), 2);

    assertThat(Journals.canonical(run)).isEqualTo(Journals.canonical(whole));
  }

  private void assertRefused(TournamentBuilder plan, Extension extension, String message) throws IOException {
    Path run = played(plan);
    byte[] before = Files.readAllBytes(run.resolve("games.jsonl"));
    assertThatThrownBy(() -> extend(run, extension, 1)).isInstanceOf(BadInputException.class).hasMessageContaining(message);
    assertThat(Files.readAllBytes(run.resolve("games.jsonl"))).isEqualTo(before);
  }

  @Test
  void extend_byNothing_isRefused() throws IOException {
    assertRefused(plan("random", "first").games(4), new Extension(null, List.of(), null), "nothing to extend the run by");
  }

  @Test
  void extend_toAsManyGames_isRefused() throws IOException {
    assertRefused(plan("random", "first").games(4), games(4), "has all of its 4 games already");
  }

  @Test
  void extend_toFewerGames_isRefused() throws IOException {
    assertRefused(plan("random", "first").games(4), games(2), "2 games a pairing are fewer than the 4");
  }

  @Test
  void extend_swissByPlayers_isRefused() throws IOException {
    assertRefused(plan("random", "first", "first,name=c").format(Format.parse("swiss:rounds=2")), joining(null),
        "by rounds alone: write --format swiss:rounds=N, with N more than the 2");
  }

  @Test
  void extend_match_byAPlayer_isRefusedUnlessItBecomesARoundRobin() throws IOException {
    assertRefused(plan("random", "first").format(new Format.Match()).games(4), joining(null),
        "a match is between two players, not 3; try round-robin");
    assertThat(extend(folder.resolve("short"), new Extension(null, List.of(JOINING), Format.ROUND_ROBIN), 1).played())
        .isEqualTo(12);
  }

  @Test
  void extend_intoAFormatThatLacksAPairing_isRefused() throws IOException {
    assertRefused(plan("random", "first", "first,name=c").games(2), new Extension(4, List.of(), Format.parse("gauntlet")),
        "all its pairings stay");
  }

  @Test
  void extend_shuffledDrawnOpenings_isRefused() throws IOException {
    assertRefused(plan("random", "first").games(4).shuffleOpenings(true), games(40), "would come in another order");
  }

  @Test
  void extend_spreadOpenings_areRefusedWhereTheyWouldMove() throws IOException {
    assertRefused(plan("random", "first", "first,name=c").games(4).openingPolicy(OpeningPolicy.SPREAD), games(8),
        "would come in another order");
  }

  @Test
  void extend_samePlayer_isRefused() throws IOException {
    assertRefused(plan("random", "first").games(4), new Extension(null, List.of("scripted:does=first"), null), "two players are called");
  }
}
