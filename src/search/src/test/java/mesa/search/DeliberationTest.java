package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Meter;
import org.junit.jupiter.api.Test;

class DeliberationTest {
  private static final Clock CLOCK = new Clock(23_000, 0, 0); // An even share is 1,000 ns.

  private final Deliberation deliberation = new Deliberation();

  @Test
  void isEnough_moveThatStaysTheSame_stopsSoonerThanOneThatChanges() {
    assertThat(shareTaken(1, 1, 1, 1, 1, 1)).isLessThan(shareTaken(1, 2, 1, 2, 1, 2));
  }

  @Test
  void isEnough_scoreThatDrops_takesMoreTime() {
    deliberation.start();
    deliberation.isEnough(at(0), 1, 100);
    assertThat(deliberation.isEnough(at(700), 1, 20)).isFalse();
    deliberation.start();
    deliberation.isEnough(at(0), 1, 100);
    assertThat(deliberation.isEnough(at(700), 1, 90)).isTrue();
  }

  @Test
  void isEnough_withoutAGameClock_isNever() {
    deliberation.start();
    long[] now = {0};
    Meter meter = Budget.UNLIMITED.withClock(Clock.perMove(1000)).start(() -> now[0]);
    now[0] = 999;
    assertThat(deliberation.isEnough(meter, 1, 0)).isFalse();
    assertThat(deliberation.isEnough(Search.nodes(1), 1, 0)).isFalse();
  }

  /** The first time, in nanoseconds, at which it has had enough after iterations with these best moves. */
  private int shareTaken(int... moves) {
    for (int nanos = 0; nanos < 10_000; nanos++) {
      deliberation.start();
      boolean enough = false;
      for (int i = 0; i < moves.length; i++) {
        enough = deliberation.isEnough(at(i < moves.length - 1 ? 0 : nanos), moves[i], 0);
      }
      if (enough) {
        return nanos;
      }
    }
    throw new AssertionError("never enough");
  }

  private static Meter at(long nanos) {
    long[] now = {0};
    Meter meter = Budget.UNLIMITED.withClock(CLOCK).start(() -> now[0]);
    now[0] = nanos;
    return meter;
  }
}
