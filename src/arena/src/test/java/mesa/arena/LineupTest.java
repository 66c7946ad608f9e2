package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineupTest {
  @Test
  void of_doubledNodes_isAPlayerForEachRung() {
    assertThat(Lineup.of(List.of("random", "mcts:eval=rollout,nodes=100..800x2,c=1"))).containsExactly("random",
        "mcts:eval=rollout,nodes=100,c=1", "mcts:eval=rollout,nodes=200,c=1", "mcts:eval=rollout,nodes=400,c=1",
        "mcts:eval=rollout,nodes=800,c=1");
  }

  @Test
  void of_stepsTimesAndFactors_areWrittenOut() {
    assertThat(Lineup.of(List.of("a:depth=2..7+2"))).containsExactly("a:depth=2", "a:depth=4", "a:depth=6");
    assertThat(Lineup.of(List.of("a:time=0.5..2msx2"))).containsExactly("a:time=0.5ms", "a:time=1ms", "a:time=2ms");
    assertThat(Lineup.of(List.of("a:nodes=100..1000x1.5")))
        .containsExactly("a:nodes=100", "a:nodes=150", "a:nodes=225", "a:nodes=337", "a:nodes=506", "a:nodes=759");
  }

  @Test
  void of_twoRanges_areCrossed() {
    assertThat(Lineup.of(List.of("a:nodes=1..2x2,depth=1..2+1")))
        .containsExactly("a:nodes=1,depth=1", "a:nodes=1,depth=2", "a:nodes=2,depth=1", "a:nodes=2,depth=2");
  }

  @Test
  void of_aName_getsTheAmount() {
    assertThat(Lineup.of(List.of("a:name=Ann,nodes=1..2x2"))).containsExactly("a:name=Ann 1,nodes=1", "a:name=Ann 2,nodes=2");
  }

  @Test
  void crossed_players_haveEachBudget() {
    assertThat(Lineup.crossed(List.of("a", "b:eval=net", "class:com.acme.C"), "nodes=1..2x2")).containsExactly(
        "a:nodes=1", "a:nodes=2", "b:eval=net,nodes=1", "b:eval=net,nodes=2", "class:com.acme.C,nodes=1",
        "class:com.acme.C,nodes=2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:nodes=1..8", "a:nodes=8..1x2", "a:nodes=1..8x1", "a:nodes=0..8x2", "a:nodes=1..9+0",
      "a:nodes=1..9999999+1", "a:nodes=one..8x2"})
  void of_noRange_isRefused(String player) {
    assertThatThrownBy(() -> Lineup.of(List.of(player)))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("\"" + player + "\" has a range of budgets that is none");
  }

  @Test
  void of_dotsElsewhere_areLeftAlone() {
    assertThat(Lineup.of(List.of("a:eval.file=../x.bin,nodes=5"))).containsExactly("a:eval.file=../x.bin,nodes=5");
  }
}
