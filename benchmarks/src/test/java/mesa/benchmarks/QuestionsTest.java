package mesa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mesa.core.Budget;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Registry;
import mesa.search.Solution;
import mesa.search.Solver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {
  private static final Registry REGISTRY = Registry.load();
  private static final Game HEX = REGISTRY.game("hex:size=5");
  private static final int STONES_OF_LATE_POSITIONS = 12;

  private static List<Question> of(String name) {
    Game game = REGISTRY.game(name);
    return switch (game.name()) {
      case "tictactoe" -> Questions.solved(game);
      case "connectfour" -> Questions.shipped(game);
      case "chess" -> Questions.suite(game, "chess.epd");
      default -> Questions.listed(game, "hex5.txt");
    };
  }

  /** All questions have a right and a wrong answer, so none of them is lost on any player. */
  @ParameterizedTest
  @CsvSource({"tictactoe", "connectfour", "hex:size=5", "chess"})
  void questions_ofAGame_haveLegalAnswersButNotAllMoves(String game) {
    assertThat(of(game)).hasSizeGreaterThan(100).allSatisfy(question -> {
      Set<Integer> legal = Arrays.stream(Moves.of(question.position()).toArray()).boxed().collect(Collectors.toSet());
      assertThat(question.best()).as(question.position().text()).isNotEmpty().isSubsetOf(legal).hasSizeLessThan(legal.size());
    });
  }

  @ParameterizedTest
  @CsvSource({"tictactoe", "connectfour", "hex:size=5", "chess"})
  void questions_ofAGame_areAllDifferent(String game) {
    assertThat(of(game)).extracting(question -> question.position().text()).doesNotHaveDuplicates();
  }

  /** The early ones take the solver a minute together; the file's head says how to check them. */
  @Test
  void listed_latePositionsOfHex_haveTheMovesThatWin() {
    Solver solver = new Solver(64 << 20);
    List<Question> late = Questions.listed(HEX, "hex5.txt").stream()
        .filter(question -> question.position().text().chars().filter(c -> c == 'x' || c == 'o').count()
            > STONES_OF_LATE_POSITIONS)
        .toList();
    assertThat(late).hasSizeGreaterThan(20).allSatisfy(question -> {
      Solution solution = solver.solve(question.position(), Budget.UNLIMITED.start(() -> 0));
      assertThat(Arrays.stream(solution.optimal()).boxed()).as(question.position().text())
          .containsExactlyInAnyOrderElementsOf(question.best());
    });
  }
}
