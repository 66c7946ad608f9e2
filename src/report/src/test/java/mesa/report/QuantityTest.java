package mesa.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "42.04, 42.0 ns", "142.6, 143 ns", "999.6, 1.00 µs", "4554, 4.55 µs", "31040, 31.0 µs", "12345678, 12.3 ms", "2.5e9, 2.5 s",
    "5e12, 5000 s"})
  void time_hasThreeDigitsAndAUnit(double nanos, String text) {
    assertThat(Quantity.time(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.003, 0 B", "152.2, 152 B", "1234, 1.23 kB", "4.21e6, 4.21 MB", "NaN, –"})
  void memory_hasThreeDigitsAndAUnit(double bytes, String text) {
    assertThat(Quantity.memory(bytes)).isEqualTo(text);
  }
}
