package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolmTest {
  // By hand: 4 * .005 = .02; 3 * .01 = .03; 2 * .03 = .06; 1 * .04 = .04, but not below the .06 before it.
  @Test
  void adjusted_fourTests_areThoseByHand() {
    assertThat(Holm.adjusted(List.of(0.01, 0.04, 0.03, 0.005))).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
  }

  @Test
  void adjusted_oneTestOrNone_staysAsItIs() {
    assertThat(Holm.adjusted(List.of(0.2))).containsExactly(0.2);
    assertThat(Holm.adjusted(List.of())).isEmpty();
    assertThat(Holm.adjusted(List.of(0.9, 0.8))).containsExactly(1, 1);
  }
}
