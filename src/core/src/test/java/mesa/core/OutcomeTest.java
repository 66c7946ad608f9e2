package mesa.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutcomeTest {
  @ParameterizedTest
  @CsvSource({"ONGOING, false, 0, 0", "FIRST_WON, true, 1, -1", "SECOND_WON, true, -1, 1", "DRAWN, true, 0, 0"})
  void valueFor_aSide_isItsView(Outcome outcome, boolean over, int first, int second) {
    assertThat(outcome.isOver()).isEqualTo(over);
    assertThat(outcome.valueFor(0)).isEqualTo(first);
    assertThat(outcome.valueFor(1)).isEqualTo(second);
  }

  @Test
  void wonBy_aSide_isItsWin() {
    assertThat(Outcome.wonBy(0)).isEqualTo(Outcome.FIRST_WON);
    assertThat(Outcome.wonBy(1)).isEqualTo(Outcome.SECOND_WON);
  }
}
