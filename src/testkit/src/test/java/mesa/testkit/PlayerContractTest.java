package mesa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows that the contract catches what it is there to catch. */
final class PlayerContractTest {
  private static final ThreadLocal<String> SPEC = new ThreadLocal<>();

  /** Found by name only: nested classes are left out when tests are looked for. */
  static final class OfNim extends PlayerContract {
    OfNim() {
      super(new Nim(Nim.Fault.NONE), SPEC.get());
    }

    @Override
    protected double leastShareOfNodes() {
      return 1;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Cheats,         choose_withAnyBudget_givesASoundDecision",
    "Boasts,         choose_withAnyBudget_givesASoundDecision",
    "HasHalfAPolicy, choose_againstTheClock_givesASoundDecision",
    "CountsNothing,  choose_withAnyBudget_keepsToItAndCountsWork",
    "Dawdles,        choose_againstTheClock_answersInTime",
    "FailsAtSeven,   choose_withOneToManyNodes_givesASoundDecisionWithinThem",
    "TellsTales,     analysis_afterAChoice_isSound",
    "GivesUpEarly,   choose_whereUndecided_spendsItsNodes",
    "IgnoresTheSeed, newGame_withTheSameSeed_repeatsMovesAndCounts",
    "NeedsANode,     choose_withAStoppedMeter_givesASoundDecision",
  })
  void contract_ofAFaultyPlayer_failsTheTestThatNamesTheFault(String player, String test) {
    SPEC.set("class:mesa.testkit.NimPlayer$" + player);
    assertThat(Failures.of(OfNim.class)).contains(test);
  }

  @Test
  void contract_ofAPlayerThatLeavesAThread_failsOnClose() {
    SPEC.set("class:mesa.testkit.NimPlayer$LeavesAThread");
    try {
      assertThat(Failures.of(OfNim.class)).contains("close_afterAGame_leavesNothingRunning");
    } finally {
      NimPlayer.LeavesAThread.END.countDown();
    }
  }

  @Test
  void contract_ofASoundPlayer_passes() {
    SPEC.set("class:mesa.testkit.NimPlayer");
    assertThat(Failures.of(OfNim.class)).isEmpty();
  }
}
