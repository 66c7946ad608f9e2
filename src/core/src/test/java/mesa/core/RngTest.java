package mesa.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RngTest {
  /** Reference values of SplitMix64 from other implementations of it. */
  @Test
  void next_ofSeed1234567_isAsPublished() {
    Rng rng = new Rng(1234567);
    assertThat(Stream.generate(() -> Long.toUnsignedString(rng.next())).limit(5)).containsExactly(
        "6457827717110365317",
        "3203168211198807973",
        "9817491932198370423",
        "4593380528125082431",
        "16408922859458223821");
  }

  @Test
  void reseed_withTheSameSeed_repeats() {
    Rng rng = new Rng(5);
    long first = rng.next();
    rng.next();
    rng.reseed(5);
    assertThat(rng.next()).isEqualTo(first);
    assertThat(new Rng(6).next()).isNotEqualTo(first);
  }

  @Test
  void below_aBound_isInRangeAndEven() {
    Rng rng = new Rng(1);
    int[] counts = new int[6];
    for (int i = 0; i < 60_000; i++) {
      counts[rng.below(6)]++;
    }
    // Five standard deviations of a binomial with 60,000 throws of one in six: 5 x 91.3.
    assertThat(IntStream.of(counts)).allMatch(count -> Math.abs(count - 10_000) < 457);
    assertThat(rng.below(1)).isZero();
    assertThat(rng.below(Integer.MAX_VALUE)).isNotNegative();
  }

  @Test
  void unit_isFromZeroToOneWithAMeanOfAHalf() {
    Rng rng = new Rng(1);
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      double unit = rng.unit();
      assertThat(unit).isGreaterThanOrEqualTo(0).isLessThan(1);
      sum += unit;
    }
    // Five standard errors: 5 x 0.2887 / 100.
    assertThat(sum / 10_000).isCloseTo(0.5, within(0.0145));
  }
}
