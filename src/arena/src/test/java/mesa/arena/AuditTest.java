package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Meter;
import mesa.core.Outcome;
import org.junit.jupiter.api.Test;

class AuditTest {
  private static final Cost CHEAP = new Cost(30, 300, 0, 0, 30_000_000, 30_000_000, 0, 0);

  private static Results match(BudgetUse use, Cost cost, String... specs) {
    List<Run.Participant> players = java.util.Arrays.stream(specs)
        .map(spec -> new Run.Participant(spec, spec, spec.substring(spec.indexOf(':') + 1), "", java.util.Map.of())).toList();
    Results results = new Results(Runs.of(2, players));
    results.add(game(0, 0, 1, use, cost));
    results.add(game(1, 1, 0, BudgetUse.NONE, CHEAP));
    return results;
  }

  private static PlayedGame game(int index, int first, int second, BudgetUse use, Cost cost) {
    return new PlayedGame(index, "p/0/" + index, 0, 0, 0, first, second, Outcome.DRAWN, End.NORMAL, -1, "why", null, "m", 0,
        index, 0, 0, use, BudgetUse.NONE, cost, CHEAP, List.of(), List.of(), null);
  }

  private static BudgetUse over(BudgetUse.Excess nodes, BudgetUse.Excess nanos) {
    return new BudgetUse(nodes, BudgetUse.Excess.NONE, BudgetUse.Excess.NONE, nanos, BudgetUse.Excess.NONE, 0, 0, 0);
  }

  @Test
  void of_nodesBeyondTheBudget_isAViolationWithItsSize() {
    BudgetUse use = over(new BudgetUse.Excess(3, 120, 200), BudgetUse.Excess.NONE);
    Audit audit = Audit.of(match(use, CHEAP, "a:nodes=100", "b:nodes=100"));

    assertThat(audit.hasViolations()).isTrue();
    assertThat(audit.text()).isEqualTo(
        "Audit: a:nodes=100 spent more than its nodes=100 on 3 of 60 moves, at worst 120 more (120 %), 200 in all.\n");
  }

  @Test
  void of_late_isANoteWithItsSize() {
    BudgetUse use = over(BudgetUse.Excess.NONE, new BudgetUse.Excess(2, 5_000_000, 6_000_000));
    Audit audit = Audit.of(match(use, CHEAP, "a:time=1.0ms", "b:nodes=100"));

    assertThat(audit.hasViolations()).isFalse();
    assertThat(audit.text()).isEqualTo("Note: a:time=1.0ms took longer than its time= for 2 of 60 moves, at worst by 5.0 ms,"
        + " by 3.0 ms on average.\n");
  }

  @Test
  void of_searchedDeeper_isANote() {
    BudgetUse use = new BudgetUse(BudgetUse.Excess.NONE, BudgetUse.Excess.NONE, BudgetUse.Excess.NONE, BudgetUse.Excess.NONE,
        new BudgetUse.Excess(7, 26, 80), 0, 0, 0);
    Audit audit = Audit.of(match(use, CHEAP, "a:depth=4", "b:nodes=100"));

    assertThat(audit.hasViolations()).isFalse();
    assertThat(audit.text()).isEqualTo(
        "Note: a:depth=4 says that it searched deeper than its depth= for 7 of 60 moves, at most by 26 plies.\n");
  }

  @Test
  void of_budgetsKept_findsNothing() {
    assertThat(Audit.of(match(BudgetUse.NONE, CHEAP, "a:nodes=100", "b:nodes=100")).findings()).isEmpty();
  }

  @Test
  void of_moreProcessorTimeThanOneThreadHas_isNoted() {
    Cost cost = new Cost(30, 300, 0, 0, 30_000_000, 60_000_000, 0, 0);

    assertThat(Audit.of(match(BudgetUse.NONE, cost, "a:nodes=10", "b:nodes=10")).text())
        .contains("a:nodes=10 spent 0.1 s of processor time in 0.1 s by the clock: more threads are at work than 1.");
    assertThat(Audit.of(match(BudgetUse.NONE, cost, "a:threads=2", "b:nodes=10")).findings()).isEmpty();
  }

  @Test
  void of_workBetweenMovesAndIdleness_areNoted() {
    BudgetUse use = new BudgetUse(BudgetUse.Excess.NONE, BudgetUse.Excess.NONE, BudgetUse.Excess.NONE,
        BudgetUse.Excess.NONE, BudgetUse.Excess.NONE, 20, 9, 30_000_000);

    assertThat(Audit.of(match(use, CHEAP, "a:nodes=100", "b:nodes=100")).findings()).extracting(Audit.Finding::check)
        .containsExactly("idle", "away");
  }

  @Test
  void of_playerThatSaysItPonders_isNotNotedForThat() {
    BudgetUse use = BudgetUse.NONE.away(30_000_000);
    Cost pondered = new Cost(30, 300, 0, 0, 30_000_000, 30_000_000, 0, 0, 500_000_000);

    assertThat(Audit.of(match(use, pondered, "a:nodes=100", "b:nodes=100")).findings()).isEmpty();
    assertThat(Audit.of(match(use, CHEAP, "a:nodes=100", "b:nodes=100")).findings()).hasSize(1);
  }

  @Test
  void use_ofAMove_isMeasuredByItsMeter() {
    Meter meter = new Budget(100, 10, 10, Integer.MAX_VALUE, Clock.perMove(1000)).start(() -> 0);
    meter.chargeNodes(100 + BudgetUse.REPORT_STEP + 1);

    assertThat(BudgetUse.of(meter, 999, false)).as("an engine's report step and a hundredth").isEqualTo(BudgetUse.NONE);
    meter.chargeNodes(1);
    assertThat(BudgetUse.of(meter, 1001, false))
        .isEqualTo(over(new BudgetUse.Excess(1, 1026, 1026), new BudgetUse.Excess(1, 1, 1)));
    assertThat(BudgetUse.of(meter, 1, false).plus(BudgetUse.of(meter, 3000, false)).nodes().total()).isEqualTo(2052);
  }

  @Test
  void use_lessThanHalf_isIdleUnlessForcedOrUnlimited() {
    Meter meter = Budget.ofNodes(10).start(() -> 0);
    for (int n = 0; n < 4; n++) {
      meter.spendNode();
    }
    assertThat(BudgetUse.of(meter, 0, false).idle()).isOne();
    assertThat(BudgetUse.of(meter, 0, true).idle()).isZero();
    assertThat(BudgetUse.of(meter, 0, true).forced()).isOne();
    meter.spendNode();
    assertThat(BudgetUse.of(meter, 0, false)).isEqualTo(BudgetUse.NONE);
    assertThat(BudgetUse.of(Budget.UNLIMITED.start(() -> 0), 0, false)).isEqualTo(BudgetUse.NONE);
  }
}
