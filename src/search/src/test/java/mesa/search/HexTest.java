package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
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

  /**
   * Too large for the solver, but not for a tree search: after each of the 25 first moves it sees who wins. The winning
   * ones are those that another program swaps (Benzene, share/swap-moves.txt in cgao3/benzene-vanilla-cmake, where
   * columns and rows change places).
   */
  @Test
  void mcts_afterEachFirstMoveOnFive_seesWhoWins() {
    List<String> winning = List.of("e1 b2 c2 d2 e2 b3 c3 d3 a4 b4 c4 d4 a5".split(" "));
    Game game = Registry.load().game("hex:size=5");
    List<String> found = new ArrayList<>();
    try (Player player = Registry.load().entrant(game, "mcts:eval=distance,reuse=false").newPlayer()) {
      for (int move : Moves.of(game.start()).toArray()) {
        Position position = game.start();
        position.make(move);
        if (player.choose(position, Search.nodes(40_000)).value() < 0) {
          found.add(game.start().format(move));
        }
      }
    }
    assertThat(found).containsExactlyElementsOf(winning);
  }
}
