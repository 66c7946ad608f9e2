package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mesa.core.Outcome;
import org.junit.jupiter.api.Test;

class StandingsTest {
  private static Results results(int games, String... specs) {
    return new Results(Runs.of(games, specs));
  }

  /** Adds the game of a place in the schedule; the hash makes games distinct. */
  private static void add(Results results, int index, int first, int second, Outcome outcome, End end) {
    add(results, index, first, second, outcome, end, 0);
  }

  private static void add(Results results, int index, int first, int second, Outcome outcome, End end, int opening) {
    int culprit = end == End.CRASH ? 1 : -1;
    String id = "p/" + index / 2 / results.encounters().size() + "/" + index % 2;
    results.add(new PlayedGame(index, id, opening, 0, 0, first, second, outcome, end, culprit, "why", null, "m", 0,
        index, 0, 0, BudgetUse.NONE, BudgetUse.NONE, new Cost(10, 640, 0, 0, 5_000_000, 4_000_000, 64, 0),
        new Cost(10, 0, 0, 30, 10_000, 9_000, 640, 0), List.of(), List.of(), null));
  }

  private static Results match() {
    Results results = results(8, "mcts:nodes=64", "random");
    Outcome[] firstSeat = {Outcome.FIRST_WON, Outcome.FIRST_WON, Outcome.DRAWN, Outcome.FIRST_WON};
    Outcome[] secondSeat = {Outcome.SECOND_WON, Outcome.FIRST_WON, Outcome.DRAWN, Outcome.DRAWN};
    for (int round = 0; round < 4; round++) {
      add(results, 2 * round, 0, 1, firstSeat[round], round == 3 ? End.CRASH : End.NORMAL);
      add(results, 2 * round + 1, 1, 0, secondSeat[round], End.NORMAL);
    }
    return results;
  }

  @Test
  void rows_aMatch_countResultsAndCosts() {
    Standings standings = match().standings();

    Standings.Row best = standings.rows().getFirst();
    assertThat(best.player()).isEqualTo("mcts:nodes=64");
    assertThat(List.of(best.games(), best.wins(), best.draws(), best.losses())).containsExactly(8, 4, 3, 1);
    assertThat(best.points()).isEqualTo(5.5);
    assertThat(best.distinctGames()).isEqualTo(8);
    assertThat(best.cost().moves()).isEqualTo(80);
    assertThat(standings.rows().get(1).losses()).isEqualTo(4);
  }

  @Test
  void table_aMatch_isReadable() {
    List<String> lines = match().standings().table().lines().toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo(
        "#  Player         Games  Won  Drawn  Lost   Score  Elo (95 %)  Distinct  Nodes  Ticks       CPU      Time  Memory");
    assertThat(lines.get(1)).startsWith("1  mcts:nodes=64      8    4      3     1  68.8 %  ");
    assertThat(lines.get(2)).startsWith("2  random             8    1      3     4  31.3 %  ");
  }

  @Test
  void table_habitualBudget_isShown() {
    Results results = results(2, "mcts:nodes=64", "greedy");
    assertThat(results.standings().table()).doesNotContain("Budget");

    Results other = new Results(Runs.of(2, List.of(
        new Run.Participant("mcts", "mcts", "nodes=800", "", Map.of()), new Run.Participant("greedy", "greedy", "unlimited", "", Map.of()))));
    assertThat(other.standings().table()).contains("Budget", "nodes=800");
  }

  @Test
  void remarks_aMatch_tellsPairsAndFaults() {
    assertThat(match().standings().remarks()).contains(
        "mcts:nodes=64 against random, by pairs of games with the same opening:",
        "pairs with 0, ½, 1, 1½, 2 points: 0, 0, 2, 1, 1; score 68.8 %; Elo difference +137.0; 95 %: ",
        "8 games, 8 distinct; 4 pairs, 4 independent (by pair).",
        "Note: random lost 1 by a crash.",
        "Note: without this game Elo is mcts:nodes=64 ");
  }

