package mesa.games.connectfour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import mesa.core.Moves;
import mesa.core.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThreatsEvaluatorTest {
  private final ThreatsEvaluator evaluator = new ThreatsEvaluator();

  @ParameterizedTest
  @CsvSource({
    "121212,  3000, 10000, x makes four at once",
    "44553,  -10000, -3000, b and f both make four for x",
    "44,        100, 1000, nothing has happened but that it is x's turn",
  })
  void score_ofAPosition_isInItsRange(String digits, int least, int most, String why) {
    assertThat(evaluator.score(ConnectFour.GAME.parse(digits))).as(why).isBetween(least, most);
  }

  /** The exact results are those of another program. */
  @Test
  void score_ofSolvedPositions_mostlyHasTheSignOfTheResult() throws IOException {
    List<String> decided = Boards.solved().stream().filter(line -> !line.contains(" 0 ")).toList();
    long right = decided.stream().filter(this::hasSignOfResult).count();
    assertThat(right).as("of %d", decided.size()).isGreaterThan(decided.size() * 3 / 4);
  }

  private boolean hasSignOfResult(String line) {
    String[] parts = line.split(" ");
    return Integer.signum(evaluator.score(ConnectFour.GAME.parse(parts[0]))) == Integer.signum(Integer.parseInt(parts[1]));
  }

  @ParameterizedTest
  @CsvSource({
    "121212, a, x makes four",
    "12121,  a, o keeps x from making four",
    "4455,   c, three in the open",
  })
  void priors_ofAnUrgentMove_areTheGreatest(String digits, String move, String why) {
    Position position = ConnectFour.GAME.parse(digits);
    Moves moves = Moves.of(position);
    float[] priors = new float[moves.size()];
    evaluator.priors(position, moves, priors);
    int best = 0;
    for (int i = 1; i < priors.length; i++) {
      best = priors[i] > priors[best] ? i : best;
    }
    assertThat(position.format(moves.get(best))).as(why).isEqualTo(move);
  }
}
