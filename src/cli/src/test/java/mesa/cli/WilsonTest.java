package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
  /** R. G. Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I, method 3. */
  @ParameterizedTest
  @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
  void of_counts_isThePublishedInterval(int successes, int trials, double low, double high) {
    assertThat(Wilson.of(successes, trials).low()).isCloseTo(low, within(5e-5));
    assertThat(Wilson.of(successes, trials).high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void of_all_mirrorsNone() {
    assertThat(Wilson.of(20, 20).low()).isCloseTo(1 - Wilson.of(0, 20).high(), within(1e-12));
    assertThat(Wilson.of(20, 20).high()).isEqualTo(1);
  }

  @Test
  void of_nothing_excludesNothing() {
    assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(0, 1));
  }
}
