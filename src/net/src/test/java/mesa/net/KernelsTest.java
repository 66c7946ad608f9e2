package mesa.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import mesa.core.Rng;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain loops and vectors of 128, 256 and 512 bits compute the same bits, and what is asked of them. */
@Tag("other-widths")
class KernelsTest {
  private static final int ROWS = 100;
  private static final int[] WIDTHS = {32, 64, 96, 128, 160, 256, 512};
  private static final Map<String, Kernels> KERNELS = OtherWidths.all();
  private final Rng rng = new Rng(1);

  static Stream<Arguments> kernels() {
    return KERNELS.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kernels")
  void refresh_byAny_addsTheRowsOfTheView(String name, Kernels kernels) {
    for (int width : WIDTHS) {
      short[] rows = shorts(ROWS * width, 30_000);
      short[] bias = shorts(width, 30_000);
      for (int active : new int[] {0, 1, 5, 30, ROWS}) {
        long[] view = new long[ROWS + 63 >> 6];
        while (Arrays.stream(view).map(Long::bitCount).sum() < active) {
          int feature = rng.below(ROWS);
          view[feature >> 6] |= 1L << feature;
        }
        short[] sums = shorts(3 * width, 30_000);
        short[] expected = sums.clone();
        for (int i = 0; i < width; i++) {
          int sum = bias[i];
          for (int feature = 0; feature < ROWS; feature++) {
            sum += (int) (view[feature >> 6] >>> feature & 1) * rows[feature * width + i];
          }
          expected[width + i] = (short) sum;
        }
        kernels.refresh(view, bias, sums, width, rows, width);
        assertThat(sums).as("%d features, width %d", active, width).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kernels")
  void update_byAny_addsAndTakesAwayRows(String name, Kernels kernels) {
    for (int width : WIDTHS) {
      short[] rows = shorts(ROWS * width, 30_000);
      for (int changes = 0; changes < 12; changes++) {
        int[] added = slots(changes);
        int[] removed = slots(changes);
        short[] sums = shorts(3 * width, 30_000);
        short[] expected = sums.clone();
        for (int i = 0; i < width; i++) {
          int unit = i;
          int sum = sums[width + i]
              + Arrays.stream(added).map(row -> rows[row * width + unit]).sum()
              - Arrays.stream(removed).map(row -> rows[row * width + unit]).sum();
          expected[2 * width + i] = (short) sum;
        }
        kernels.update(sums, width, 2 * width, rows, width, added, removed, changes);
        assertThat(sums).as("%d changes, width %d", changes, width).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kernels")
  void update_inPlace_leavesTheOtherSumsAlone(String name, Kernels kernels) {
    short[] sums = new short[3 * 64];
    short[] rows = new short[2 * 64];
    Arrays.fill(rows, 0, 64, (short) 7);
    kernels.update(sums, 64, 64, rows, 64, new int[] {0}, new int[] {1}, 1);
    assertThat(Arrays.copyOfRange(sums, 0, 64)).containsOnly(0);
    assertThat(Arrays.copyOfRange(sums, 64, 128)).containsOnly(7);
    assertThat(Arrays.copyOfRange(sums, 128, 192)).containsOnly(0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kernels")
  void dot_byAny_isTheSumOfWeighedSquares(String name, Kernels kernels) {
    for (int width : WIDTHS) {
      for (short one : new short[] {255, 127, 15}) {
        short[] sums = shorts(4 * width, 400);
        short[] weights = shorts(4 * width, 30);
        long expected = 0;
        for (int i = 0; i < width; i++) {
          expected += square(sums[width + i], one) * weights[2 * width + i];
          expected += square(sums[3 * width + i], one) * weights[3 * width + i];
        }
        assertThat(kernels.dot(sums, width, 3 * width, one, weights, 2 * width, width))
            .as("width %d, one %d", width, one).isEqualTo((int) expected);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kernels")
  void dot_atItsBound_doesNotOverflow(String name, Kernels kernels) {
    // 512 hidden units at 255, and weights that add up to 32767, the most that Part.check allows.
    short[] sums = new short[256];
    Arrays.fill(sums, Short.MAX_VALUE);
    short[] weights = new short[512];
    Arrays.fill(weights, (short) 63);
    weights[511] += 32_767 - 512 * 63;
    assertThat(kernels.dot(sums, 0, 0, (short) 255, weights, 0, 256)).isEqualTo(32_767 * 65_025);
    weights[0] = -32_768;
    Arrays.fill(weights, 1, 512, (short) 0);
    assertThat(kernels.dot(sums, 0, 0, (short) 255, weights, 0, 256)).isEqualTo(-32_768 * 65_025);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kernels")
  void squares_byAny_areClampedFirst(String name, Kernels kernels) {
    short[] sums = new short[64];
    short[] some = {-32_768, -1, 0, 1, 2, 16, 254, 255, 256, 32_767};
    System.arraycopy(some, 0, sums, 32, some.length);
    char[] squares = new char[32];
    kernels.squares(sums, 32, (short) 255, squares);
    assertThat(new String(squares, 0, some.length).chars().toArray()).containsExactly(0, 0, 0, 1, 4, 256, 64_516, 65_025, 65_025, 65_025);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kernels")
  void logits_byAny_areTheRowsAskedFor(String name, Kernels kernels) {
    for (int width : WIDTHS) {
      char[] squares = new char[width];
      for (int i = 0; i < width; i++) {
        squares[i] = (char) rng.below(65_026);
      }
      short[] rows = shorts(ROWS * width, 60);
      int[] bias = new int[ROWS];
      Arrays.setAll(bias, i -> rng.below(2_000_000) - 1_000_000);
      for (int count : new int[] {1, 3, 4, 35}) {
        int[] slots = slots(36);
        float[] logits = new float[64];
        kernels.logits(squares, rows, bias, 0.5f, slots, count, logits);
        for (int i = 0; i < count; i++) {
          int sum = bias[slots[i]];
          for (int j = 0; j < width; j++) {
            sum += squares[j] * rows[slots[i] * width + j];
          }
          assertThat(logits[i]).as("width %d, logit %d of %d", width, i, count).isEqualTo(sum * 0.5f);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 35, 64, 218})
  void softmax_byAny_givesTheSameBits(int count) {
    float[] logits = logits(count);
    float[] expected = logits.clone();
    new ScalarKernels().softmax(expected, count);
    KERNELS.forEach((name, kernels) -> {
      float[] actual = logits.clone();
      kernels.softmax(actual, count);
      assertThat(bits(actual, count)).as(name).isEqualTo(bits(expected, count));
    });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kernels")
  void softmax_ofKnownOdds_givesThem(String name, Kernels kernels) {
    float[] logits = logits(3);
    logits[0] = (float) Math.log(1);
    logits[1] = (float) Math.log(2);
    logits[2] = (float) Math.log(5);
    kernels.softmax(logits, 3);
    assertThat(Arrays.copyOf(logits, 3)).containsExactly(new float[] {0.125f, 0.25f, 0.625f}, within(1e-6f));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kernels")
  void softmax_ofFarApartLogits_isFinite(String name, Kernels kernels) {
    float[] logits = logits(2);
    logits[0] = 1e9f;
    logits[1] = -1e9f;
    kernels.softmax(logits, 2);
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

  private static int square(int sum, int one) {
    int clamped = Math.clamp(sum, 0, one);
    return clamped * clamped;
  }

  private int[] slots(int count) {
    int[] slots = new int[count];
    Arrays.setAll(slots, i -> rng.below(ROWS));
    return slots;
  }

  private short[] shorts(int count, int bound) {
    short[] numbers = new short[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (short) (rng.below(2 * bound + 1) - bound);
    }
    return numbers;
  }

  private float[] logits(int count) {
    float[] logits = new float[Kernels.padded(count)];
    for (int i = 0; i < count; i++) {
      logits[i] = (float) (20 * rng.unit() - 10);
    }
    return logits;
  }

  private static int[] bits(float[] numbers, int count) {
    int[] bits = new int[count];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(numbers[i]));
    return bits;
  }
}
