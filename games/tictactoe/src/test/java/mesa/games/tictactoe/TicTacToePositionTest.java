package mesa.games.tictactoe;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Outcome;
import mesa.core.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TicTacToePositionTest {
  @ParameterizedTest
  @CsvSource({
    ".../.../... x, ONGOING,    ''",
    "xxx/oo./... o, FIRST_WON,  three in a row",
    "oo./xxx/... o, FIRST_WON,  three in a row",
    "oo./.../xxx o, FIRST_WON,  three in a row",
    "xo./xo./x.. o, FIRST_WON,  three in a row",
    "ox./ox./.x. o, FIRST_WON,  three in a row",
    "o.x/o.x/..x o, FIRST_WON,  three in a row",
    "xo./ox./..x o, FIRST_WON,  three in a row",
    "oox/.x./x.. o, FIRST_WON,  three in a row",
    "xx./ooo/x.. x, SECOND_WON, three in a row",
    "xxo/oox/xxo o, DRAWN,      board full",
    "xxx/oox/oxo o, FIRST_WON,  three in a row",
    "xx./oo./... x, ONGOING,    ''",
  })
  void outcome_ofAPosition_isByItsLines(String text, Outcome outcome, String ending) {
    // The last row but one wins with the move that fills the board.
    Position position = TicTacToe.GAME.parse(text);
    assertThat(position.outcome()).as(text).isEqualTo(outcome);
    assertThat(position.ending()).as(text).isEqualTo(ending);
  }
}
