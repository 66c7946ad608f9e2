package mesa.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import mesa.core.Rng;
import mesa.testkit.Allocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
  private static final int FEATURES = 100;
  private final Kernels scalar = new ScalarKernels();
  private final Kernels vector = Kernels.vectorOrNull();
  private final Rng rng = new Rng(1);

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 32, 40, 64, 128, 136, 256})
  void hidden_byVectors_equalsPlainLoopsBitForBit(int width) {
    assumeTrue(vector != null, "no Vector API here");
    float[] rows = numbers(FEATURES * width);
    float[] bias = numbers(width);
    for (int count = 0; count < 40; count++) {
      int[] features = new int[count];
      Arrays.setAll(features, i -> rng.below(FEATURES));
      float[] expected = new float[2 * width];
      float[] actual = new float[2 * width];
      scalar.hidden(bias, rows, features, count, expected, width);
      vector.hidden(bias, rows, features, count, actual, width);
      assertThat(bits(actual)).as("%d features, width %d", count, width).isEqualTo(bits(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 32, 40, 64, 128, 136, 256})
  void logits_byVectors_equalPlainLoopsBitForBit(int width) {
    assumeTrue(vector != null, "no Vector API here");
    float[] hidden = numbers(width);
    float[] rows = numbers(FEATURES * width);
    float[] bias = numbers(FEATURES);
    int[] slots = new int[FEATURES];
    Arrays.setAll(slots, i -> FEATURES - 1 - i);
    float[] expected = new float[FEATURES];
    float[] actual = new float[FEATURES];
    scalar.logits(hidden, rows, bias, slots, FEATURES, expected);
    vector.logits(hidden, rows, bias, slots, FEATURES, actual);
    assertThat(bits(actual)).isEqualTo(bits(expected));
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 48, 256, 272})
  void dot_byVectors_equalsPlainLoopsBitForBit(int length) {
    assumeTrue(vector != null, "no Vector API here");
    float[] x = numbers(length);
    float[] y = numbers(length);
    assertThat(vector.dot(x, y)).isEqualTo(scalar.dot(x, y));
  }

  @Test
  void dot_ofSmallIntegers_isTheirExactSum() {
    float[] x = new float[48];
    for (int i = 0; i < x.length; i++) {
      x[i] = i + 1;
    }
    float[] y = new float[48];
    Arrays.fill(y, 0.5f);
    // 1 + 2 + ... + 48 = 1176, and every partial sum is exact.
    assertThat(scalar.dot(x, y)).isEqualTo(588);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 35, 64, 218})
  void softmax_byVectors_equalsPlainLoopsBitForBit(int count) {
    assumeTrue(vector != null, "no Vector API here");
    float[] expected = logits(count);
    float[] actual = expected.clone();
    scalar.softmax(expected, count);
    vector.softmax(actual, count);
    assertThat(bits(actual)).isEqualTo(bits(expected));
  }

  @Test
  void softmax_ofKnownOdds_givesThem() {
    float[] logits = logits(3);
    logits[0] = (float) Math.log(1);
    logits[1] = (float) Math.log(2);
    logits[2] = (float) Math.log(5);
    scalar.softmax(logits, 3);
    assertThat(Arrays.copyOf(logits, 3)).containsExactly(new float[] {0.125f, 0.25f, 0.625f}, within(1e-6f));
  }

  @Test
  void softmax_ofFarApartLogits_isFinite() {
    float[] logits = logits(2);
    logits[0] = 1e9f;
    logits[1] = -1e9f;
    scalar.softmax(logits, 2);
    assertThat(Arrays.copyOf(logits, 2)).containsExactly(new float[] {1, 0}, within(1e-30f));
  }

  @Test
  void exp_downToItsBound_isWithinTwoUnitsInTheLastPlace() {
    for (double x = 0; x >= -87; x -= 0.0007) {
      float given = (float) x;
      double expected = Math.exp(given);
      assertThat(Math.abs(Kernels.exp(given) - expected)).as("exp(%s)", given)
          .isLessThanOrEqualTo(2 * Math.ulp((float) expected));
    }
    assertThat(Kernels.exp(0)).isEqualTo(1);
  }

  @Test
  void tanh_everywhere_isCloseOddAndBounded() {
    for (double x = 0; x < 60; x += 0.003) {
      float given = (float) x;
      assertThat((double) Kernels.tanh(given)).as("tanh(%s)", given)
          .isCloseTo(Math.tanh(given), within(2e-7)).isBetween(0.0, 1.0);
      assertThat(Kernels.tanh(-given)).isEqualTo(-Kernels.tanh(given));
    }
  }

  @Test
  void vectorKernels_whenWarm_allocateNothing() {
    assumeTrue(vector != null, "no Vector API here");
    float[] rows = numbers(FEATURES * 128);
    float[] bias = numbers(128);
    float[] hidden = new float[128];
    int[] slots = {1, 2, 3, 5, 8, 13, 21, 34};
    float[] logits = new float[16];
    Allocation.assertNone("all kernels", () -> {
      for (int i = 0; i < 2_000; i++) {
        vector.hidden(bias, rows, slots, slots.length, hidden, 0);
        logits[0] = vector.dot(hidden, rows);
        vector.logits(hidden, rows, bias, slots, slots.length, logits);
        vector.softmax(logits, slots.length);
      }
    });
  }

  private float[] logits(int count) {
    float[] logits = new float[Kernels.padded(count)];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = i < count ? (float) (20 * rng.unit() - 10) : Float.NEGATIVE_INFINITY;
    }
    return logits;
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (rng.unit() - 0.5);
    }
    return numbers;
  }

  private static int[] bits(float[] numbers) {
    int[] bits = new int[numbers.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(numbers[i]));
    return bits;
  }
}
