package mesa.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrontierTest {
  private static final Trial QUICK_WEAK = Trials.of("g", "random", 10, 20);
  private static final Trial SLOW_STRONG = Trials.of("g", "solver", 1000, 100);
  private static final Trial MIDDLE = Trials.of("g", "rules", 100, 60);
  private static final Trial SLOWER_THAN_MIDDLE = Trials.of("g", "policy", 200, 60);
  private static final Trial WORSE_THAN_MIDDLE = Trials.of("g", "greedy", 150, 30);

  @Test
  void of_someDominated_keepsTheOthersQuickestFirst() {
    assertThat(Frontier.of(List.of(SLOW_STRONG, WORSE_THAN_MIDDLE, MIDDLE, SLOWER_THAN_MIDDLE, QUICK_WEAK)))
        .containsExactly(QUICK_WEAK, MIDDLE, SLOW_STRONG);
  }

  @Test
  void of_equallyStrong_keepsTheQuickest() {
    assertThat(Frontier.of(List.of(SLOWER_THAN_MIDDLE, MIDDLE))).containsExactly(MIDDLE);
  }

  @Test
  void of_equallyQuick_keepsTheStrongest() {
    Trial stronger = Trials.of("g", "mcts", 100, 70);

    assertThat(Frontier.of(List.of(MIDDLE, stronger))).containsExactly(stronger);
  }

  @Test
  void of_equalsInBoth_keepsAll() {
    Trial twin = Trials.of("g", "mcts", 100, 60);

    assertThat(Frontier.of(List.of(MIDDLE, twin, SLOWER_THAN_MIDDLE))).containsExactlyInAnyOrder(MIDDLE, twin);
  }

  @Test
  void of_none_isEmpty() {
    assertThat(Frontier.of(List.of())).isEmpty();
  }
}
