package mesa.games.hex;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Budget;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RulesPlayerTest {
  @ParameterizedTest
  @CsvSource({
    "2x2/2x2/2x2/2x2/oo1oo x, c5, 1", // win
    "2x2/2x2/2x2/2x2/oo1o1 o, c5, 2", // block
    "5/2x2/2o2/1x3/4o x,      b3, 3", // o has stepped between c2 and b4
    "5/5/5/5/5 x,             c3, 4", // centre
    "4o/2x2/5/1x3/4o x,       c3, 5", // bridges join it all: fill the one in the middle
    "5/1o3/2x2/5/5 x,         c2, 6", // helps x to the top, and is in the way of o's next bridge
    "x4/3o1/1o3/5/4x x,       c3, 7", // o lacks nothing: break a bridge
  })
  void choose_ofATeachingPosition_takesTheFirstRuleThatApplies(String text, String move, int ticks) {
    Position position = new Hex(5).parse(text);
    Meter meter = Budget.UNLIMITED.start(() -> 0);
    int chosen = new RulesPlayer(Board.of(5)).choose(position, meter).move();
    assertThat(position.format(chosen)).as(text).isEqualTo(move);
    assertThat(meter.ticks()).as("rules tried in %s", text).isEqualTo(ticks);
  }

  /** Beginning in the centre it wins on a board of three whatever the other side does: bridges lead to both edges. */
  @Test
  void choose_goingFirstOnABoardOfThree_neverLoses() {
    playAll(new Hex(3).start(), new RulesPlayer(Board.of(3)));
  }

  private static void playAll(Position position, RulesPlayer player) {
    assertThat(position.outcome()).as(position.text()).isNotEqualTo(Outcome.SECOND_WON);
    if (position.outcome().isOver()) {
      return;
    }
    int[] moves = position.sideToMove() == 0
        ? new int[] {player.choose(position.copy(), Budget.UNLIMITED.start(() -> 0)).move()}
        : Moves.of(position).toArray();
    for (int move : moves) {
      position.make(move);
      playAll(position, player);
      position.unmake();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 11, 13})
  void choose_alongGamesAgainstChance_winsThemAll(int size) {
    Board board = Board.of(size);
    RulesPlayer player = new RulesPlayer(board);
    Rng rng = new Rng(size);
    int won = 0;
    for (int game = 0; game < 40; game++) {
      HexPosition position = new HexPosition(board);
      while (!position.outcome().isOver()) {
        Moves moves = Moves.of(position);
        position.make(position.sideToMove() == 0
            ? player.choose(position.copy(), Budget.UNLIMITED.start(() -> 0)).move()
            : moves.get(rng.below(moves.size())));
      }
      won += position.outcome() == Outcome.FIRST_WON ? 1 : 0;
    }
    assertThat(won).isEqualTo(40);
  }
}
