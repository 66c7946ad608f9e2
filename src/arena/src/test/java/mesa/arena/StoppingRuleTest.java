package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoppingRuleTest {
  private static final Pile PILE = new Pile(21, false);

  @TempDir
  private Path folder;

  /** Ends after so many pairs, and notes what it has seen. */
  private record After(int pairs, List<PlayedPair> seen) implements StoppingRule {
    @Override
    public Watcher watch() {
      seen.clear();
      return (prefix, pair) -> {
        seen.add(pair);
        assertThat(prefix.played()).isEqualTo(2 * seen.size());
        return seen.size() == pairs;
      };
    }

    @Override
    public String toString() {
      return "after:pairs=" + pairs;
    }
  }

  private static TournamentBuilder match(StoppingRule rule) {
    return Tournament.of(PILE, Players.of(PILE, "random", "random,name=other")).games(400).openings("random:3")
        .repeatOpenings(true).stop(rule);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void play_ruleDecides_countsTheSameGamesAtAnyNumberOfJobs(int jobs) throws IOException {
    After rule = new After(20, new ArrayList<>());
    Results results = match(rule).build().play(folder, jobs, TournamentListener.NONE);

    assertThat(results.isDecided()).isTrue();
    assertThat(results.isComplete()).isTrue();
    assertThat(results.played()).isEqualTo(40);
    assertThat(rule.seen()).hasSize(20);
    assertThat(Journals.lines(folder, "stop").getFirst().get("games").asInt()).isEqualTo(40);
    assertThat(Journals.lines(folder, "end").getFirst().get("why").asText()).isEqualTo("decided");
    assertThat(Journals.lines(folder, "game").stream().filter(game -> game.get("i").asInt() < 40)).hasSize(40);
    assertThat(Results.read(folder).played()).isEqualTo(40);
    assertThat(Results.read(folder).standings().csv()).isEqualTo(results.standings().csv());
  }

  // Two openings are used up after two pairs; fifty more tell nothing new.
  @Test
  void play_testOfPlayersWithoutChance_endsOnceTheOpeningsAreUsedUp() throws IOException {
    Results results = Tournament.of(PILE, Players.of(PILE, "first", "first,name=other")).games(1000).openings("short")
        .repeatOpenings(true).stop(StoppingRule.parse("sprt:elo0=0,elo1=5")).build().play(folder, 2, TournamentListener.NONE);

    assertThat(results.played()).isEqualTo(2 * (2 + SprtRun.MOST_COPIES));
    assertThat(results.sprt().orElseThrow().isExhausted()).isTrue();
    assertThat(results.sprt().orElseThrow().verdict()).isEqualTo(Sprt.Verdict.UNDECIDED);
    assertThat(Journals.lines(folder, "stop")).hasSize(1);
  }

  @Test
  void extend_runThatIsDecided_isRefused() throws IOException {
    Tournament.of(PILE, Players.of(PILE, "first", "first,name=other")).games(1000).openings("short")
        .repeatOpenings(true).stop(StoppingRule.parse("sprt:elo0=0,elo1=5")).build().play(folder, 2, TournamentListener.NONE);
    Tournament longer = Tournament.extend(folder, Players.REGISTRY, new Extension(2000, List.of(), null), false);

    assertThatThrownBy(() -> longer.resume(folder, 1, TournamentListener.NONE)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("has decided the run, which therefore can't be extended");
  }

  @Test
  void play_ruleNeverDecides_playsAll() throws IOException {
    Results results = match(new After(1000, new ArrayList<>())).build().play(folder, 2, TournamentListener.NONE);

    assertThat(results.isDecided()).isFalse();
    assertThat(results.isComplete()).isTrue();
    assertThat(results.played()).isEqualTo(400);
    assertThat(Journals.lines(folder, "stop")).isEmpty();
  }

  @Test
  void play_decidedByTheLastPair_saysSo() throws IOException {
    Results results = match(new After(200, new ArrayList<>())).build().play(folder, 2, TournamentListener.NONE);

    assertThat(results.isDecided()).isTrue();
    assertThat(Journals.lines(folder, "stop")).hasSize(1);
  }

  // Wherever the file is cut, the same pairs decide; where the decision itself is there, nothing more is played.
  @Test
  void resume_cutAnywhere_isDecidedByTheSamePairs() throws IOException {
    After rule = new After(5, new ArrayList<>());
    match(rule).build().play(folder.resolve("whole"), 1, TournamentListener.NONE);
    List<PlayedPair> expected = List.copyOf(rule.seen());
    byte[] bytes = Files.readAllBytes(folder.resolve("whole").resolve("games.jsonl"));
    int length = bytes.length;
    Path cut = Files.createDirectory(folder.resolve("cut"));
    for (; length > bytes.length / 4; length -= 97) {
      Files.write(cut.resolve("games.jsonl"), Arrays.copyOf(bytes, length));

      Results results = match(rule).build().resume(cut, 3, TournamentListener.NONE);

      assertThat(results.isDecided()).as("cut at byte " + length).isTrue();
      assertThat(results.played()).as("cut at byte " + length).isEqualTo(10);
      assertThat(rule.seen().subList(0, 5)).as("cut at byte " + length).isEqualTo(expected);
      assertThat(Journals.lines(cut, "stop")).as("cut at byte " + length).hasSize(1);
    }
  }
}
