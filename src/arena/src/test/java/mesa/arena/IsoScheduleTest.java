package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Outcome;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsoScheduleTest {
  private static final int RUNGS = 13;

  @TempDir
  private Path folder;

  private static Run run(int games) {
    List<Run.Participant> players = new ArrayList<>();
    players.add(new Run.Participant("fixed:nodes=100", "fixed", "nodes=100", "", java.util.Map.of()));
    for (int rung = 0; rung < RUNGS; rung++) {
      String budget = "nodes=" + (4 << rung);
      players.add(new Run.Participant("ladder:" + budget, "ladder:" + budget, budget, "", java.util.Map.of()));
    }
    return Runs.of(games, "iso", players);
  }

  private static IsoSchedule schedule(int games) {
    List<Long> budgets = new ArrayList<>();
    for (int rung = 0; rung < RUNGS; rung++) {
      budgets.add(4L << rung);
    }
    return new IsoSchedule(budgets, games / 2, 2, false, 1000);
  }

  /** Plays a search between players of known strength: equal at so many doublings, each worth so much. */
  private static Results simulated(int games, double equalAt, double perDoubling, Rng rng) throws InterruptedException {
    return simulated(games, equalAt, perDoubling, rng, null);
  }

  private static Results simulated(int games, double equalAt, double perDoubling, Rng rng, StoppingRule rule)
      throws InterruptedException {
    StoppingRule.Watcher watcher = rule == null ? null : rule.watch();
    PlayedGame before = null;
    Results results = new Results(run(games));
    IsoSchedule schedule = schedule(games);
    schedule.begin(results::draw, player -> false);
    double bias = 0;
    for (int index = 0; index < schedule.size(); index++) {
      bias = index % 2 == 0 ? (rng.unit() - 0.5) * 100 : bias; // An opening is better for one side, in both games.
      Fixture fixture = schedule.fixture(index);
      int rung = Math.max(fixture.first(), fixture.second());
      double elo = perDoubling * (Math.log(4 << (rung - 1)) / Math.log(2) - equalAt) * (fixture.first() == 0 ? -1 : 1);
      double won = Elo.score(elo + bias + 30);
      double luck = rng.unit();
      Outcome outcome = luck < 0.7 * won ? Outcome.FIRST_WON
          : luck < 0.7 * won + 0.3 ? Outcome.DRAWN : Outcome.SECOND_WON;
      PlayedGame game = new PlayedGame(index, "p/" + fixture.round() + "/" + fixture.leg(), fixture.opening(), 0, 0,
          fixture.first(), fixture.second(), outcome, End.NORMAL, -1, "", null, "m", 0, rng.next(), 0, 0, BudgetUse.NONE,
          BudgetUse.NONE, cost(fixture.first()), cost(fixture.second()), List.of(), List.of(), null);
      results.add(game);
      schedule.settle(index, game);
      if (watcher != null && index % 2 == 1 && watcher.endsWith(results, PlayedPair.of(before, game))) {
        return results;
      }
      before = game;
    }
    return results;
  }

  private static Cost cost(int player) {
    long nodes = player == 0 ? 100 : 4L << (player - 1);
    return new Cost(10, 10 * nodes, 0, 0, 0, (player == 0 ? 20_000 : 5_000) * nodes, 0, 0);
  }

  /** Draws take 30 % of the points' scatter, so the true slope is what is left; equality is where it was put. */
  @Test
  void of_simulatedSearches_findsTheBudgetWithAnHonestInterval() throws InterruptedException {
    Rng rng = new Rng(21);
    int runs = 120;
    int held = 0;
    double width = 0;
    double offBy = 0;
    for (int run = 0; run < runs; run++) {
      double equalAt = 5 + 5 * rng.unit();
      IsoStrength found = IsoStrength.of(simulated(400, equalAt, 100, rng)).orElseThrow();
      Interval interval = found.budget().interval();
      double truth = Math.pow(2, equalAt);
      held += interval != null && interval.low() <= truth && truth <= interval.high() ? 1 : 0;
      width += interval == null ? 100 : Math.log(interval.high() / interval.low()) / Math.log(2) / runs;
      offBy += Math.log(found.budget().value() / truth) / Math.log(2) / runs;
    }
    assertThat(held / (double) runs).as("seed 21").isBetween(0.9, 0.99);
    assertThat(width).as("width in doublings, seed 21").isLessThan(1.3);
    assertThat(offBy).as("bias in doublings, seed 21").isBetween(-0.12, 0.12);
  }

  /** Ended by the first narrow interval, and yet it holds the truth nearly as often as one looked at once. */
  @Test
  void endsWith_simulatedSearches_endInTimeWithAnHonestInterval() throws InterruptedException {
    Rng rng = new Rng(22);
    int runs = 80;
    int ended = 0;
    int held = 0;
    double games = 0;
    for (int run = 0; run < runs; run++) {
      double equalAt = 5 + 5 * rng.unit();
      Results results = simulated(3000, equalAt, 100, rng, IsoWidth.of(2));
      Interval interval = IsoStrength.of(results).orElseThrow().budget().interval();
      double truth = Math.pow(2, equalAt);
      ended += interval.high() <= 2 * interval.low() ? 1 : 0;
      held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
      games += (double) results.played() / runs;
    }
    assertThat(ended).as("seed 22").isEqualTo(runs);
    assertThat(held / (double) runs).as("seed 22").isBetween(0.87, 0.99);
    assertThat(games).as("games, seed 22").isBetween(300.0, 1200.0);
  }

  @Test
  void of_oneSearch_tellsRatiosAndSlope() throws InterruptedException {
    IsoStrength found = IsoStrength.of(simulated(2000, 9, 80, new Rng(1))).orElseThrow();

    // Equal at 512 nodes: 5.12 times the 100 of the other, whose nodes cost four times as much.
    assertThat(found.budget().value()).isBetween(512 / 1.4, 512 * 1.4);
    assertThat(found.ratio().value()).isBetween(5.12 / 1.4, 5.12 * 1.4);
    assertThat(found.cpuRatio().value()).isBetween(1.28 / 1.4, 1.28 * 1.4);
    assertThat(found.perDoubling().value()).isBetween(30.0, 90.0);
    assertThat(found.isWithin()).isTrue();
    assertThat(found.text()).startsWith("As strong as fixed is ladder at nodes=").contains(" times as many nodes; in ",
        "A doubling is worth +");
  }

  @Test
  void of_farAboveAllBudgets_saysSo() throws InterruptedException {
    IsoStrength found = IsoStrength.of(simulated(200, 30, 100, new Rng(2))).orElseThrow();

    assertThat(found.isWithin()).isFalse();
    assertThat(found.text()).contains("beyond the budgets that could be played");
  }

  @Test
  void next_asResultsComeIn_closesInOnTheBudget() throws InterruptedException {
    List<List<Integer>> draws = new ArrayList<>();
    Results results = new Results(run(400));
    IsoSchedule schedule = schedule(400);
    schedule.begin(draw -> draws.add(draw.tables().stream().map(table -> table.get(1)).toList()), player -> false);
    for (int index = 0; index < schedule.size(); index++) {
      Fixture fixture = schedule.fixture(index);
      int rung = Math.max(fixture.first(), fixture.second());
      boolean secondWins = rung > 5 || rung == 5 && index % 4 < 2;
      PlayedGame game = new PlayedGame(index, "p/" + fixture.round() + "/" + fixture.leg(), 0, 0, 0, fixture.first(),
          fixture.second(), secondWins == (fixture.first() == 0) ? Outcome.SECOND_WON : Outcome.FIRST_WON, End.NORMAL, -1, "",
          null, "m", 0, index, 0, 0, BudgetUse.NONE, BudgetUse.NONE, Cost.NONE, Cost.NONE, List.of(), List.of(), null);
      results.add(game);
      schedule.settle(index, game);
    }
    assertThat(draws).hasSize(25);
    assertThat(draws.getFirst()).as("spread at first").hasSize(8).doesNotHaveDuplicates().anyMatch(rung -> rung <= 3)
        .anyMatch(rung -> rung >= 11);
    assertThat(draws.getLast()).as("close at the end").allMatch(rung -> rung >= 4 && rung <= 6);
  }

  @Test
  void play_anyJobsAndResumed_sameGames() throws IOException {
    Pile pile = new Pile(21, false);
    List<Entrant> players = Players.of(pile, "first", "random,nodes=2", "random,nodes=4", "random,nodes=8");
    TournamentBuilder builder = Tournament.of(pile, players).format(Format.parse("iso")).games(100).openings("random:3")
        .repeatOpenings(true);
    builder.build().play(folder.resolve("one"), 1, TournamentListener.NONE);
    builder.build().play(folder.resolve("many"), 5, TournamentListener.NONE);
    assertThat(Journals.canonical(folder.resolve("many"))).isEqualTo(Journals.canonical(folder.resolve("one")));

    List<String> lines = Files.readAllLines(folder.resolve("one").resolve("games.jsonl"));
    Path cut = Files.createDirectory(folder.resolve("cut"));
    Files.writeString(cut.resolve("games.jsonl"), String.join("\n", lines.subList(0, 40)) + "\n");
    Results resumed = builder.build().resume(cut, 2, TournamentListener.NONE);
    assertThat(resumed.played()).isEqualTo(100);
    assertThat(Journals.canonical(cut)).isEqualTo(Journals.canonical(folder.resolve("one")));
    assertThat(IsoStrength.of(resumed).orElseThrow().unit()).isEqualTo("nodes");
  }

  @Test
  void build_noLadder_isRefused() {
    Pile pile = new Pile(21, false);
    assertThatThrownBy(() -> Tournament.of(pile, Players.of(pile, "first", "random,nodes=4", "random,ticks=2"))
        .format(Format.parse("iso")).build().play(folder, 1, TournamentListener.NONE))
        .isInstanceOf(BadInputException.class).hasMessageContaining("are no ladder");
    assertThatThrownBy(() -> Tournament.of(pile, Players.of(pile, "first", "random,nodes=4")).format(Format.parse("iso")).build()
        .play(folder, 1, TournamentListener.NONE)).isInstanceOf(BadInputException.class).hasMessageContaining("range of budgets");
  }
}
