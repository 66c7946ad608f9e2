package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EloTest {
  // The definition: 400 Elo are odds of ten to one.
  @ParameterizedTest
  @CsvSource({"0, 0.5", "400, 0.9090909090909091", "-400, 0.0909090909090909", "800, 0.9900990099009901"})
  void score_ofADifference_isTheLogisticCurve(double elo, double score) {
    assertThat(Elo.score(elo)).isCloseTo(score, within(1e-12));
    assertThat(Elo.of(score)).isCloseTo(elo, within(1e-9));
  }

  // Any table of Student's t.
  @ParameterizedTest
  @CsvSource({"1, 12.7062", "9, 2.2622", "30, 2.0423"})
  void student_degreesOfFreedom_agreesWithTables(int degrees, double quantile) {
    assertThat(Elo.student(degrees)).isCloseTo(quantile, within(1e-4));
  }

  // With no success nothing is known; with all of n it is alpha^(1/n).
  @ParameterizedTest
  @CsvSource({"0, 10, 0", "10, 10, 0.7411344491", "5, 10, 0.2224411"})
  void clopperPearson_counts_boundsTheChanceFromBelow(int successes, int trials, double bound) {
    assertThat(Elo.clopperPearson(successes, trials, 0.05)).isCloseTo(bound, within(1e-6));
  }
}