  // The player named first has lost, so whatever moving first is worth, it is the weaker one.
  @Test
  void remarks_matchLostByTheFirst_allDifferencesAreItsOwn() {
    Results results = results(16, "weak", "strong");
    for (int i = 0; i < 16; i++) {
      boolean firstWins = i == 0 || i == 3;
      add(results, i, i % 2, 1 - i % 2, i % 2 == 0 == firstWins ? Outcome.FIRST_WON : Outcome.SECOND_WON, End.NORMAL);
    }

    assertThat(results.standings().rows().getFirst().player()).isEqualTo("strong");
    assertThat(results.standings().remarks()).containsPattern("weak against strong(?s:.*)Elo difference -")
        .containsPattern("moving first is worth [-+0-9.]+ ± [0-9.]+ Elo; with that apart, the difference is -");
  }

  /** Two moves each, of 500 nodes but for one of 20, in 1 and 3 ms, as the journal of a run tells them. */
  private static Results ofMoves(String... specs) {
    Results results = results(2, specs);
    MoveLog log = new MoveLog();
    for (int ply = 0; ply < 4; ply++) {
      log.add(ply % 2, ply == 3 ? 20 : 500, 0, 0, ply < 2 ? 1_000_000 : 3_000_000, 0);
      log.cpu(ply < 2 ? 900_000 : 2_000_000);
    }
    results.add(new PlayedGame(0, "p/0/0", 0, 0, 0, 0, 1, Outcome.DRAWN, End.NORMAL, -1, "why", null, "m", 0, 1, 0, 0,
        BudgetUse.NONE, BudgetUse.NONE, new Cost(2, 1000, 0, 0, 4_000_000, 2_900_000, 64, 5_000_000),
        new Cost(2, 520, 0, 0, 4_000_000, 2_900_000, 640, 2_000), List.of(), List.of(), log));
    return results;
  }

  @Test
  void costTable_aMatch_tellsSumsQuantilesAndPeaks() {
    assertThat(ofMoves("one", "two").standings().costTable()).isEqualTo("""
        Spent in all, by a move (median, 99 of 100), and at most:
        Player  Moves  Nodes     CPU    Time  Nodes: median  p99  CPU: median     p99  Time: median     p99    most  Memory
        one         2  1,000  2.9 ms  4.0 ms            500  500     900.0 us  2.0 ms        1.0 ms  3.0 ms  3.0 ms  5.0 MB
        two         2    520  2.9 ms  4.0 ms             20  500     900.0 us  2.0 ms        1.0 ms  3.0 ms  3.0 ms  2.0 kB
        """);
  }

  // What each move costs is told by the journal or not at all: standings made from it later have to be the same.
  @Test
  void csv_quantiles_standBehindTheSums() {
    List<String> lines = ofMoves("one", "two").standings().csv().lines().toList();

    assertThat(lines.get(0)).endsWith(
        "peak_bytes,nodes_median,nodes_p99,ns_median,ns_p99,ns_most,cpu_ns_median,cpu_ns_p99");
    assertThat(lines.get(1)).endsWith("5000000,500,500,1000000,3000000,3000000,900000,2000000");
    assertThat(match().standings().csv().lines().toList().get(1)).endsWith(",0,,,,,,,");
  }

  // Of a pair's two games one was lost by a crash; the other was drawn, and three more pairs were.
  @Test
  void remarks_faults_tellRatingsWithoutThem() {
    Results results = results(8, "one", "two");
    for (int i = 0; i < 8; i++) {
      add(results, i, i % 2, 1 - i % 2, i == 0 ? Outcome.FIRST_WON : Outcome.DRAWN, i == 0 ? End.CRASH : End.NORMAL);
    }

    assertThat(results.standings().rows().getFirst().rating().elo()).isPositive();
    assertThat(results.standings().remarks()).containsPattern("without this game Elo is one 0[^,]*, two 0");
  }

