package mesa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mesa.testkit.Nim.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows that the contract catches what it is there to catch. */
final class GameContractTest {
  /** The fault of the game that the next contract runs on; the engine makes the contract itself. */
  private static final ThreadLocal<Fault> FAULT = ThreadLocal.withInitial(() -> Fault.NONE);

  /** Found by name only: nested classes are left out when tests are looked for. */
  static final class Broken extends GameContract {
    Broken() {
      super(new Nim(FAULT.get()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UNMAKE_FORGETS_HASH,         unmake_afterMake_restoresEverything",
    "HASH_FORGETS_SIDE,           hash_equal_meansTheSameSideAndMoves",
    "MOVE_LISTED_TWICE,           legalMoves_ofAnyPosition_areDistinctAndAppended",
    "LIST_CLEARED_FIRST,          legalMoves_ofAnyPosition_areDistinctAndAppended",
    "COPY_SHARES_HISTORY,         copy_played_leavesTheOriginalAlone",
    "TEXT_LOSES_A_STONE,          parse_ofText_givesAnEqualPosition",
    "PARSER_THROWS_NUMBER_FORMAT, parse_ofMutatedText_givesAConsistentPositionOrIsRefused",
    "MOVE_PARSER_TAKES_ANYTHING,  parseMove_ofAnythingElse_isLegalOrRefused",
    "NEVER_OVER,                  outcome_ofAnyPosition_agreesWithMovesAndEnding",
    "HISTORY_BACKWARDS,           moveMade_afterMake_isTheHistory",
    "BITS_ADDED_TO_OLD_ONES,      encode_ofAnyPosition_overwritesBitsBelowInputs",
    "ONE_SLOT_FOR_ALL,            action_ofLegalMoves_isInRangeAndDistinct",
    "MAKE_ALLOCATES,              warmPosition_allocatesNothing",
    "PLAYOUT_HAS_OTHER_ODDS,      playOut_ofAnyPosition_hasTheOddsOfLegalMoves",
    "PLAYOUT_KEEPS_A_MOVE,        playOut_ofAnyPosition_hasTheOddsOfLegalMoves",
  })
  void contract_ofABrokenGame_failsTheTestThatNamesTheFault(Fault fault, String test) {
    assertThat(failuresOf(fault)).contains(test);
  }

  @Test
  void contract_ofASoundGame_passes() {
    assertThat(failuresOf(Fault.NONE)).isEmpty();
  }

  private static List<String> failuresOf(Fault fault) {
    FAULT.set(fault);
    try {
      return Failures.of(Broken.class);
    } finally {
      FAULT.remove();
    }
  }
}
