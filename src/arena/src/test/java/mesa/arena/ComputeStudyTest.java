package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import mesa.core.Outcome;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;

class ComputeStudyTest {
  private static final int ROUNDS = 100;

  private final Rng rng = new Rng(4);
  private final List<Run.Participant> players = new ArrayList<>();
  private final List<Double> strengths = new ArrayList<>();
  private final List<Cost> costs = new ArrayList<>();

  private void enter(String kind, int nodes, double elo) {
    String spec = nodes == 0 ? kind : kind + ":nodes=" + nodes;
    players.add(new Run.Participant(spec, spec, nodes == 0 ? "unlimited" : "nodes=" + nodes, "", java.util.Map.of()));
    strengths.add(elo);
    costs.add(new Cost(10, 10L * nodes, 0, 0, 0, 1000L * nodes, 0, 0));
  }

  private Results played() {
    Results results = new Results(Runs.of(2 * ROUNDS, players));
    List<Pairing> pairings = results.encounters().stream().map(Encounter::pairing).toList();
    for (int index = 0; index < results.scheduled(); index++) {
      Pairing pairing = pairings.get(index / 2 % pairings.size());
      boolean asNamed = index % 2 == 0;
      int first = asNamed ? pairing.first() : pairing.second();
      int second = asNamed ? pairing.second() : pairing.first();
      boolean won = rng.unit() < Elo.score(strengths.get(first) - strengths.get(second));
      results.add(new PlayedGame(index, "p/" + index / 2 / pairings.size() + "/" + index % 2, index / 2 / pairings.size(), 0, 0, first, second,
          won ? Outcome.FIRST_WON : Outcome.SECOND_WON, End.NORMAL, -1, "", null, "m", 0, index, 0, 0, BudgetUse.NONE,
          BudgetUse.NONE, costs.get(first), costs.get(second), List.of(), List.of(), null));
    }
    return results;
  }

  @Test
  void of_twoLaddersAndAnOutsider_findsWhatADoublingIsWorth() {
    for (int x = 0; x < 4; x++) {
      enter("tree", 10 << x, 100 * x);
      enter("line", 10 << x, 60 * x - 100);
    }
    enter("fixed", 0, 50);
    ComputeStudy study = ComputeStudy.of(played()).orElseThrow();

    assertThat(study.unit()).isEqualTo("nodes");
    assertThat(study.ladders()).extracting(ComputeStudy.Ladder::player).containsExactly("tree", "line");
    ComputeStudy.Ladder tree = study.ladders().getFirst();
    assertThat(tree.perDoubling().value()).as("seed 4").isCloseTo(100, within(15.0));
    assertThat(tree.perDoubling().interval().low()).isBetween(70.0, 100.0);
    assertThat(tree.rungs()).extracting(ComputeStudy.Rung::budget).containsExactly(10L, 20L, 40L, 80L);
    assertThat(tree.rungs()).allSatisfy(rung -> assertThat(rung.residual()).isBetween(-40.0, 40.0));
    assertThat(tree.bend().chanceIfZero()).isGreaterThan(0.01);
    // At 20 nodes the tree is 100 + 40 above the line, which gains 60 a doubling: 2^(140/60) = 5.0.
    ComputeStudy.Equality equality = study.equalities().getFirst();
    assertThat(equality.budget()).isEqualTo(20);
    assertThat(equality.ratio().value()).as("seed 4").isBetween(3.5, 7.5);
    assertThat(equality.ratio().interval().low()).isLessThan(5.04);
    assertThat(equality.ratio().interval().high()).isGreaterThan(5.04);
    assertThat(study.text()).startsWith("Elo per doubling of nodes (95 %):\n  tree +").contains("from 10 to 80; bend ",
        "  As strong as tree at nodes=20 is line with ");
  }

  // 100 x = 20 x + 120 at x = 1.5: with 10 * 2^1.5 = 28 nodes.
  @Test
  void of_linesThatCross_tellsWhere() {
    for (int x = 0; x < 4; x++) {
      enter("tree", 10 << x, 100 * x);
      enter("line", 10 << x, 20 * x + 120);
    }
    ComputeStudy study = ComputeStudy.of(played()).orElseThrow();

    ComputeResponse.Ratio crossing = study.equalities().getFirst().crossing();
    assertThat(crossing.value()).as("seed 4").isBetween(20.0, 40.0);
    assertThat(crossing.interval().low()).isLessThan(28.3);
    assertThat(crossing.interval().high()).isGreaterThan(28.3);
    assertThat(study.text()).contains("  With equal budgets they are equally strong at nodes=");
  }

  @Test
  void of_linesThatDontCross_saysNothing() {
    for (int x = 0; x < 4; x++) {
      enter("tree", 10 << x, 80 * x);
      enter("line", 10 << x, 80 * x - 200);
    }

    assertThat(ComputeStudy.of(played()).orElseThrow().text()).doesNotContain("With equal budgets");
  }

  // A node of the one costs a hundred nanoseconds, of the other four hundred, so that these two doublings come on top.
  @Test
  void byCpu_nodesOfDifferentPrice_comparesWhatTheyCost() {
    for (int x = 0; x < 4; x++) {
      enter("tree", 10 << x, 80 * x);
      enter("line", 10 << x, 80 * x);
      costs.set(2 * x + 1, new Cost(10, 10L * (10 << x), 0, 0, 0, 4000L * (10 << x), 0, 0));
    }
    ComputeStudy study = ComputeStudy.byCpu(played()).orElseThrow();

    assertThat(study.unit()).isEqualTo("cpu");
    assertThat(study.ladders().getFirst().perDoubling().value()).as("seed 4").isCloseTo(80, within(15.0));
    assertThat(study.equalities().getFirst().ratio().value()).as("seed 4").isBetween(3.0, 5.3);
  }

  @Test
  void of_budgetThatChangesNothing_isAudited() {
    for (int x = 0; x < 4; x++) {
      enter("tree", 10 << x, 0);
      costs.set(x, new Cost(10, 100, 0, 0, 0, 1000, 0, 0));
    }
    Results results = played();

    assertThat(Audit.of(results).findings()).as(ComputeStudy.of(results).orElseThrow().text()).extracting(Audit.Finding::check)
        .containsExactly("flat");
  }

  @Test
  void of_noLadder_isNothing() {
    enter("tree", 10, 0);
    enter("line", 20, 0);

    assertThat(ComputeStudy.of(played())).isEmpty();
  }

  @Test
  void of_ladderOfTwoWithNoGameYet_isNothing() {
    enter("tree", 10, 0);
    enter("tree", 20, 0);

    assertThat(ComputeStudy.of(new Results(Runs.of(2, players)))).isEmpty();
  }
}
