package mesa.games.connectfour;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Budget;
import mesa.core.Meter;
import mesa.core.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulesPlayerTest {
  @ParameterizedTest
  @CsvSource({
    "121212,   a, 1", // wins, though b would block
    "12121,    a, 2", // blocks
    "4455,     c, 3", // three in the open: b and f both win then
    "445,      c, 4", // the only cell that leaves x no such three, and keeps d and e from being followed by f
    "'',       d, 7", // nothing yet: the cell with most lines
  })
  void choose_ofATeachingPosition_takesTheFirstRuleThatApplies(String digits, String move, int ticks) {
    Position position = digits.isEmpty() ? ConnectFour.GAME.start() : ConnectFour.GAME.parse(digits);
    Meter meter = Budget.UNLIMITED.start(() -> 0);
    int chosen = new RulesPlayer().choose(position, meter).move();
    assertThat(position.format(chosen)).as(position.text()).isEqualTo(move);
    assertThat(meter.ticks()).as("rules tried in %s", position).isEqualTo(ticks);
  }
}
