package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Analysis;
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
 * searched to its end: whatever it prunes, what it calls proven or complete has to be true, and wins the soonest.
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
