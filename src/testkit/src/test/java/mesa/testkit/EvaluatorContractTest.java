package mesa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mesa.core.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows that the contract catches what it is there to catch. */
final class EvaluatorContractTest {
  private static final ThreadLocal<String> SPEC = new ThreadLocal<>();

  /** Found by name only: nested classes are left out when tests are looked for. */
  static final class OfNim extends EvaluatorContract {
    OfNim() {
      super(new Nim(Nim.Fault.NONE), SPEC.get());
    }

    @Override
    protected List<String> mirrored(Position position) {
      String text = position.text();
      return List.of(text.substring(0, text.length() - 1) + (1 - position.sideToMove()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Boasts,         value_ofAnyPosition_isInRange",
    "WritesTooFar,   priors_ofAllOrSomeMoves_areADistribution",
    "ForgetsSubsets, priors_ofAllOrSomeMoves_areADistribution",
    "LikesTheFirst,  priors_ofReversedMoves_areReversed",
    "Contradicts,    evaluate_comparedWithValueAndPriors_agrees",
    "ScoresPercent,  score_ofAnyPosition_agreesWithValue",
    "LeavesAMove,    anyCall_leavesThePositionAsItWas",
    "TakesSides,     value_ofMirroredPositions_isTheSame",
    "Drifts,         newGame_withTheSameSeed_repeatsEveryValue",
    "Litters,        warmEvaluator_allocatesNothing",
  })
  void contract_ofAFaultyEvaluator_failsTheTestThatNamesTheFault(String evaluator, String test) {
    SPEC.set("class:mesa.testkit.NimEvaluator$" + evaluator);
    assertThat(Failures.of(OfNim.class)).contains(test);
  }

  @Test
  void contract_ofASoundEvaluator_passes() {
    SPEC.set("class:mesa.testkit.NimEvaluator");
    assertThat(Failures.of(OfNim.class)).isEmpty();
  }
}
