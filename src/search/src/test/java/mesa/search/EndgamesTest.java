package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Analysis;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;

/**
 * Alpha-beta with all its techniques, those for {@link mesa.core.Tactical} positions too, where the rest of the game can be
 * searched to its end: whatever it prunes, what it calls proven or complete has to be true, and wins the soonest. And the
 * solver where it is broken off.
 */
class EndgamesTest {
  private static final Game CONNECT_FOUR = Registry.load().game("connectfour");
  private static final int FEWEST_DISCS = 26;
  private static final int SPAN = 13;

  @Test
  void choose_endgamesOfConnectFour_findsTheExactValueAndDistance() {
    Evaluator evaluator = Registry.load().evaluator(CONNECT_FOUR, Spec.parse("own"));
    Rng rng = new Rng(1);
    Solver solver = new Solver(1 << 22);
    int decided = 0;
    for (int number = 0; number < 1500; number++) {
      Position position = endgame(FEWEST_DISCS + number % SPAN, rng);
      Solution exact = solver.solve(position, Search.unlimited());
      AlphaBeta player = new AlphaBeta(evaluator, Techniques.ALL, 1 << 20, 1);
      Decision decision = player.choose(position.copy(), Search.nodes(2_000_000));
      Analysis.Line line = player.analysis().orElseThrow().lines().getFirst();
      assertThat(decision.value()).as("value in %s", position.text()).isEqualTo(exact.value());
      assertThat(line.plies()).as("plies to the end in %s", position.text()).isEqualTo(exact.distance());
      decided += exact.value() == 0 ? 0 : 1;
    }
    assertThat(decided).as("positions won or lost").isGreaterThan(500);
  }

  /** What is claimed so far is true, and no end is told too soon. */
  @Test
  void solve_endgamesOfConnectFourBrokenOff_tellsNoEndTooSoon() {
    Rng rng = new Rng(2);
    Solver whole = new Solver(1 << 22);
    int lost = 0;
    for (int number = 0; number < 500; number++) {
      Position position = endgame(FEWEST_DISCS + number % SPAN, rng);
      Solution exact = whole.solve(position, Search.unlimited());
      Budget budget =
          new Budget(1 + rng.below(1000), Long.MAX_VALUE, Long.MAX_VALUE, number % 2 == 0 ? 5 : Integer.MAX_VALUE, null);
      Solution found = new Solver(1 << 20).solve(position, budget.start(() -> 0));
      for (int i = 0; i < exact.moves().length; i++) {
        String where = "move " + position.format(exact.moves()[i]) + " in " + position.text() + " by " + budget;
        assertThat(found.values()[i]).as(where).isIn(exact.values()[i], Solution.UNKNOWN);
        if (found.values()[i] != Solution.UNKNOWN) {
          assertThat(found.distances()[i]).as("plies after " + where).isGreaterThanOrEqualTo(exact.distances()[i]);
          lost += found.distances()[i] > exact.distances()[i] && found.values()[i] < 0 ? 1 : 0;
        }
      }
    }
    assertThat(lost).as("losses that may come later, as far as is known").isPositive();
  }

  /** {@return a position of so many discs from a random game that goes on and has several moves} */
  private static Position endgame(int discs, Rng rng) {
    while (true) {
      Position position = CONNECT_FOUR.start();
      while (position.movesMade() < discs && !position.outcome().isOver()) {
        Moves moves = Moves.of(position);
        position.make(moves.get(rng.below(moves.size())));
      }
      if (!position.outcome().isOver() && Moves.of(position).size() > 1) {
        return position;
      }
    }
  }
}
