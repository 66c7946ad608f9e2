package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class Lc0HeadsTest {
  @Test
  void exp_ofAnything_isWithinThreePerMille() {
    for (double x = -30; x <= 30; x += 0.001) {
      assertThat(Lc0Heads.exp(x) / Math.exp(x)).as("exp(%f)", x).isCloseTo(1, within(0.003));
    }
  }

  @Test
  void log_ofAnything_isWithinOnePercent() {
    for (double x = 0.001; x <= 1000; x *= 1.001) {
      assertThat(Lc0Heads.log(x)).as("log(%f)", x).isCloseTo(Math.log(x), within(0.01));
    }
  }

  @Test
  void value_ofNearCertainty_isLeftAlone() {
    Lc0Heads heads = new Lc0Heads(ValueKind.WDL, 1);
    assertThat(heads.value(new float[] {0.99995f, 0.00003f, 0.00002f})).isEqualTo(0.99995f - 0.00002f);
  }

  @Test
  void value_ofWinDrawAndLoss_isNearTheirDifference() {
    Lc0Heads heads = new Lc0Heads(ValueKind.WDL, 1);
    for (float win = 0.01f; win < 0.95f; win += 0.01f) {
      float loss = 0.96f - win;
      assertThat(heads.value(new float[] {win, 0.04f, loss})).as("win %f, loss %f", win, loss)
          .isCloseTo(win - loss, within(0.005f));
    }
  }
}
