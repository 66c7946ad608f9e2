package mesa.games.tictactoe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import mesa.core.Budget;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulesPlayerTest {
  private static final RulesPlayer PLAYER = new RulesPlayer();

  @ParameterizedTest
  @CsvSource({
    "xx./oo./... x, c3, 1", // win, though c2 would block
    "o../.x./.x. o, b3, 2", // block
    ".../xxo/.o. x, a3, 3", // fork: a1 and c1 both win then
    "x../.o./..x o, b3, 4", // two forks to block: threaten from a side, so that x has to answer on b1
    ".../oxx/... o, a3, 4", // and from a corner
    "x../.../... o, b2, 5", // centre
    "..o/.x./... x, a1, 6", // opposite corner
    ".../.x./... o, a3, 7", // corner
    "x.o/oxx/x.o o, b3, 8", // side
  })
  void choose_ofATeachingPosition_takesTheFirstRuleThatApplies(String text, String move, int ticks) {
    Position position = TicTacToe.GAME.parse(text);
    Meter meter = Budget.UNLIMITED.start(() -> 0);
    int chosen = PLAYER.choose(position, meter).move();
    assertThat(position.format(chosen)).as(text).isEqualTo(move);
    assertThat(meter.ticks()).as("rules tried in %s", text).isEqualTo(ticks);
  }

  /** Every line that X can meet, whatever O does, and the other way round. */
  @ParameterizedTest
  @CsvSource({"0, 143", "1, 292"})
  void choose_againstEveryLineOfPlay_neverLoses(int side, int decisions) {
    Set<String> met = new TreeSet<>();
    playAll(TicTacToe.GAME.start(), side, met);
    assertThat(met).as("positions in which it had to choose").hasSize(decisions);
  }

  private static void playAll(Position position, int side, Set<String> met) {
    assertThat(position.outcome()).as(position.text()).isNotEqualTo(Outcome.wonBy(side ^ 1));
    if (position.outcome().isOver()) {
      return;
    }
    if (position.sideToMove() == side) {
      met.add(position.text());
      position.make(choice(position));
      playAll(position, side, met);
      position.unmake();
      return;
    }
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      playAll(position, side, met);
      position.unmake();
    }
  }

  @Test
  void choose_inItsOwnGames_isAlwaysOptimal() {
    Solution solution = Solution.ofTicTacToe();
    for (int side = 0; side < 2; side++) {
      Set<String> met = new TreeSet<>();
      playAll(TicTacToe.GAME.start(), side, met);
      assertThat(met).allMatch(text -> isOptimal(solution, TicTacToe.GAME.parse(text)));
    }
  }

  @Test
  void choose_inEveryPositionThereIs_isOptimalIn4479Of4520() {
    Solution solution = Solution.ofTicTacToe();
    assertThat(solution.decisions().stream().filter(position -> isOptimal(solution, position))).hasSize(4_479);
    assertThat(solution.decisions()).hasSize(4_520);
  }

  private static boolean isOptimal(Solution solution, Position position) {
    return solution.bestMoves(position).contains(choice(position));
  }

  private static int choice(Position position) {
    return PLAYER.choose(position.copy(), Budget.UNLIMITED.start(() -> 0)).move();
  }
}