  // Six pairs of three openings, thrice, twice and once: 36 / (9 + 4 + 1) = 2.57.
  @Test
  void remarks_openingsRepeatedUnequally_tellWhatTheirClustersAreWorth() {
    Results results = results(12, "one", "two");
    int[] openings = {0, 1, 2, 0, 1, 0};
    for (int i = 0; i < 12; i++) {
      add(results, i, i % 2, 1 - i % 2, i % 3 == 0 ? Outcome.DRAWN : Outcome.FIRST_WON, End.NORMAL, openings[i / 2]);
    }

    assertThat(results.standings().remarks()).contains(
        "6 pairs, 3 independent (by opening); of unequal weight, worth 2.6 equal ones, the largest is 50.0 % of all.");
  }

  // Of four level pairs: 1 - 0.05^(1/4) / 2 = 0.7636, that is 203.7 Elo.
  @Test
  void remarks_allGamesDrawn_boundWhatMovingFirstIsWorth() {
    Results results = results(8, "one", "two");
    for (int i = 0; i < 8; i++) {
      add(results, i, i % 2, 1 - i % 2, Outcome.DRAWN, End.NORMAL);
    }

    assertThat(results.standings().remarks()).contains("moving first is worth 0 ± 203.7 Elo").doesNotContain("± 0.0", "NaN");
    assertThat(results.standings().difference(0, 1).orElseThrow().superiority()).isNaN();
  }

  // Both pairs brought 1½ points: what scatters is which seat won, and tells nothing of who is stronger.
  @Test
  void difference_twoPairsThatAgree_isOfUnknownError() {
    Results results = results(4, "one", "two");
    Outcome[] outcomes = {Outcome.FIRST_WON, Outcome.DRAWN, Outcome.DRAWN, Outcome.SECOND_WON};
    for (int i = 0; i < 4; i++) {
      add(results, i, i % 2, 1 - i % 2, outcomes[i], End.NORMAL);
    }
    Comparison difference = results.standings().difference(0, 1).orElseThrow();

    assertThat(difference.elo()).isPositive();
    assertThat(difference.reach()).isNaN();
    assertThat(difference.chance()).isNaN();
  }

  @Test
  void remarks_unfinished_saysHowFarItIs() {
    Results results = results(8, "one", "two");
    add(results, 0, 0, 1, Outcome.DRAWN, End.NORMAL);

    assertThat(results.standings().remarks()).isEqualTo("Note: 1 of 8 games have been played.\n");
  }

  @Test
  void crossTable_threePlayers_isFromEachRowsView() {
    Results results = results(2, "a", "b", "c");
    // The circle's order: b-c, a-b, a-c.
    add(results, 0, 1, 2, Outcome.FIRST_WON, End.NORMAL);
    add(results, 1, 2, 1, Outcome.DRAWN, End.NORMAL);
    add(results, 2, 1, 0, Outcome.SECOND_WON, End.NORMAL);
    add(results, 3, 0, 1, Outcome.FIRST_WON, End.NORMAL);

    assertThat(results.standings().crossTable()).isEqualTo("""
        #  Player      1      2      3
        1  a           ·  2-0-0  0-0-0
        2  b       0-0-2      ·  1-1-0
        3  c       0-0-0  0-1-1      ·
        """);
  }

  @Test
  void csv_aMatch_quotesAndLeavesTheUnknownEmpty() {
    Results results = results(2, "mcts:nodes=64,c=2", "random");
    add(results, 0, 0, 1, Outcome.FIRST_WON, End.NORMAL);
    add(results, 1, 1, 0, Outcome.SECOND_WON, End.NORMAL);
    List<String> lines = results.standings().csv().lines().toList();

    assertThat(lines.get(0)).startsWith("rank,player,spec,budget,games,wins,draws,losses,points,score,rating_kind,elo,");
    assertThat(lines.get(1)).startsWith(
        "1,\"mcts:nodes=64,c=2\",\"mcts:nodes=64,c=2\",nodes=64,2,2,0,0,2.0,1.0000,above,,-511.5014,,2,20,32.0000,");
    assertThat(lines.get(2)).startsWith("2,random,random,unlimited,2,0,0,2,0.0,0.0000,reference,0.0000,,,2,20,");
  }
}
