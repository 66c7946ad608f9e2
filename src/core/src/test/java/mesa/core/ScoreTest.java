package mesa.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScoreTest {
  /** tanh(score / 800), by a pocket calculator. */
  @ParameterizedTest
  @CsvSource({"0, 0", "100, 0.124353", "-100, -0.124353", "400, 0.462117", "800, 0.761594", "10000, 1"})
  void toValue_ofAScore_isItsHyperbolicTangent(int score, float value) {
    assertThat(Score.toValue(score)).isCloseTo(value, within(1e-6f));
  }

  @Test
  void of_toValue_givesTheScoreBack() {
    // Floats near 1 lie 6e-8 apart; beyond 3,000 points that is more than half a point.
    for (int score = -3_000; score <= 3_000; score++) {
      assertThat(Score.of(Score.toValue(score))).isEqualTo(score);
    }
  }

  @Test
  void of_aGreaterValue_isNoLess() {
    for (int i = -1_000; i < 1_000; i++) {
      assertThat(Score.of((i + 1) / 1000f)).isGreaterThanOrEqualTo(Score.of(i / 1000f));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 10000", "-1, -10000", "7, 10000", "-7, -10000"})
  void of_certainty_isTheGreatestScore(float value, int score) {
    assertThat(Score.of(value)).isEqualTo(score);
  }

  /** 400 ln(odds): even, two to one, ten to one against, and what is beyond the scale. */
  @ParameterizedTest
  @CsvSource({"0, 0", "0.6931472, 277", "-2.3025851, -921", "30, 10000", "-Infinity, -10000"})
  void ofLogOdds_ofKnownOdds_isFourHundredTimesTheirLogarithm(double logOdds, int score) {
    assertThat(Score.ofLogOdds(logOdds)).isEqualTo(score);
  }
}
