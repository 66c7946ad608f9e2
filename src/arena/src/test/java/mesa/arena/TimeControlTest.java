package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeControlTest {
  @Test
  void parse_seconds_areNanoseconds() {
    assertThat(TimeControl.parse("8+0.08")).isEqualTo(new TimeControl(0, 8_000_000_000L, 80_000_000L, 0));
    assertThat(TimeControl.parse("8")).isEqualTo(new TimeControl(0, 8_000_000_000L, 0, 0));
    assertThat(TimeControl.parse("1:30+1")).isEqualTo(new TimeControl(0, 90_000_000_000L, 1_000_000_000L, 0));
    assertThat(TimeControl.parse("40/5:00")).isEqualTo(new TimeControl(40, 300_000_000_000L, 0, 0));
  }

  @Test
  void parse_withAMargin_isRead() {
    assertThat(TimeControl.parse("8+0.08~0.05").marginNanos()).isEqualTo(50_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8+0.08", "60+0", "0+1.5", "0.1+0.000001", "8+0.08~0.05", "40/60+0.5"})
  void toString_parsed_isTheSameText(String text) {
    assertThat(TimeControl.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8+", "-1+1", "0/8+1", "1:2:00+1", "0+0", "8+0.08s", "8+0.08~"})
  void parse_anythingElse_isRefused(String text) {
    assertThatThrownBy(() -> TimeControl.parse(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining('"' + text + '"');
  }
}
