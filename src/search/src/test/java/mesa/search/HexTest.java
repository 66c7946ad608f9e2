package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import mesa.core.Game;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The solver against boards of Hex whose winning first moves are published: Queenbee's openings (J. van Rijswijck,
 * http://www.cs.ualberta.ca/~queenbee/openings.html) and https://www.hexwiki.net/index.php/Small_boards.
 */
class HexTest {
  @ParameterizedTest
  @CsvSource({
    "2, b1 a2", // the short diagonal
    "3, c1 a2 b2 c2 a3", // and here the middle row too
    "4, d1 c2 b3 a4",
  })
  void solve_aSmallBoard_findsTheWinningFirstMoves(int size, String moves) {
    Game game = Registry.load().game("hex:size=" + size);
    Position start = game.start();
    Solution solution = new Solver(1 << 24).solve(game.start(), Search.unlimited());
    assertThat(solution.isComplete()).isTrue();
    List<String> winning = Arrays.stream(solution.optimal()).mapToObj(start::format).toList();
    assertThat(winning).containsExactly(moves.split(" "));
  }
}
