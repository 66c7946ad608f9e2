package mesa.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private static Problem problem(List<String> best, List<String> avoid) {
    return new Problem("id", "anywhere", best, avoid);
  }

  @Test
  void isSolvedBy_bestMovesKnown_takesTheseAlone() {
    Problem problem = problem(List.of("a1", "b2"), List.of());
    assertThat(problem.isSolvedBy("a1") && problem.isSolvedBy("b2")).isTrue();
    assertThat(problem.isSolvedBy("c3")).isFalse();
  }

  @Test
  void isSolvedBy_onlyWrongMovesKnown_takesAllOthers() {
    Problem problem = problem(List.of(), List.of("a1"));
    assertThat(problem.isSolvedBy("a1")).isFalse();
    assertThat(problem.isSolvedBy("b2")).isTrue();
  }

  @Test
  void isSolvedBy_moveBothBestAndToAvoid_isNoSolution() {
    assertThat(problem(List.of("a1"), List.of("a1")).isSolvedBy("a1")).isFalse();
  }

  @Test
  void isSolvedBy_noAnswerKnown_isNeverSolved() {
    Problem problem = problem(List.of(), List.of());
    assertThat(problem.hasAnswer()).isFalse();
    assertThat(problem.isSolvedBy("a1")).isFalse();
  }
}
