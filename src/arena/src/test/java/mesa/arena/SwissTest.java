package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import mesa.core.Entrant;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwissTest {
  private static final Pile PILE = new Pile(21, false);

  @TempDir
  private Path folder;

  private static List<SwissPlayer> players(int count) {
    return IntStream.range(0, count).mapToObj(i -> new SwissPlayer(i, i, count)).toList();
  }

  /** Draws and notes the round; the results are {@code points} for the player with the lower number. */
  private static Draw play(List<SwissPlayer> players, int round, int points) {
    Draw draw = new SwissDraw(players).draw(round);
    for (List<Integer> table : draw.tables()) {
      SwissPlayer first = players.get(table.get(0));
      SwissPlayer second = players.get(table.get(1));
      SwissPlayer.meet(first, second);
      first.score(first.index() < second.index() ? points : 2 - points);
      second.score(first.index() < second.index() ? 2 - points : points);
    }
    if (draw.bye() != null) {
      players.get(draw.bye()).rest(2);
    }
    return draw;
  }

  private static Set<Integer> pair(int a, int b) {
    return Set.of(a, b);
  }

  private static List<Set<Integer>> pairs(Draw draw) {
    return draw.tables().stream().map(table -> pair(table.get(0), table.get(1))).toList();
  }

  // Dutch system, eight players in order of strength, the stronger always wins. In the second round 0 is due to meet 2, and
  // 4 to meet 6, but both have just moved first, or both second; the next one down has not.
  @Test
  void draw_eightSeededPlayers_upperHalfMeetsLowerHalfOfEachScoreGroup() {
    List<SwissPlayer> players = players(8);

    assertThat(pairs(play(players, 0, 2))).containsExactly(pair(0, 4), pair(1, 5), pair(2, 6), pair(3, 7));
    assertThat(pairs(play(players, 1, 2))).containsExactly(pair(0, 3), pair(1, 2), pair(4, 7), pair(5, 6));
    assertThat(pairs(play(players, 2, 2))).startsWith(pair(0, 1)).endsWith(pair(6, 7));
  }

  // With an even number of players, and as many rounds as there are others, everybody can meet everybody.
  @ParameterizedTest
  @CsvSource({"2,1", "4,3", "6,5", "8,5", "9,7", "12,9", "31,15"})
  void draw_anyResults_noRematchWhileAvoidable(int count, int rounds) {
    Rng rng = new Rng(count);
    for (int trial = 0; trial < 5; trial++) {
      List<SwissPlayer> players = players(count);
      for (int round = 0; round < rounds; round++) {
        int possible = mostFresh(players);
        Draw draw = new SwissDraw(players).draw(round);
        long rematches = draw.tables().stream()
            .filter(table -> players.get(table.get(0)).meetings(players.get(table.get(1))) > 0).count();
        assertThat(rematches).as("trial %d, round %d", trial, round).isEqualTo(Math.max(0, count / 2 - possible));
        for (List<Integer> table : draw.tables()) {
          SwissPlayer.meet(players.get(table.get(0)), players.get(table.get(1)));
          int score = rng.below(3);
          players.get(table.get(0)).score(score);
          players.get(table.get(1)).score(2 - score);
        }
        if (draw.bye() != null) {
          players.get(draw.bye()).rest(2);
        }
        Set<Integer> seen = new HashSet<>();
        draw.tables().forEach(seen::addAll);
        assertThat(seen).as("everybody plays but the bye").hasSize(count / 2 * 2);
      }
      assertThat(players).as("byes of trial " + trial).allMatch(player -> player.byes() <= 1);
    }
  }

  /** {@return how many can be paired afresh; where somebody has to rest, only among those who have rested least} */
  private static int mostFresh(List<SwissPlayer> players) {
    if (players.size() % 2 == 0) {
      return fresh(players);
    }
    int fewest = players.stream().mapToInt(SwissPlayer::byes).min().orElseThrow();
    return players.stream().filter(player -> player.byes() == fewest).mapToInt(rests -> {
      List<SwissPlayer> others = new ArrayList<>(players);
      others.remove(rests);
      return fresh(others);
    }).max().orElseThrow();
  }

  private static int fresh(List<SwissPlayer> players) {
    boolean[][] edges = new boolean[players.size()][players.size()];
    for (SwissPlayer a : players) {
      for (SwissPlayer b : players) {
        edges[players.indexOf(a)][players.indexOf(b)] = a != b && a.meetings(b) == 0;
      }
    }
    return Matching.pairs(edges);
  }

  @Test
  void draw_oddNumber_lowestWhoHasNotRestedRests() {
    List<SwissPlayer> players = players(5);

    assertThat(play(players, 0, 2).bye()).isEqualTo(4);
    assertThat(play(players, 1, 2).bye()).isEqualTo(3);
    assertThat(play(players, 2, 2).bye()).isNotIn(3, 4);
  }

  private static TournamentBuilder swiss(int players, int rounds) {
    String[] names = IntStream.range(0, players).mapToObj(i -> "random,name=p" + i).toArray(String[]::new);
    List<Entrant> entrants = Players.of(PILE, names);
    return Tournament.of(PILE, entrants).format(new Format.Swiss(rounds, false)).openings("random:4").repeatOpenings(true);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void play_anyNumberOfJobs_sameCanonicalJournal(int jobs) throws IOException {
    swiss(9, 4).games(4).build().play(folder.resolve("one"), 1, TournamentListener.NONE);
    Results results = swiss(9, 4).games(4).build().play(folder.resolve("many"), jobs, TournamentListener.NONE);

    assertThat(results.isComplete()).isTrue();
    assertThat(results.played()).isEqualTo(4 * 4 * 4);
    assertThat(Journals.canonical(folder.resolve("many"))).isEqualTo(Journals.canonical(folder.resolve("one")));
    assertThat(Journals.lines(folder.resolve("many"), "round").toString())
        .isEqualTo(Journals.lines(folder.resolve("one"), "round").toString());
  }

  @Test
  void play_otherSeed_otherLots() throws IOException {
    swiss(9, 1).build().play(folder.resolve("one"), 1, TournamentListener.NONE);
    swiss(9, 1).seed(2).build().play(folder.resolve("two"), 1, TournamentListener.NONE);

    assertThat(Journals.lines(folder.resolve("two"), "round").toString())
        .isNotEqualTo(Journals.lines(folder.resolve("one"), "round").toString());
  }

  @Test
  void resume_cutAnywhere_drawsTheSameRounds() throws IOException {
    Path whole = folder.resolve("whole");
    swiss(5, 3).build().play(whole, 2, TournamentListener.NONE);
    byte[] bytes = Files.readAllBytes(whole.resolve("games.jsonl"));
    int first = 0;
    while (bytes[first++] != '\n') {}
    Path cut = Files.createDirectory(folder.resolve("cut"));
    for (int length = first; length < bytes.length; length += 173) {
      Files.write(cut.resolve("games.jsonl"), Arrays.copyOf(bytes, length));

      Results results = Tournament.read(cut, Players.REGISTRY).resume(cut, 2, TournamentListener.NONE);

      assertThat(results.isComplete()).as("cut at byte " + length).isTrue();
      assertThat(Journals.canonical(cut)).as("cut at byte " + length).isEqualTo(Journals.canonical(whole));
      assertThat(Journals.lines(cut, "round").toString()).as("cut at byte " + length)
          .isEqualTo(Journals.lines(whole, "round").toString());
      assertThat(Results.read(cut).byes(0)).isEqualTo(results.byes(0));
    }
  }

  @Test
  void play_openingsPlayedOnce_seatsOfEachPlayerBalance() throws IOException {
    swiss(10, 6).swapSeats(false).games(1).build().play(folder, 1, TournamentListener.NONE);
    Map<Integer, Integer> balance = new HashMap<>();
    Journals.lines(folder, "game").forEach(game -> {
      balance.merge(game.get("seat").get(0).asInt(), 1, Integer::sum);
      balance.merge(game.get("seat").get(1).asInt(), -1, Integer::sum);
    });

    assertThat(balance.values()).allMatch(seats -> Math.abs(seats) <= 2);
  }

  @Test
  void play_aPlayerIsWithdrawn_theOthersPlayOn() throws IOException {
    List<Entrant> entrants =
        Players.of(PILE, "random", "throw", "random,name=b", "random,name=c", "random,name=d", "random,name=e");
    Results results = Tournament.of(PILE, entrants).format(new Format.Swiss(5, false)).games(20).build()
        .play(folder, 3, TournamentListener.NONE);

    assertThat(results.withdrawals()).extracting(Withdrawal::player).containsExactly(1);
    assertThat(Journals.lines(folder, "round")).hasSize(5);
    assertThat(Journals.lines(folder, "end").getFirst().get("why").asText()).isEqualTo("withdrawn");
    assertThat(Results.read(folder).played()).isEqualTo(results.played());
  }

  @Test
  void rounds_asUsual_areTwoMoreThanAWinnerNeedsOrAllThereAre() {
    assertThat(new Format.Swiss(0, false).rounds(64)).isEqualTo(8);
    assertThat(new Format.Swiss(0, false).rounds(65)).isEqualTo(9);
    assertThat(new Format.Swiss(0, false).rounds(4)).isEqualTo(3);
    assertThat(new Format.Swiss(0, false).rounds(3)).isEqualTo(3);
    assertThat(new Format.Swiss(0, false).rounds(2)).isEqualTo(1);
    assertThat(new Format.Swiss(11, false).rounds(4)).isEqualTo(11);
  }
}
