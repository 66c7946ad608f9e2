package mesa.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void over_someValues_hasRoundEndsAndTicks() {
    Scale scale = Scale.over(-183, 217, 8, 100, 500);

    assertThat(scale.ticks()).containsExactly(-200.0, -150.0, -100.0, -50.0, 0.0, 50.0, 100.0, 150.0, 200.0, 250.0);
    assertThat(scale.pixel(-200)).isCloseTo(100, within(1e-9));
    assertThat(scale.pixel(250)).isCloseTo(500, within(1e-9));
  }

  @Test
  void pixel_ofADownwardAxis_falls() {
    assertThat(Scale.over(0, 10, 5, 300, 0).pixel(10)).isCloseTo(0, within(1e-9));
  }

  @Test
  void over_oneValue_isNoDivisionByZero() {
    assertThat(Scale.over(5, 5, 5, 0, 100).pixel(5)).isFinite();
  }

  @Test
  void toString_ofADrawing_escapesWords() {
    assertThat(new Svg(10, 20, "a \"b\"").text(1.25, 2, "end", "<x>", "tick").toString())
        .contains("viewBox=\"0 0 10 20\"", "a &quot;b&quot;", "&lt;x&gt;", "x=\"1.3\"").doesNotContain("<x>");
  }
}
