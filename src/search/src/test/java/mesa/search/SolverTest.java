package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import mesa.core.Budget;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolverTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void solve_everyMoveOfAThicket_agreesWithMinimax(int sides) {
    for (int seed = 0; seed < 300; seed++) {
      Position position = new Thicket(seed, sides, 2, 6, 3, 20).start();
      Solution solution = new Solver(1 << 16).solve(position, Search.unlimited());
      int[] scores = scoresOfMoves(position);
      assertThat(solution.values()).as("values, seed %d", seed).isEqualTo(values(scores));
      assertThat(solution.distances()).as("distances, seed %d", seed).isEqualTo(distances(scores));
      assertThat(solution.value()).as("value, seed %d", seed).isEqualTo(Search.minimax(position));
    }
  }

  /** What the table knows of a spot may have been found a shorter or a longer way from the root. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void solve_waysOfDifferentLengthsMeet_findsTheSoonestWinsAndLatestLosses(int sides) {
    Rng rng = new Rng(sides);
    for (int number = 0; number < 1500; number++) {
      Position position = Web.random(rng, sides, 40, 5, 8).start();
      Solution solution = new Solver(1 << 12).solve(position, Search.unlimited());
      int[] scores = scoresOfMoves(position);
      assertThat(solution.values()).as("values, web %d", number).isEqualTo(values(scores));
      assertThat(solution.distances()).as("distances, web %d", number).isEqualTo(distances(scores));
    }
  }

  /** {@return the true score of each move of a position, for the side to move} */
  private static int[] scoresOfMoves(Position position) {
    int sign = position.sideToMove() == 0 ? 1 : -1;
    return Arrays.stream(Moves.of(position).toArray()).map(move -> {
      position.make(move);
      int score = Wins.fromTable(Search.exact(position), 1);
      position.unmake();
      return sign * score;
    }).toArray();
  }

  private static int[] values(int[] scores) {
    return Arrays.stream(scores).map(Integer::signum).toArray();
  }

  private static int[] distances(int[] scores) {
    return Arrays.stream(scores).map(score -> score == 0 ? 0 : Wins.plies(score)).toArray();
  }

  @Test
  void solve_tableFromOtherPositions_changesNothing() {
    for (int seed = 0; seed < 100; seed++) {
      Position position = new Thicket(seed, 2, 2, 7, 3, 10).start();
      Solver warm = new Solver(1 << 16);
      warm.solve(position, Search.unlimited());
      // Deep results are known now when the successors are searched at depth 1.
      for (int move : Moves.of(position).toArray()) {
        position.make(move);
        Solution expected = new Solver(1 << 16).solve(position, Search.unlimited());
        Solution found = warm.solve(position, Search.unlimited());
        position.unmake();
        assertThat(found.values()).as("values, seed %d", seed).isEqualTo(expected.values());
        assertThat(found.distances()).as("distances, seed %d", seed).isEqualTo(expected.distances());
      }
    }
  }

  @Test
  void solve_tinyTable_isExactAllTheSame() {
    for (int seed = 0; seed < 100; seed++) {
      Position position = new Thicket(seed, 2, 2, 6, 3, 20).start();
      assertThat(new Solver(32).solve(position, Search.unlimited()).value())
          .as("seed %d", seed)
          .isEqualTo(Search.minimax(position));
    }
  }

  @Test
  void solve_anyBudget_claimsNothingFalseAndSpendsNoMore() {
    for (int seed = 0; seed < 50; seed++) {
      Position position = new Thicket(seed, 2, 2, 6, 4, 30).start();
      int[] exact = new Solver(1 << 16).solve(position, Search.unlimited()).values();
      for (int nodes = 1; nodes < 2000; nodes = nodes * 3 / 2 + 1) {
        Meter meter = Search.nodes(nodes);
        Solution solution = new Solver(1 << 16).solve(position, meter);
        assertThat(meter.nodes()).isLessThanOrEqualTo(nodes);
        assertThat(Arrays.stream(solution.moves())).contains(solution.choice());
        for (int i = 0; i < exact.length; i++) {
          assertThat(solution.values()[i])
              .as("move %d, seed %d, %d nodes", i, seed, nodes)
              .isIn(exact[i], Solution.UNKNOWN);
        }
      }
    }
  }

  @Test
  void solve_depthBudget_findsNothingBeyondIt() {
    Budget budget = new Budget(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 3, null);
    for (int seed = 0; seed < 50; seed++) {
      Position position = new Thicket(seed, 2, 2, 8, 3, 30).start();
      int[] distances = new Solver(1 << 16).solve(position, Search.unlimited()).distances();
      Solution shallow = new Solver(1 << 16).solve(position, budget.start(() -> 0));
      for (int i = 0; i < distances.length; i++) {
        assertThat(shallow.values()[i] != Solution.UNKNOWN && shallow.values()[i] != 0)
            .as("move %d decided in 3 plies, seed %d", i, seed)
            .isEqualTo(distances[i] > 0 && distances[i] <= 3);
      }
    }
  }

  /**
   * The table may not forget how many moves were made since the last capture or pawn move. The first rook mates in 9
   * plies, but the game is drawn after 7, and nothing but the rook could be captured; the others are of an exhaustive
   * search without a table.
   */
  @ParameterizedTest
  @CsvSource({
    "8/8/8/8/8/2K5/R7/2k5 w - - 93 90, c3d3, 100",
    "8/8/8/3Q4/6R1/p6K/8/k4N2 w - - 95 90, d5d4, 9",
    "5R2/8/8/1k6/8/8/2Q1K3/8 w - - 94 90, c2c7, 13",
    "8/8/1p2k1K1/8/n7/8/8/6r1 w - - 93 90, g6h6, 12",
  })
  void solve_fiftyMovesNearlyOver_claimsNoMateBeyond(String fen, String move, int plies) {
    Position position = Registry.load().game("chess").parse(fen);
    Solution solution = new Solver(1 << 24).solve(position, Search.nodes(100_000));
    int index = Moves.of(position).indexOf(position.parseMove(move));
    assertThat(solution.values()[index] == 1 || solution.values()[index] == -1 ? solution.distances()[index] : 100)
        .as("plies that %s is claimed to end in, in %s", move, fen)
        .isGreaterThanOrEqualTo(plies);
  }
}
