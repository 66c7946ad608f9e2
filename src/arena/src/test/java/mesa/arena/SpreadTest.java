package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadTest {
  private static Spread of(long... amounts) {
    Spread spread = new Spread();
    for (long amount : amounts) {
      spread.add(amount);
    }
    return spread;
  }

  @Test
  void quantiles_nothing_areNone() {
    assertThat(of().quantiles()).isNull();
  }

  @Test
  void quantiles_smallAmounts_areExact() {
    assertThat(of(0, 3, 63).quantiles()).isEqualTo(new Quantiles(3, 63, 63));
    assertThat(of(5, 1, 2, 4).quantiles()).isEqualTo(new Quantiles(2, 5, 5));
  }

  @ParameterizedTest
  @ValueSource(longs = {64, 65, 127, 128, 1000, 123_456_789, 1L << 40, Long.MAX_VALUE})
  void quantiles_oneAmount_areThat(long amount) {
    Quantiles quantiles = of(amount).quantiles();

    assertThat(quantiles).isEqualTo(new Quantiles(amount, amount, amount));
  }

  @Test
  void quantiles_manyAmounts_areThoseOfTheSortedList() {
    Rng rng = new Rng(4);
    long[] amounts = new long[10_000];
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = (long) Math.exp(20 * rng.unit());
    }
    Quantiles quantiles = of(amounts).quantiles();
    Arrays.sort(amounts);

    assertThat(quantiles.median()).as("seed 4").isCloseTo(amounts[4_999], withinPercentage(3.2)).isGreaterThanOrEqualTo(amounts[4_999]);
    assertThat(quantiles.p99()).as("seed 4").isCloseTo(amounts[9_899], withinPercentage(3.2)).isGreaterThanOrEqualTo(amounts[9_899]);
    assertThat(quantiles.most()).isEqualTo(amounts[9_999]);
  }
}
