package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import mesa.core.Analysis;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;

/** The solver beside exact scores that another program found. */
final class ConnectFourSolverTest {
  private static final int CELLS = 42;
  private static final int DISCS_OF_LATE_POSITIONS = 22;

  private final Game game = Registry.load().game("connectfour");

  @Test
  void solve_ofLatePositions_findsResultDistanceAndBestMoves() throws IOException {
    Solver solver = new Solver(16 << 20);
    List<String> late = solved().stream().filter(line -> line.indexOf(' ') >= DISCS_OF_LATE_POSITIONS).toList();
    assertThat(late).hasSize(200).allSatisfy(line -> {
      String[] parts = line.split(" ");
      Position position = game.parse(parts[0]);
      Solution solution = solver.solve(position, Budget.UNLIMITED.start(() -> 0));
      int score = Integer.parseInt(parts[1]);
      assertThat(solution.value()).as("result of %s", line).isEqualTo(Integer.signum(score));
      assertThat(Arrays.stream(solution.optimal()).mapToObj(position::format)).as("best in %s", line)
          .containsExactlyInAnyOrder(parts[2].split(""));
      assertThat(score(solution, parts[0].length())).as("score of %s", line).isEqualTo(score);
    });
  }

  @Test
  void solve_plainRules_agreeWithWhatTheGameOffersSolvers() throws IOException {
    for (String line : solved().subList(0, 30)) {
      Position position = game.parse(line.split(" ")[0]);
      Solution offered = new Solver(1 << 20).solve(position, Search.unlimited());
      Solution plain = new DeepeningSolver(1 << 20).solve(position, Search.unlimited());
      assertThat(offered.values()).as(line).isEqualTo(plain.values());
      assertThat(offered.distances()).as(line).isEqualTo(plain.distances());
    }
  }

  @Test
  void solve_anyBudget_claimsNothingFalseAndSpendsNoMore() throws IOException {
    for (String line : solved().subList(60, 80)) {
      Position position = game.parse(line.split(" ")[0]);
      int[] exact = new Solver(1 << 20).solve(position, Search.unlimited()).values();
      for (int nodes = 1; nodes < 100_000; nodes *= 3) {
        Meter meter = Search.nodes(nodes);
        Solution solution = new Solver(1 << 20).solve(position, meter);
        assertThat(meter.nodes()).isLessThanOrEqualTo(nodes);
        for (int i = 0; i < exact.length; i++) {
          assertThat(solution.values()[i]).as("%s, move %d, %d nodes", line, i, nodes)
              .isIn(exact[i], Solution.UNKNOWN);
        }
      }
    }
  }

  @Test
  void solve_depthBudget_findsWhatEndsWithinItAndNothingElse() throws IOException {
    Budget budget = new Budget(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 5, null);
    for (String line : solved().subList(100, 150)) {
      Position position = game.parse(line.split(" ")[0]);
      int[] distances = new Solver(1 << 20).solve(position, Search.unlimited()).distances();
      Solution shallow = new Solver(1 << 20).solve(position, budget.start(() -> 0));
      for (int i = 0; i < distances.length; i++) {
        assertThat(shallow.values()[i] != Solution.UNKNOWN).as("%s, move %d", line, i)
            .isEqualTo(distances[i] > 0 && distances[i] <= 5);
      }
    }
  }

  @Test
  void solve_positionsInAnyOrder_takesTheSameFromTheTable() throws IOException {
    Solver warm = new Solver(1 << 20);
    for (String line : solved().subList(50, 100)) {
      Position position = game.parse(line.split(" ")[0]);
      Solution expected = new Solver(1 << 20).solve(position, Search.unlimited());
      Solution found = warm.solve(position, Search.unlimited());
      assertThat(found.values()).as(line).isEqualTo(expected.values());
      assertThat(found.distances()).as(line).isEqualTo(expected.distances());
    }
  }

  @Test
  void analysis_ofASolvedPosition_tellsEveryMoveTheBestFirst() throws IOException {
    try (Player player = Registry.load().entrant(game, "solver").newPlayer()) {
      // A win on b, c or g, by solved.txt.
      Position position = game.parse("4115376613317746262114476633755244");
      Decision decision = player.choose(position.copy(), Search.unlimited());
      List<Analysis.Line> lines = player.analysis().orElseThrow().lines();
      assertThat(lines).hasSize(Moves.of(position).size());
      assertThat(lines.getFirst().moves()).startsWith(decision.move()).hasSize(lines.getFirst().plies());
      assertThat(lines.getFirst().proven()).isEqualTo(Outcome.wonBy(position.sideToMove()));
      assertThat(lines).extracting(Analysis.Line::value).isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(lines.stream().filter(line -> line.value() == 1)).hasSize(3);
    }
  }

  /** {@return the solution as the field counts: 1 for a win with one's very last disc, one more for each disc sooner} */
  private static int score(Solution solution, int discs) {
    int last = discs + solution.distance();
    return solution.value() * ((CELLS + 2 - last) / 2);
  }

  private List<String> solved() throws IOException {
    try (InputStream in = game.resource("solved.txt").orElseThrow().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#")).toList();
    }
  }
}
