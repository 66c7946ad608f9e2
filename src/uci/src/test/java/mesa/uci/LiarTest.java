package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mesa.arena.Audit;
import mesa.arena.Results;
import mesa.arena.Tournament;
import mesa.arena.TournamentBuilder;
import mesa.arena.TournamentListener;
import mesa.core.Entrant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines that spend more than they are given: who says so may be made to lose, who does not say so is found out. */
class LiarTest extends FaultTournament {
  private TournamentBuilder match(Entrant engine, String opponent) {
    return Tournament.of(GAME, List.of(engine, REGISTRY.entrant(GAME, opponent)));
  }

  private Results played(TournamentBuilder match) throws IOException {
    return match.build().play(folder, 1, TournamentListener.NONE);
  }

  private static List<String> checks(Results results, int player) {
    return Audit.of(results).findings().stream().filter(finding -> finding.player() == player)
        .map(Audit.Finding::check).toList();
  }

  /** Of 100,000 nodes thrice as many are so many that it is told to stop; of 1,000 they are not. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, 100_000})
  void play_engineTellsOfThriceItsNodes_playsAndTheAuditSaysSo(int nodes) throws IOException {
    Results results = played(match(faulty("overspends", LONG_PATIENCE + ",nodes=" + nodes), "rules").games(2));
    assertBothPlayed();
    assertThat(Audit.of(results).hasViolations()).isTrue();
    assertThat(Audit.of(results).text()).contains(
        String.format("Audit: overspends spent more than its nodes=%d on ", nodes), String.format("%,d more (200 %%)", 2 * nodes));
  }

  @Test
  void play_budgetsAreEnforced_engineThatOverspendsLosesByBudget() throws IOException {
    played(match(faulty("overspends", LONG_PATIENCE + ",nodes=100000"), "rules").games(2).enforceBudgets(true));
    assertBothLost("budget", "200000 nodes too many");
  }

  @Test
  void play_engineSearchesDeeperThanItMay_isNoted() throws IOException {
    Results results = played(match(faulty("ignores-depth", LONG_PATIENCE + ",depth=4"), "rules").games(2));
    assertBothPlayed();
    assertThat(Audit.of(results).text()).contains("ignores-depth says that it searched deeper than its depth= for ", "by 5 plies");
  }

  @Test
  void play_engineKeepsToItsDepth_isNotNoted() throws IOException {
    Results results = played(match(faulty("flawless", LONG_PATIENCE + ",depth=4"), "rules").games(2));
    assertThat(checks(results, 0)).doesNotContain("depth");
  }

  /** It works for 2 ms a move while it is calibrated, and for thrice as long later, and counts the same. */
  @Test
  void play_engineCountsAThirdOfItsNodes_isFoundByItsProcessorTime() throws IOException {
    assumeTrue(Files.isReadable(Path.of("/proc/self/schedstat")), "this system does not tell processor time in nanoseconds");
    Results results = played(match(faulty("counts-a-third", LONG_PATIENCE + ",nodes=1000"), "random")
        .games(100).repeatOpenings(true).calibrate(true));
    assertThat(results.cost(0).moves()).isGreaterThan(300);
    assertThat(checks(results, 0)).contains("price").doesNotContain("nodes");
  }

  /** From the second game on, since the first move of all tells how long moves take. */
  @Test
  void play_engineWorksInItsOpponentsTime_isNoted() throws IOException {
    assumeTrue(Files.isReadable(Path.of("/proc/self/schedstat")), "this system does not tell processor time in nanoseconds");
    Results results = played(Tournament.of(GAME, List.of(
        faulty("works-away 15", LONG_PATIENCE + ",nodes=100"), faulty("late 30", LONG_PATIENCE + ",nodes=100"))).games(4));
    assertThat(checks(results, 0)).contains("away");
    assertThat(checks(results, 1)).doesNotContain("away");
  }
}
