package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mesa.core.Decision;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The searches against a game that is known to the last position. */
class TicTacToeTest {
  private static final Game GAME = Registry.load().game("tictactoe");

  private final List<Position> decisions = new ArrayList<>();

  TicTacToeTest() {
    collect(GAME.start(), new HashSet<>());
  }

  private void collect(Position position, Set<Long> seen) {
    if (position.outcome().isOver() || !seen.add(position.hash())) {
      return;
    }
    decisions.add(position.copy());
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      collect(position, seen);
      position.unmake();
    }
  }

  // The counts and sums below were derived by two programs that have nothing to do with Mesa.
  @Test
  void solve_everyDecision_hasTheKnownValues() {
    Solver solver = new Solver(1 << 22);
    int[] byValue = new int[3];
    double bits = 0;
    double optimal = 0;
    int everyMove = 0;
    for (Position position : decisions) {
      Solution solution = solver.solve(position, Search.unlimited());
      byValue[solution.value() + 1]++;
      double share = (double) solution.optimal().length / solution.moves().length;
      bits -= Math.log(share) / Math.log(2);
      optimal += share;
      everyMove += share == 1 ? 1 : 0;
    }
    assertThat(decisions).hasSize(4520);
    assertThat(byValue).as("lost, drawn, won").containsExactly(632, 1052, 2836);
    assertThat(bits).as("bits from uniform to optimal play").isCloseTo(4577.987, within(5e-4));
    assertThat(optimal / decisions.size()).as("uniform choice is optimal").isCloseTo(0.579650, within(5e-7));
    assertThat(everyMove).as("decisions where every move is optimal").isEqualTo(1329);
  }

  @Test
  void solve_start_isADrawWithEveryMove() {
    Solution solution = new Solver(1 << 20).solve(GAME.start(), Search.unlimited());
    assertThat(solution.values()).containsOnly(0);
    assertThat(solution.optimal()).hasSize(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"solver", "alphabeta:nodes=200000", "mcts:eval=uniform,nodes=20000",
      "mcts:eval=rollout,slack=0,nodes=20000", "mcts:eval=uniform,threads=2,nodes=20000",
      "mcts:eval=class:mesa.search.GatheringTest$Several,batch=4,nodes=20000"})
  void choose_everyDecision_isOptimal(String spec) {
    Solver solver = new Solver(1 << 22);
    Player player = Registry.load().entrant(GAME, spec).newPlayer();
    var budget = Registry.load().entrant(GAME, spec).budget();
    for (Position position : decisions) {
      if (spec.startsWith("alphabeta") && position.movesMade() < 2) {
        continue; // The first ten take long and are no harder than the rest.
      }
      Solution solution = solver.solve(position, Search.unlimited());
      Decision decision = player.choose(position.copy(), budget.start(() -> 0));
      assertThat(solution.optimal()).as("%s in %s", spec, position.text()).contains(decision.move());
      if (solution.moves().length > 1) { // A forced move needs no search, and so its value may be a guess.
        assertThat(decision.value()).as("%s in %s", spec, position.text()).isCloseTo(solution.value(), within(0.02f));
      }
    }
  }

  @Test
  void greedy_everyDecision_takesAWinWhereThereIsOne() {
    Evaluator none = new UniformEvaluator();
    Solver solver = new Solver(1 << 22);
    for (Position position : decisions) {
      Solution solution = solver.solve(position, Search.unlimited());
      if (solution.distance() == 1 && solution.value() == 1) {
        position.make(new GreedyPlayer(none).choose(position, Search.unlimited()).move());
        assertThat(position.outcome().isOver()).as(position::text).isTrue();
      }
    }
  }
}
