package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Outcome;
import mesa.core.Registry;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;

class EqualComputeTest {
  private static final Registry REGISTRY = Registry.load();
  private static final Game GAME = REGISTRY.game("tictactoe");

  private static Spec matched(EqualCompute.Unit unit, String reference, String spec) {
    return new EqualCompute(GAME, REGISTRY, unit, "none", 1).matched(REGISTRY.entrant(GAME, reference), Spec.parse(spec));
  }

  // Both count playouts and both use them up, the one that starts from nothing each move as well as the other.
  @Test
  void matched_equalNodes_findsAboutTheSameBudget() {
    Spec found = matched(EqualCompute.Unit.NODES, "mcts:eval=rollout,nodes=40,reuse=false",
        "mcts:eval=uniform,nodes=10,reuse=false");

    assertThat(Integer.parseInt(found.options().get("nodes"))).isBetween(30, 60);
    assertThat(found.options().get("eval")).isEqualTo("uniform");
  }

  @Test
  void matched_equalEvaluationsOfCountedPlayers_isTheSameEveryTime() {
    String reference = "mcts:eval=rollout,nodes=40";
    String spec = "mcts:eval=rollout,nodes=200,c=3";

    assertThat(matched(EqualCompute.Unit.EVALS, reference, spec)).isEqualTo(matched(EqualCompute.Unit.EVALS, reference, spec));
  }

  @Test
  void matched_equalProcessorTime_scalesABudget() {
    Spec found = matched(EqualCompute.Unit.CPU, "mcts:eval=rollout,nodes=2000,reuse=false",
        "mcts:eval=rollout,nodes=20,reuse=false");

    assertThat(Integer.parseInt(found.options().get("nodes"))).as("from 20, against 2000").isBetween(200, 20_000);
  }

  @Test
  void matched_nothingToChangeOrToCompare_isRefused() {
    assertThatThrownBy(() -> matched(EqualCompute.Unit.CPU, "random", "random")).isInstanceOf(BadInputException.class)
        .hasMessageContaining("no budget that can be changed");
    assertThatThrownBy(() -> matched(EqualCompute.Unit.TICKS, "mcts:eval=rollout,nodes=9", "mcts:eval=rollout,nodes=9"))
        .isInstanceOf(BadInputException.class).hasMessageContaining("spends no ticks");
  }

  // Before anything is started: neither the engine nor the game is needed.
  @Test
  void matched_playerThatPonders_isRefused() {
    Entrant engine = REGISTRY.entrant(GAME, "random:name=x");
    for (String spec : List.of("uci:cmd=a,ponder=true", "book:nodes=3,then=uci,then.ponder=on")) {
      assertThatThrownBy(() -> new EqualCompute(GAME, REGISTRY, EqualCompute.Unit.CPU, "none", 1).matched(engine, Spec.parse(spec)))
          .isInstanceOf(BadInputException.class).hasMessageStartingWith("\"" + spec + "\" thinks in its opponent's time too");
    }
  }

  @Test
  void requireNoPondering_onlyTheEnginesOwnOption_isNone() {
    EqualCompute.requireNoPondering(Spec.parse("uci:cmd=a,ponder=false,option.Ponder=true,option.ponder=true"));
  }

  @Test
  void text_unequalSpending_isRestated() {
    Results results = new Results(Runs.ofEqual("nodes", "a", "b"));
    results.add(new PlayedGame(0, "p/0/0", 0, 0, 0, 0, 1, Outcome.DRAWN, End.NORMAL, -1, "", null, "m", 0, 1, 0, 0,
        BudgetUse.NONE, BudgetUse.NONE, new Cost(1, 100, 0, 0, 0, 0, 0, 0), new Cost(1, 200, 0, 0, 0, 0, 0, 0), List.of(), List.of(), null));

    assertThat(Parity.of(results).orElseThrow().text()).isEqualTo("Equal nodes: b spent 2.000 times as much a move "
        + "as a. That is not equal: at 100 Elo a doubling it is worth +100 Elo to b.\n");
  }

  // Five per cent, from where on spending counts as unequal.
  @Test
  void text_fivePerCentMore_isSevenElo() {
    Parity parity = new Parity(EqualCompute.Unit.CPU, "b", "a", 1.05);

    assertThat(parity.holds()).isFalse();
    assertThat(parity.text()).endsWith("at 100 Elo a doubling it is worth +7 Elo to b.\n");
    assertThat(new Parity(EqualCompute.Unit.CPU, "b", "a", 1.0499).holds()).isTrue();
  }
}
