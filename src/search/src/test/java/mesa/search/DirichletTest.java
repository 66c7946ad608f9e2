package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirichletTest {
  private static final int DRAWS = 100_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 2.5})
  void gamma_manyDraws_haveMeanAndVarianceOfTheShape(double shape) {
    Rng rng = new Rng(3);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double x = Dirichlet.gamma(rng, shape);
      sum += x;
      squares += x * x;
    }
    double mean = sum / DRAWS;
    // Both are the shape; four standard errors of the mean are 0.02 at most, of the variance 0.12.
    assertThat(mean).isCloseTo(shape, within(0.02));
    assertThat(squares / DRAWS - mean * mean).isCloseTo(shape, within(0.12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0001, 0.3, 10})
  void draw_anyAlpha_addsUpToOne(double alpha) {
    Rng rng = new Rng(4);
    double[] shares = new double[30];
    for (int i = 0; i < 1000; i++) {
      Dirichlet.draw(rng, alpha, shares, 30);
      double sum = 0;
      for (double share : shares) {
        assertThat(share).isBetween(0.0, 1.0);
        sum += share;
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void apply_temperature_flattensPriors() {
    float[] priors = {0.64f, 0.32f, 0.04f};
    new RootPriors(2, 0, null).apply(priors, 3);
    // Square roots 0.8, 0.5657, 0.2 over their sum 1.5657.
    assertThat(priors).containsExactly(new float[] {0.5110f, 0.3613f, 0.1277f}, within(1e-4f));
  }

  @Test
  void apply_noise_mixesInItsShare() {
    float[] priors = {1, 0};
    new RootPriors(1, 0.25, 1e6).apply(priors, 2); // So great an alpha draws nearly equal shares.
    assertThat(priors).containsExactly(new float[] {0.875f, 0.125f}, within(1e-3f));
  }
}
