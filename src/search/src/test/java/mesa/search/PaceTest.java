package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Meter;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  private long now;

  private Meter meter(Budget budget, long nodes, double seconds) {
    now = 0;
    Meter meter = budget.start(() -> now);
    for (long i = 0; i < nodes; i++) {
      meter.spendNode();
    }
    now = (long) (seconds * SECOND);
    return meter;
  }

  /** 23 s for 23 moves: one second each. A share of 0.6806 makes the factor (1.40 - 0.6806) x 1.39 one. */
  private Meter onAGameClock(double seconds) {
    return meter(Budget.UNLIMITED.withClock(new Clock(23 * SECOND, 0, 0)), 1000, seconds);
  }

  @Test
  void isEnough_bestHasTwoThirds_isTheSoftTime() {
    assertThat(new Pace(false).isEnough(onAGameClock(0.99), 10_000, 6806, 6800)).isFalse();
    assertThat(new Pace(false).isEnough(onAGameClock(1.01), 10_000, 6806, 6800)).isTrue();
  }

  /** A share of 0.2 makes the factor 1.668. */
  @Test
  void isEnough_bestHasAFifth_isLater() {
    assertThat(new Pace(false).isEnough(onAGameClock(1.6), 10_000, 2000, 1999)).isFalse();
    assertThat(new Pace(false).isEnough(onAGameClock(1.7), 10_000, 2000, 1999)).isTrue();
  }

  /** After 0.5 s at 2,000 playouts a second the share of 0.6806 leaves 0.5 s, that is 1,000 playouts. */
  @Test
  void isEnough_leadBeyondReachOnAClock_isNow() {
    assertThat(new Pace(false).isEnough(onAGameClock(0.5), 10_000, 6806, 5810)).isFalse();
    assertThat(new Pace(false).isEnough(onAGameClock(0.5), 10_000, 6806, 5800)).isTrue();
  }

  /** As where a tree is taken up in which one move leads by far. */
  @Test
  void isEnough_beforeTheFirstNode_isNotYet() {
    Meter meter = meter(Budget.UNLIMITED.withClock(new Clock(23 * SECOND, 0, 0)), 0, 0.001);
    assertThat(new Pace(false).isEnough(meter, 10_000, 6806, 1000)).isFalse();
  }

  /** 1,200 evaluations for 1,000 playouts, so the 300 that are left are good for 300 playouts at most. */
  @Test
  void isEnough_evaluations_isOnceTheLeadIsBeyondThem() {
    Meter meter = meter(new Budget(Long.MAX_VALUE, 1500, Long.MAX_VALUE, 9, null), 1000, 0);
    for (int i = 0; i < 1200; i++) {
      meter.spendEvaluation();
    }
    assertThat(new Pace(true).isEnough(meter, 1000, 650, 350)).isFalse();
    assertThat(new Pace(true).isEnough(meter, 1000, 651, 350)).isTrue();
    assertThat(new Pace(false).isEnough(meter, 1000, 1000, 0)).isFalse();
    assertThat(new Pace(true).playoutsBeforeEnough(meter, 600, 400)).isEqualTo(51);
  }

  /** Where half of the playouts ask nothing, 300 evaluations may be 600 playouts. */
  @Test
  void isEnough_evaluationsForSomePlayoutsAlone_countsTheOthers() {
    Meter meter = meter(new Budget(Long.MAX_VALUE, 800, Long.MAX_VALUE, 9, null), 1000, 0);
    for (int i = 0; i < 500; i++) {
      meter.spendEvaluation();
    }
    assertThat(new Pace(true).isEnough(meter, 1000, 800, 200)).isFalse();
    assertThat(new Pace(true).isEnough(meter, 1000, 801, 200)).isTrue();
  }

  /** After 0.75 of a second at 1,000 playouts, 0.25 are good for 333. */
  @Test
  void isEnough_timeForTheMove_isOnceTheLeadIsBeyondItsPlayouts() {
    Meter meter = meter(Budget.UNLIMITED.withClock(Clock.perMove(SECOND)), 1000, 0.75);
    assertThat(new Pace(true).isEnough(meter, 1000, 660, 340)).isFalse();
    assertThat(new Pace(true).isEnough(meter, 1000, 670, 330)).isTrue();
    assertThat(new Pace(false).isEnough(meter, 1000, 1000, 0)).isFalse();
  }

  @Test
  void isEnough_countedNodes_isNeverUnlessAskedTo() {
    Meter meter = meter(Budget.ofNodes(1000), 700, 0);
    assertThat(new Pace(false).isEnough(meter, 700, 600, 100)).isFalse();
    assertThat(new Pace(true).isEnough(meter, 700, 500, 200)).as("300 ahead with 300 to go: a tie").isFalse();
    assertThat(new Pace(true).isEnough(meter, 700, 501, 199)).isTrue();
  }

  @Test
  void isEnough_timeForThisMoveAlone_isNever() {
    Meter meter = meter(Budget.UNLIMITED.withClock(Clock.perMove(SECOND)), 1000, 0.9);
    assertThat(new Pace(false).isEnough(meter, 1000, 999, 0)).isFalse();
  }

  /** 300 left, and a lead of 100: after 101 playouts for the best one it leads by 201, and 199 are left. */
  @Test
  void playoutsBeforeEnough_allForTheBestMove_isWhenItIsEnough() {
    assertThat(new Pace(true).playoutsBeforeEnough(meter(Budget.ofNodes(1000), 700, 0), 400, 300)).isEqualTo(101);
    assertThat(new Pace(true).isEnough(meter(Budget.ofNodes(1000), 800, 0), 800, 500, 300)).isFalse();
    assertThat(new Pace(true).isEnough(meter(Budget.ofNodes(1000), 801, 0), 801, 501, 300)).isTrue();
  }

  @Test
  void playoutsBeforeEnough_notAskedToStopEarly_isNever() {
    assertThat(new Pace(false).playoutsBeforeEnough(meter(Budget.ofNodes(1000), 700, 0), 400, 300)).isEqualTo(Long.MAX_VALUE);
  }
}
