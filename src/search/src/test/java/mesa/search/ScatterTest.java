package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Rng;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScatterTest {
  /** Coins of +1 and -1 have a variance of 1, whatever the lengths of the tasks, so 100 of them have an error of 0.1. */
  @Test
  void error_ofCoins_isOneThroughTheRootOfTheirNumber() {
    Rng rng = new Rng(3);
    Scatter scatter = new Scatter();
    for (int task = 0; task < 20_000; task++) {
      int before = 1 + rng.below(50);
      int played = 1 + rng.below(20);
      scatter.add(coins(rng, played), played, coins(rng, before), before);
    }
    assertThat(scatter.error(100)).isCloseTo(0.1f, Offset.offset(0.002f));
    assertThat(scatter.error(1)).isCloseTo(1, Offset.offset(0.02f));
  }

  @Test
  void forget_afterNoisyTasks_isAsAtFirst() {
    Scatter scatter = new Scatter();
    float first = scatter.error(1);
    scatter.add(Tree.ONE, 1, -Tree.ONE, 1);
    assertThat(scatter.error(1)).isGreaterThan(first);
    scatter.forget();
    assertThat(scatter.error(1)).isEqualTo(first);
  }

  private static long coins(Rng rng, int number) {
    long sum = 0;
    for (int i = 0; i < number; i++) {
      sum += rng.below(2) == 0 ? Tree.ONE : -Tree.ONE;
    }
    return sum;
  }
}
