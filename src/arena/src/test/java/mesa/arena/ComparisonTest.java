package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ComparisonTest {
  // With one degree of freedom Student's distribution function is 1/2 + atan(t) / pi, and its 97.5 % point tan(.475 pi).
  @Test
  void of_twoClusters_isStudents() {
    Comparison comparison = new Comparison(166, 21.4, 2);

    assertThat(comparison.reach()).isCloseTo(21.4 * Math.tan(.475 * Math.PI), within(1e-4));
    assertThat(comparison.superiority()).isCloseTo(.5 + Math.atan(166 / 21.4) / Math.PI, within(1e-9));
    assertThat(comparison.chance()).isCloseTo(1 - 2 * Math.atan(166 / 21.4) / Math.PI, within(1e-9));
  }

  // t of a p of 5 % with nine degrees of freedom, from any table: 2.262157.
  @Test
  void chance_atTheEndOfTheInterval_isFivePerCent() {
    Comparison comparison = new Comparison(-226.2157, 100, 10);

    assertThat(comparison.reach()).isCloseTo(226.2157, within(1e-4));
    assertThat(comparison.chance()).isCloseTo(.05, within(1e-7));
    assertThat(comparison.superiority()).isCloseTo(.025, within(1e-7));
  }

  @Test
  void of_noScatter_isUnknown() {
    assertThat(new Comparison(10, 0, 5).reach()).isNaN();
    assertThat(new Comparison(10, 3, 1).chance()).isNaN();
    assertThat(new Comparison(10, Double.NaN, 5).superiority()).isNaN();
  }
}
