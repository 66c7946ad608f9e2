package mesa.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class MeterTest {
  private static final long NONE = Long.MAX_VALUE;

  /** Nanoseconds on the tests' own clock. */
  private long now = 1_000;
  private int readings;

  private long read() {
    readings++;
    return now;
  }

  private Meter meter(Budget budget) {
    return budget.start(this::read);
  }

  @Test
  void spend_uptoEachLimit_countsAndThenRefuses() {
    Meter meter = meter(new Budget(2, 3, 1, 9, null));
    assertThat(new boolean[] {meter.spendNode(), meter.spendNode(), meter.spendNode()})
        .containsExactly(true, true, false);
    assertThat(new boolean[] {meter.spendTick(), meter.spendTick()}).containsExactly(true, false);
    assertThat(new boolean[] {
      meter.spendEvaluation(), meter.spendEvaluation(), meter.spendEvaluation(), meter.spendEvaluation()
    }).containsExactly(true, true, true, false);
    assertThat(new long[] {meter.nodes(), meter.evaluations(), meter.ticks()}).containsExactly(2, 3, 1);
  }

  @Test
  void returnNode_afterOneWasSpent_letsItBeSpentAgain() {
    Meter meter = meter(Budget.ofNodes(2));
    meter.spendNode();
    meter.spendNode();
    meter.returnNode();
    assertThat(meter.nodes()).isEqualTo(1);
    assertThat(new boolean[] {meter.spendNode(), meter.spendNode()}).containsExactly(true, false);
  }

  @Test
  void startClock_afterAWait_leavesTheWaitOut() {
    Meter meter = meter(Budget.UNLIMITED);
    now += 500;
    meter.startClock();
    now += 7;
    assertThat(meter.elapsedNanos()).isEqualTo(7);
  }

  @Test
  void endClock_whateverComesAfter_isTheTimeOfTheMove() {
    Meter meter = meter(Budget.UNLIMITED);
    now += 7;
    meter.endClock(meter.elapsedNanos());
    now += 500;
    assertThat(meter.elapsedNanos()).isEqualTo(7);
  }

  @Test
  void fork_ofABudget_sharesItToTheLastUnit() {
    Meter meter = meter(new Budget(100, 50, NONE, 9, null));
    Meter one = meter.fork();
    Meter two = meter.fork();
    assertThat(one.spendNode()).as("before it has drawn").isFalse();
    one.draw(30, 25);
    for (int i = 0; i < 10; i++) {
      assertThat(one.spendNode() && one.spendEvaluation()).isTrue();
    }
    two.draw(70, 25);
    int spent = 0;
    while (two.spendNode()) {
      spent++;
    }
    assertThat(spent).isEqualTo(70);
    meter.join(one);
    meter.join(two);
    assertThat(meter.nodes()).isEqualTo(10 + 70);
    assertThat(meter.evaluations()).isEqualTo(10);
    assertThat(one.spendNode()).as("what it has given back").isFalse();
    one.draw(20, 0);
    while (one.spendNode()) {
      spent++;
    }
    meter.join(one);
    assertThat(spent).as("with what was given back").isEqualTo(90);
    assertThat(meter.nodes()).isEqualTo(100);
    assertThat(meter.spendNode()).isFalse();
  }

  @Test
  void draw_ofEvaluations_givesJustSoManyAndTakesBackTheRest() {
    Meter meter = meter(new Budget(NONE, 50, NONE, 9, null));
    Meter one = meter.fork();
    Meter two = meter.fork();
    assertThat(one.spendEvaluation()).as("before it has drawn").isFalse();
    one.draw(0, 20);
    two.draw(0, 30);
    int spent = 0;
    for (; two.spendEvaluation(); spent++) {}
    assertThat(spent).isEqualTo(30);
    assertThat(one.spendEvaluation()).isTrue();
    meter.join(one);
    assertThat(one.spendEvaluation()).as("what it has given back").isFalse();
    assertThat(meter.evaluations()).isEqualTo(31);
    two.draw(0, 19);
    for (; two.spendEvaluation(); spent++) {}
    meter.join(two);
    assertThat(spent).isEqualTo(49);
    assertThat(meter.evaluations()).isEqualTo(50);
    assertThat(meter.isSpent()).isTrue();
  }

  @Test
  void stop_ofAMeter_stopsItsForks() {
    Meter meter = meter(Budget.UNLIMITED);
    Meter fork = meter.fork();
    fork.draw(2, 0);
    assertThat(fork.spendNode()).isTrue();
    meter.stop();
    assertThat(fork.spendNode()).isFalse();
  }

  @Test
  void isSpent_atAnyLimit_isTrue() {
    Meter nodes = meter(new Budget(1, NONE, NONE, 9, null));
    assertThat(nodes.isSpent()).isFalse();
    nodes.spendNode();
    assertThat(nodes.isSpent()).isTrue();
    Meter evaluations = meter(new Budget(NONE, 1, NONE, 9, null));
    evaluations.spendEvaluation();
    assertThat(evaluations.isSpent()).isTrue();
    Meter ticks = meter(new Budget(NONE, NONE, 1, 9, null));
    ticks.spendTick();
    assertThat(ticks.isSpent()).isTrue();
  }

  @Test
  void whenStopped_beforeAndAfterTheStop_isCalled() {
    Meter meter = meter(Budget.UNLIMITED);
    int[] calls = {0, 0};
    meter.whenStopped(() -> calls[0]++);
    assertThat(calls).containsExactly(0, 0);
    meter.stop();
    meter.whenStopped(() -> calls[1]++);
    assertThat(calls).containsExactly(1, 1);
  }

  @Test
  void stop_ofAnyMeter_refusesEverythingAndCountsNothing() {
    Meter meter = meter(Budget.UNLIMITED);
    assertThat(meter.spendNode()).isTrue();
    meter.stop();
    assertThat(meter.spendNode() || meter.spendEvaluation() || meter.spendTick()).isFalse();
    assertThat(meter.isSpent()).isTrue();
    assertThat(meter.nodes() + meter.evaluations() + meter.ticks()).isEqualTo(1);
  }

  @Test
  void spend_withoutAClock_neverReadsIt() {
    Meter meter = meter(Budget.ofNodes(1_000));
    int atStart = readings;
    while (meter.spendNode()) {
      now += 1_000_000_000;
    }
    assertThat(readings).isEqualTo(atStart);
    assertThat(meter.nodes()).isEqualTo(1_000);
  }

  @Test
  void spend_ofFastUnits_readsTheClockOnceInSixtyFour() {
    Meter meter = meter(Budget.UNLIMITED.withClock(Clock.perMove(1_000_000_000)));
    int atStart = readings;
    for (int i = 0; i < 64 * 100; i++) {
      now += 1_000;
      assertThat(meter.spendNode()).isTrue();
    }
    // 6 readings more, at most, while the interval doubles from 1 to 64.
    assertThat(readings - atStart).isBetween(100, 107);
  }

  @Test
  void spend_ofSlowUnits_stopsSoonAfterTheTimeIsUp() {
    long unit = 1_000_000;
    Meter meter = meter(Budget.UNLIMITED.withClock(Clock.perMove(50 * unit)));
    while (meter.spendEvaluation()) {
      now += unit;
    }
    assertThat(meter.evaluations()).isBetween(50L, 52L);
    assertThat(meter.isSpent()).isTrue();
  }

  @Test
  void spend_ofUnitsThatTurnSlow_readsMoreOften() {
    long slow = 1_000_000;
    Meter meter = meter(Budget.UNLIMITED.withClock(Clock.perMove(1_000 * slow)));
    for (int i = 0; i < 1_000; i++) {
      now += 10;
      meter.spendNode();
    }
    while (meter.spendNode()) {
      now += slow;
    }
    // At worst 64 slow units pass before the first reading notices; by the end each is read.
    assertThat(meter.nodes()).isBetween(1_999L, 2_003L);
  }

  @Test
  void spend_withNoTimeLeft_refusesTheFirstUnit() {
    Meter meter = meter(Budget.UNLIMITED.withClock(Clock.perMove(0)));
    assertThat(meter.spendNode()).isFalse();
    assertThat(meter.isSpent()).isTrue();
    assertThat(meter.isPastSoftTime()).isTrue();
  }

  @Test
  void allowGrace_quickUnitsWithoutTime_grantsSoManyAndFewMore() {
    Meter meter = meter(Budget.UNLIMITED.withClock(Clock.perMove(0)));
    meter.allowGrace(20);
    assertThat(meter.isSpent()).isFalse();
    while (meter.spendNode() && meter.spendEvaluation()) {
      now += 1_000;
    }
    assertThat(meter.nodes() + meter.evaluations()).isBetween(20L, 40L);
    assertThat(meter.isSpent()).isTrue();
  }

  @Test
  void allowGrace_slowUnitsWithoutTime_endsAfterTwoMilliseconds() {
    Meter meter = meter(Budget.UNLIMITED.withClock(Clock.perMove(0)));
    meter.allowGrace(1_000);
    while (meter.spendNode()) {
      now += 700_000;
    }
    assertThat(meter.nodes()).isBetween(3L, 4L);
  }

  @Test
  void allowGrace_ofAStoppedMeter_grantsNothing() {
    Meter meter = meter(Budget.UNLIMITED.withClock(Clock.perMove(0)));
    meter.allowGrace(1_000);
    meter.stop();
    assertThat(meter.spendNode()).isFalse();
  }

  @Test
  void allowGrace_beyondTheBudgetOfNodes_keepsToIt() {
    Meter meter = meter(Budget.ofNodes(3).withClock(Clock.perMove(0)));
    meter.allowGrace(1_000);
    while (meter.spendNode()) {
      now += 1_000;
    }
    assertThat(meter.nodes()).isEqualTo(3);
  }

  @Test
  void isPastSoftTime_underAGameClock_comesBeforeTheHardLimit() {
    // Of 23 s for the rest of the game an even share is 1 s, a third 7.67 s.
    Meter meter = meter(Budget.UNLIMITED.withClock(new Clock(23_000_000_000L, 0, 0)));
    now += 999_999_999;
    assertThat(meter.isPastSoftTime()).isFalse();
    now += 1;
    assertThat(meter.isPastSoftTime()).isTrue();
    assertThat(meter.isSpent()).isFalse();
    now += 7_000_000_000L;
    assertThat(meter.isSpent()).isTrue();
    assertThat(meter(Budget.ofNodes(5)).isPastSoftTime()).as("without a clock").isFalse();
  }

  @Test
  void chargeNodes_byAnEngine_mayExceedTheBudget() {
    Meter meter = meter(Budget.ofNodes(5));
    meter.chargeNodes(7);
    assertThat(meter.nodes()).isEqualTo(7);
    assertThat(meter.isSpent()).isTrue();
  }

  @Test
  void elapsedNanos_sinceTheStart_areTheClocks() {
    Meter meter = meter(Budget.UNLIMITED);
    now += 77;
    assertThat(meter.elapsedNanos()).isEqualTo(77);
  }

  @Test
  void settledOn_lastMoveFavoured_isWhatWasSpentWhenItCameUp() {
    Meter meter = meter(Budget.UNLIMITED);
    meter.favour(5);
    meter.spendNode();
    meter.spendEvaluation();
    now += 70;
    meter.favour(0);
    meter.spendNode();
    now += 30;
    meter.favour(0);
    assertThat(meter.settledOn(0)).contains(new Settlement(1, 1, 70));
    assertThat(meter.settledOn(5)).as("given up for another").isEmpty();
  }

  @Test
  void settledOn_moveFavouredAgain_countsFromItsReturn() {
    Meter meter = meter(Budget.UNLIMITED);
    meter.favour(1);
    meter.spendNode();
    meter.favour(2);
    meter.spendNode();
    meter.favour(1);
    assertThat(meter.settledOn(1)).contains(new Settlement(2, 0, 0));
  }

  @Test
  void settledOn_nothingFavoured_isEmptyEvenForMoveZero() {
    assertThat(meter(Budget.UNLIMITED).settledOn(0)).isEmpty();
  }

  @Test
  void favour_sameMove_readsNoClock() {
    Meter meter = meter(Budget.UNLIMITED);
    meter.favour(3);
    int before = readings;
    meter.favour(3);
    assertThat(readings).isEqualTo(before);
  }

  @Test
  void favour_toldLater_isDatedAsTold() {
    Meter meter = meter(Budget.UNLIMITED);
    meter.chargeNodes(1_000);
    now += 500;
    meter.favour(7, 40, 200);
    assertThat(meter.settledOn(7)).contains(new Settlement(40, 0, 200));
  }

  @Test
  void progress_ofASearch_reachesWhoWatches() {
    Meter meter = meter(Budget.UNLIMITED);
    int[] asked = {0};
    Supplier<Optional<Analysis>> findings = () -> {
      asked[0]++;
      return Optional.empty();
    };
    meter.progress(findings);
    assertThat(asked[0]).as("nobody watches").isZero();
    meter.watch(Supplier::get);
    meter.progress(findings);
    assertThat(asked[0]).isEqualTo(1);
  }
}
