package mesa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mesa.testkit.Strip.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows that {@link GameContract} believes nothing that a position tells solvers. */
final class SolvableContractTest {
  private static final ThreadLocal<Fault> FAULT = ThreadLocal.withInitial(() -> Fault.NONE);

  /** Found by name only: nested classes are left out when tests are looked for. */
  static final class OfStrip extends GameContract {
    OfStrip() {
      super(new Strip(FAULT.get()));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void contract_ofAStripThatMisleads_failsForThatAlone(Fault fault) {
    assertThat(failuresOf(fault)).containsExactly("solvable_ofAnyPosition_tellsNothingButTheTruth");
  }

  @Test
  void contract_ofATruthfulStrip_passes() {
    assertThat(failuresOf(Fault.NONE)).isEmpty();
  }

  private static List<String> failuresOf(Fault fault) {
    FAULT.set(fault);
    try {
      return Failures.of(OfStrip.class);
    } finally {
      FAULT.remove();
    }
  }
}
