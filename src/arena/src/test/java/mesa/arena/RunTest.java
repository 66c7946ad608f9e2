package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mesa.core.Budget;
import org.junit.jupiter.api.Test;

class RunTest {
  private static final TimeControl CLOCK = TimeControl.parse("40/60+0.5~0.1");

  private static Run.Participant participant(Budget budget, TimeControl clock) {
    return new Run.Participant("random", "random", Run.Participant.budget(budget, clock), "", Map.of());
  }

  @Test
  void budget_clockAndCounts_isBothAndTheClockIsReadBack() {
    Run.Participant both = participant(Budget.ofNodes(50), CLOCK);
    assertThat(both.budget()).isEqualTo("clock=40/60+0.5~0.1,nodes=50");
    assertThat(both.clock()).isEqualTo(CLOCK);
  }

  @Test
  void budget_oneOfThem_isThatAlone() {
    assertThat(participant(Budget.UNLIMITED, CLOCK).budget()).isEqualTo("clock=40/60+0.5~0.1");
    assertThat(participant(Budget.UNLIMITED, CLOCK).clock()).isEqualTo(CLOCK);
    assertThat(participant(Budget.ofNodes(50), null).budget()).isEqualTo("nodes=50");
    assertThat(participant(Budget.ofNodes(50), null).clock()).isNull();
  }
}
