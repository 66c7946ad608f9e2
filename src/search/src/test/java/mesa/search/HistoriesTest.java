package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Rng;
import org.junit.jupiter.api.Test;

class HistoriesTest {
  private static final int MOVE = 77;

  @Test
  void learnQuiet_anyLessons_staysInRange() {
    Histories histories = new Histories(Techniques.ALL);
    Rng rng = new Rng(1);
    for (int i = 0; i < 100_000; i++) {
      int bonus = Histories.bonus(rng.below(100)) * (rng.below(5) == 0 ? -1 : 1);
      histories.learnQuiet(1, MOVE, 5, 6, 7, bonus);
      assertThat(histories.ofQuiet(1, MOVE, 5, 6, 7)).isBetween(-3 * Histories.MOST, 3 * Histories.MOST);
    }
    assertThat(histories.ofQuiet(1, MOVE, 5, 6, 7)).isPositive();
  }

  @Test
  void learnQuiet_afterSomeMoves_countsMostAfterThoseAndForThatSide() {
    Histories histories = new Histories(Techniques.ALL);
    histories.learnQuiet(0, MOVE, 5, 6, 7, 100);
    int afterBoth = histories.ofQuiet(0, MOVE, 5, 6, 7);
    int afterOne = histories.ofQuiet(0, MOVE, 5, 6, 8);
    int afterOthers = histories.ofQuiet(0, MOVE, 5, 8, 9);
    assertThat(afterBoth).isGreaterThan(afterOne);
    assertThat(afterOne).isGreaterThan(afterOthers);
    assertThat(afterOthers).isPositive();
    assertThat(histories.ofQuiet(1, MOVE, 9, 8, 8)).isZero();
  }

  @Test
  void learnNoisy_oneMove_saysNothingOfOtherGains() {
    Histories histories = new Histories(Techniques.ALL);
    histories.learnNoisy(5, 300, 100);
    assertThat(histories.ofNoisy(5, 300)).isPositive();
    assertThat(histories.ofNoisy(5, 900)).isZero();
    histories.clear();
    assertThat(histories.ofNoisy(5, 300)).isZero();
  }
}
