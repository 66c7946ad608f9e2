package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import mesa.core.Budget;
import mesa.core.Game;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;

/** The solver beside exact scores that another program found. */
final class ConnectFourSolverTest {
  private static final int CELLS = 42;
  private static final int DISCS_OF_LATE_POSITIONS = 30;

  private final Game game = Registry.load().game("connectfour");

  @Test
  void solve_ofLatePositions_findsResultDistanceAndBestMoves() throws IOException {
    Solver solver = new Solver(16 << 20);
    List<String> late = solved().stream().filter(line -> line.indexOf(' ') >= DISCS_OF_LATE_POSITIONS).toList();
    assertThat(late).hasSizeGreaterThan(50).allSatisfy(line -> {
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
