package mesa.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mesa.core.Spec;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "random | random | ''",
    "mcts:eval=net,nodes=64 | mcts:eval=net | nodes=64",
    "mcts:nodes=64,eval.file=a.safetensors,eval=net | mcts:eval=net,eval.file=a.safetensors | nodes=64",
    "alphabeta:depth=3,time=10ms | alphabeta | depth=3,time=10ms",
    "class:com.acme.Mine,nodes=5 | class:com.acme.Mine | nodes=5",
  })
  void kindAndBudget_partTheSpec(String spec, String kind, String budget) {
    Trial trial = Trials.of("game", spec, 1, 1);

    assertThat(trial.kind()).isEqualTo(kind);
    assertThat(trial.budget()).isEqualTo(budget);
  }

  /** R: {@code prop.test(2, 3, correct = FALSE)$conf.int}. */
  @Test
  void interval_ofTwoInThree_isWilsons() {
    ConfidenceInterval interval = new Trial("game", Spec.parse("random"), 1, 1, 1, 0, 2, 3).interval();

    assertThat(interval.getLowerBound()).isCloseTo(0.20766, within(1e-5));
    assertThat(interval.getUpperBound()).isCloseTo(0.93851, within(1e-5));
  }
}
