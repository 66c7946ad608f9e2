package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootPriorsTest {
  /** Powers of 100 of small priors are below the least float. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 1, 3, 100})
  void apply_anyTemperature_keepsASumOfOne(double temperature) {
    float[] priors = new float[40];
    Arrays.fill(priors, 1f / 40);
    new RootPriors(temperature, 0, null).apply(priors, 40);
    assertThat(priors).as("even priors stay even").containsOnly(priors[0]);
    assertThat(priors[0]).isCloseTo(1f / 40, within(1e-6f));
  }

  @Test
  void apply_lowTemperature_leavesTheLikeliestAlone() {
    float[] priors = {0.02f, 0.03f, 0.01f};
    new RootPriors(0.01, 0, null).apply(priors, 3);
    assertThat(priors[1]).isCloseTo(1, within(1e-6f));
  }
}
