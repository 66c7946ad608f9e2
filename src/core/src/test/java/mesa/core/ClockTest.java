package mesa.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClockTest {
  @ParameterizedTest
  @CsvSource({
    // left ms, increment ms, to go -> soft us, hard us
    "100,   0,  1,   99900,   99900", // all of it less a thousandth
    "5000,  0,  1, 4999000, 4999000", // less a millisecond at most
    "23000, 0,  0, 1000000, 7665667", // an even share of 23 moves; a third less a millisecond
    "23000, 80, 0, 1080000, 7665667", // the increment on top
    "23000, 0, 40, 1000000, 7665667", // more moves than the rest of a game is taken to have
    "20000, 0, 10, 2000000, 6665667", // a tenth
    "10,  1000, 0,    3330,    3330", // nearly out of time: never more than the hard limit
    "0,     0,  0,       0,       0",
  })
  void limits_ofAClock_areShares(long left, long increment, int movesToGo, long softMicros, long hardMicros) {
    Clock clock = new Clock(left * 1_000_000, increment * 1_000_000, movesToGo);
    assertThat(Math.round(clock.softNanos() / 1e3)).as("soft limit").isEqualTo(softMicros);
    assertThat(Math.round(clock.hardNanos() / 1e3)).as("hard limit").isEqualTo(hardMicros);
  }

  @Test
  void limits_lastMoveBeforeAGamesClockGetsMore_areAThird() {
    Clock clock = new Clock(3_000_000_000L, 0, 1).against(new Clock(1_000_000_000L, 0, 2));
    assertThat(clock.isPerMove()).isFalse();
    assertThat(clock.hardNanos()).isEqualTo(999_000_000);
    assertThat(clock.softNanos()).isEqualTo(999_000_000);
    assertThat(Clock.perMove(5).isPerMove()).isTrue();
  }
}
