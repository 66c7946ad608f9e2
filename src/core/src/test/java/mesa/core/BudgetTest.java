package mesa.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BudgetTest {
  @ParameterizedTest
  @ValueSource(strings = {"nodes=800", "evals=5", "ticks=6", "depth=7", "nodes=1,evals=2,ticks=3,depth=4"})
  void toString_ofCounts_isHowASpecWritesThem(String options) {
    assertThat(Budget.of(Spec.parse("mcts:" + options))).hasToString(options);
  }

  @Test
  void of_aSpecWithTime_isAClockWithOneMoveToGo() {
    Budget budget = Budget.of(Spec.parse("mcts:time=100ms"));
    assertThat(budget).isEqualTo(Budget.UNLIMITED.withClock(new Clock(100_000_000, 0, 1)));
    assertThat(Budget.of(Spec.parse("mcts:" + budget))).as("read back from %s", budget).isEqualTo(budget);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1ns", "900ns", "1.5us", "0.25ms", "100ms", "2s", "300m"})
  void toString_ofATime_isReadBackAsTheSame(String time) {
    Budget budget = Budget.of(Spec.parse("mcts:time=" + time));
    assertThat(Budget.of(Spec.parse("mcts:" + budget))).as("read back from %s", budget).isEqualTo(budget);
  }

  @Test
  void isGiven_ofASpec_isWhetherItLimitsAnything() {
    assertThat(Budget.isGiven(Spec.parse("mcts:c=1,name=nodes"))).isFalse();
    assertThat(Budget.isGiven(Spec.parse("mcts:c=1,depth=3"))).isTrue();
  }

  @Test
  void toString_ofNoLimit_saysSo() {
    assertThat(Budget.UNLIMITED).hasToString("unlimited");
  }

  @Test
  void toString_underAGameClock_showsItInSeconds() {
    Budget budget = Budget.ofNodes(5).withClock(new Clock(8_000_000_000L, 80_000_000, 0));
    assertThat(budget).hasToString("nodes=5,clock=8.0+0.08");
  }
}
