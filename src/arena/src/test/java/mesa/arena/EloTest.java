package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
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

  @Test
  void constants_areThoseOfTheDefinitions() {
    assertThat(Elo.PER_LOGIT).isCloseTo(173.71779276130073, within(1e-11));
    assertThat(Elo.PER_SIGMA).isCloseTo(347.43558552260146, within(1e-11));
    assertThat(Elo.normal(Elo.Z)).isCloseTo(0.975, within(1e-12));
  }

  // A game tells 4 s (1 - s) of what one between equals does; so pairings are planned no further apart than 400.
  @ParameterizedTest
  @CsvSource({"100, .92", "200, .73", "400, .33", "800, .04"})
  void score_ofADifference_saysWhatAGameTells(double elo, double information) {
    assertThat(4 * Elo.score(elo) * Elo.score(-elo)).isCloseTo(information, within(0.005));
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
