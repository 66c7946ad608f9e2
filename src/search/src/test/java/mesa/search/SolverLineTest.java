package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mesa.core.Budget;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The line that a solver expects: each move of it is among the best, by minimax or by a solver of another kind. */
class SolverLineTest {
  /** A win on the spot, in the scores of this test; each ply takes one off. */
  private static final int WIN = 1000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void line_ofAThicket_isBestPlayToTheEnd(int sides) {
    for (int seed = 0; seed < 300; seed++) {
      Position position = new Thicket(seed, sides, 2, 6, 3, 20).start();
      Solution solution = new Solver(1 << 16).solve(position, Search.unlimited());
      assertThat(followed(position, solution, new HashMap<>())).as("over after the line, seed %d", seed).isTrue();
    }
  }

  @Test
  void line_ofAnyDecisionInTicTacToe_isBestPlayToTheEnd() {
    Position position = Registry.load().game("tictactoe").start();
    Solver warm = new Solver(1 << 20);
    Map<Long, Integer> scores = new HashMap<>();
    Rng rng = new Rng(5);
    for (int game = 0; game < 50; game++) {
      Position played = position.copy();
      while (!played.outcome().isOver()) {
        // Where the table tells results from farther away than it has searched, not every line comes to an end.
        followed(played, warm.solve(played, Search.unlimited()), scores);
        Solution solution = new Solver(1 << 20).solve(played, Search.unlimited());
        assertThat(followed(played, solution, scores)).as("over after the line from %s", played.text()).isTrue();
        Moves moves = Moves.of(played);
        played.make(moves.get(rng.below(moves.size())));
      }
    }
  }

  @Test
  void line_ofABrokenOffSearch_isBestPlayAsFarAsItGoes() {
    int begun = 0;
    for (int seed = 0; seed < 20; seed++) {
      Position position = new Thicket(seed, 2, 2, 6, 4, 30).start();
      Map<Long, Integer> scores = new HashMap<>();
      for (int nodes = 1; nodes < 500; nodes++) {
        Meter meter = Search.nodes(nodes);
        Solution solution = new Solver(1 << 16).solve(position, meter);
        assertThat(meter.nodes()).isLessThanOrEqualTo(nodes);
        begun += !followed(position, solution, scores) && solution.line().length > 1 ? 1 : 0;
      }
    }
    assertThat(begun).as("lines that the budget broke off").isPositive();
  }

  /** The solver for Solvable positions beside the one for all. */
  @Test
  void line_ofAnEndgameOfConnectFour_isBestPlayToTheEnd() throws IOException {
    Game game = Registry.load().game("connectfour");
    DeepeningSolver other = new DeepeningSolver(1 << 22);
    Solver solver = new Solver(1 << 20);
    for (String text : solved(game).subList(0, 40)) {
      Position position = game.parse(text);
      Solution solution = solver.solve(position, Search.unlimited());
      for (int move : solution.line()) {
        Solution exact = other.solve(position, Search.unlimited());
        int index = Moves.of(position).indexOf(move);
        String where = position.format(move) + " in " + position.text() + ", from " + text;
        assertThat(index).as(where).isNotNegative();
        assertThat(exact.values()[index]).as("value of %s", where).isEqualTo(exact.value());
        assertThat(exact.distances()[index]).as("plies after %s", where).isEqualTo(exact.distance());
        position.make(move);
      }
      assertThat(position.outcome().isOver()).as("over after the line from %s", text).isTrue();
    }
  }

  @Test
  void line_withinADepth_isAsLongAsTheDistance() throws IOException {
    Game game = Registry.load().game("connectfour");
    Budget budget = new Budget(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 7, null);
    int proven = 0;
    for (String text : solved(game)) {
      Position position = game.parse(text);
      Solution solution = new Solver(1 << 20).solve(position, budget.start(() -> 0));
      if (solution.isSolved()) {
        assertThat(solution.line()).as(text).hasSize(solution.distance());
        proven++;
      }
    }
    assertThat(proven).as("positions won or lost within seven plies").isGreaterThan(30);
  }

  /** Mates with one line alone, and so those that their books print. */
  @ParameterizedTest
  @CsvSource({
    "kbK5/pp6/1P6/8/8/8/8/R7 w - - 0 1, 5000, a1a6 b7a6 b6b7", // Morphy; after a bishop's move the rook mates as soon.
    "6k1/5ppp/8/8/8/8/8/R6K w - - 0 1, 2000, a1a8",
    "r1b2k1r/ppp1bppp/8/1B1Q4/5q2/2P5/PPP2PPP/R3R1K1 w - - 0 1, 30000, d5d8 e7d8 e1e8",
  })
  void line_ofAMate_isTheMate(String fen, long nodes, String line) {
    Position position = Registry.load().game("chess").parse(fen);
    Solution solution = new Solver(1 << 24).solve(position, Search.nodes(nodes));
    assertThat(written(position, solution)).isEqualTo(line);
  }

  /** Plays a line through; {@return whether the game is over then} */
  private static boolean followed(Position root, Solution solution, Map<Long, Integer> scores) {
    Position position = root.copy();
    for (int i = 0; i < solution.line().length; i++) {
      int move = solution.line()[i];
      String where = "move " + (i + 1) + " of " + Arrays.toString(solution.line()) + " from " + root.text();
      assertThat(Moves.of(position).contains(move)).as(where).isTrue();
      int best = score(position, scores);
      int side = position.sideToMove();
      position.make(move);
      int after = position.sideToMove() == side ? score(position, scores) : -score(position, scores);
      assertThat(after - Integer.signum(after)).as(where).isEqualTo(best);
    }
    assertThat(solution.line().length == 0 || solution.line()[0] == solution.choice()).isTrue();
    return position.outcome().isOver();
  }

  /** {@return for the side to move, by minimax: wins the sooner the better, losses the later} */
  private static int score(Position position, Map<Long, Integer> known) {
    Outcome outcome = position.outcome();
    if (outcome.isOver()) {
      return outcome.valueFor(position.sideToMove()) * WIN;
    }
    Integer before = known.get(position.hash());
    if (before != null) {
      return before;
    }
    int best = -WIN;
    int side = position.sideToMove();
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      int score = position.sideToMove() == side ? score(position, known) : -score(position, known);
      position.unmake();
      best = Math.max(best, score - Integer.signum(score));
    }
    known.put(position.hash(), best);
    return best;
  }

  private static String written(Position root, Solution solution) {
    Position position = root.copy();
    return Arrays.stream(solution.line()).mapToObj(move -> {
      String text = position.format(move);
      position.make(move);
      return text;
    }).collect(Collectors.joining(" "));
  }

  private static List<String> solved(Game game) throws IOException {
    try (InputStream in = game.resource("solved.txt").orElseThrow().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#")).map(line -> line.split(" ")[0]).toList();
    }
  }
}
