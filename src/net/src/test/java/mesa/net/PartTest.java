package mesa.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTest {
  private static final float[] ZERO = {0};

  /** A part of one hidden unit and one output. */
  private static Part part(float[] features, float bias, float out, float outBias) {
    return Part.of("value", features, new float[] {bias}, new float[] {out}, new float[] {outBias});
  }

  @Test
  void of_usualWeights_roundsToTheNearest() {
    Part part = part(new float[] {0.5f, -0.25f, 0.001f}, 1, 0.3f, -1);
    // 127.5 goes to the even neighbour, -63.75 and 0.255 to the nearest.
    assertThat(part.features()).containsExactly(128, -64, 0);
    assertThat(part.featuresBias()).containsExactly(255);
    assertThat(part.scale()).isEqualTo(255);
    assertThat(part.outScale()).isEqualTo(16_384);
    assertThat(part.out()).containsExactly(4915);
    assertThat(part.outBias()).containsExactly(-65_025 * 16_384);
  }

  /** 255, 127, 63, 31 and 15 times two weights of this size may be at most 32767. */
  @ParameterizedTest
  @CsvSource({"64, 255", "65, 127", "129, 127", "130, 63", "1092, 15"})
  void of_largeFeatureWeights_takesACoarserScale(float weight, int scale) {
    assertThat(part(new float[] {weight, weight}, 0, 1, 0).scale()).isEqualTo(scale);
    assertThat(part(new float[] {-weight, -weight}, 0, 1, 0).scale()).isEqualTo(scale);
    assertThat(part(new float[] {weight, -weight / 2}, weight, 1, 0).scale()).isEqualTo(scale);
  }

  /** 2^14, 2^13 ... times the weight and the bias may be at most 32767. */
  @ParameterizedTest
  @CsvSource({"1, 0, 16384", "1.9999, 0, 16384", "2, 0, 8192", "1, 1, 8192", "100, 0, 256", "1000, 1000, 16"})
  void of_largeOutputWeights_takesACoarserScale(float weight, float bias, int scale) {
    assertThat(part(ZERO, 0, weight, bias).outScale()).isEqualTo(scale);
    assertThat(part(ZERO, 0, -weight, -bias).outScale()).isEqualTo(scale);
  }

  @Test
  void of_tooLargeWeights_isRefused() {
    assertThatThrownBy(() -> part(new float[] {2300}, 0, 1, 0)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("value.features").hasMessageContaining("1/15");
    assertThatThrownBy(() -> part(ZERO, 0, 3000, 0)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("value.out").hasMessageContaining("1/16");
    assertThatThrownBy(() -> part(ZERO, 0, 1, 1e30f)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("value.out");
  }

  @Test
  void check_atTheBounds_passes() {
    new Part(255, 1, new short[] {32_000, -32_767}, new short[] {767}, new short[] {32_766}, new int[] {-65_025})
        .check("value");
  }

  @Test
  void check_featuresThatCouldLeave16Bits_saysByHowMuch() {
    Part part = new Part(255, 1, new short[] {32_000, -5, 500}, new short[] {268}, new short[1], new int[1]);
    assertThatThrownBy(() -> part.check("value")).isInstanceOf(BadInputException.class)
        .hasMessageContaining("value.features").hasMessageContaining("32768").hasMessageContaining("32767");
  }

  @Test
  void check_outputsThatCouldLeave32Bits_saysByHowMuch() {
    Part part = new Part(255, 1, new short[2], new short[2], new short[] {1, 1, -30_000, 2_767}, new int[] {0, 1});
    assertThatThrownBy(() -> part.check("policy")).isInstanceOf(BadInputException.class)
        .hasMessageContaining("policy.out").hasMessageContaining("32768").hasMessageContaining("32767");
  }
}
