package mesa.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.net.Net;
import mesa.net.NetShape;
import mesa.net.NetTensor;
import org.junit.jupiter.api.Test;

class RoundingTest {
  private static final Game GAME = Registry.load().game("tictactoe");
  private final NetShape shape = NetShape.of(GAME.encoder().orElseThrow(), 8, 8);
  private final Map<NetTensor, float[]> weights = FirstWeights.of(shape, 1);
  private final Pool.Batch batch = new Pool(List.of(RandomSamples.of(GAME, 200, 1))).draw(500, new Rng(1));

  @Test
  void of_aBiasThatFallsBetweenTwoIntegers_isItsError() {
    // The value is the output's bias alone: x = 1 / (3 * 255^2 * 2^14), a third of the smallest step.
    Arrays.fill(weights.get(NetTensor.VALUE_OUT), 0);
    weights.get(NetTensor.VALUE_OUT_BIAS)[0] = 1f / (3 * 65_025f * 16_384f);
    Rounding rounding = Rounding.of(shape, weights, Net.of(GAME, shape, Map.of(), weights), batch);
    assertThat(rounding.positions()).isEqualTo(500);
    assertThat(rounding.largest()).isCloseTo(800.0 / 3 / 65_025 / 16_384, within(1e-12));
    assertThat(rounding.mean()).isCloseTo(rounding.largest(), within(1e-12));
  }

  @Test
  void of_usualWeights_isSmallButNotNothing() {
    Rounding rounding = Rounding.of(shape, weights, Net.of(GAME, shape, Map.of(), weights), batch);
    assertThat(rounding.mean()).isBetween(0.01, 2.0);
    assertThat(rounding.largest()).isBetween(rounding.mean(), 10.0);
  }

  @Test
  void check_aboveFivePoints_isRefused() {
    assertThatCode(() -> new Rounding(10, 5, 80).check()).doesNotThrowAnyException();
    assertThatThrownBy(() -> new Rounding(10, 5.01, 80).check()).isInstanceOf(BadInputException.class)
        .hasMessageContaining("5.01 points of 1/800 on average, 80.00 at most, in 10 positions");
  }
}
