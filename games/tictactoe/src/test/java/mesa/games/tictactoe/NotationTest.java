package mesa.games.tictactoe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import mesa.core.BadInputException;
import mesa.core.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NotationTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "x.o/.x. x         | wanted are three rows of x, o and . from the top, and the side to move",
    "x.o/.x./..o       | wanted are three rows",
    "x.o/.x/..o x      | row 2, \".x\", has 2 cells instead of 3 (in \"x.o/.x/..o x\")",
    "x.o/.x./..q x     | \"q\" on c1 is none of x, o and . (in \"x.o/.x./..q x\")",
    "x.o/.x./..o w     | the side to move is x or o, not \"w\"",
    "x.o/.x./..o  x    | the side to move is x or o, not \" x\"",
    "x.o/.x./..o o     | with o to move there are one more x than o, not 2 and 2",
    "xxx/.../... x     | with x to move there are as many x as o, not 3 and 0",
    "xxx/ooo/... x     | x has three in a row, which ended the game before o moved last",
    "xx./ooo/x.x o     | o has three in a row, which ended the game before x moved last",
  })
  void parse_ofAMalformedText_saysWhatIsWrongAndWhere(String text, String message) {
    assertThatThrownBy(() -> TicTacToe.GAME.parse(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("\"" + text + "\"")
        .hasMessageContaining(message);
  }

  @Test
  void format_ofTheCells_readsFromTheTopLeft() {
    Position start = TicTacToe.GAME.start();
    assertThat(IntStream.range(0, 9).mapToObj(start::format))
        .containsExactly("a3", "b3", "c3", "a2", "b2", "c2", "a1", "b1", "c1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"b2", "B2", " b2 "})
  void parseMove_inAnyCase_isForgiving(String text) {
    assertThat(TicTacToe.GAME.start().parseMove(text)).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "x.o/.x./..o x | b2 | \"b2\" is not legal in x.o/.x./..o x: the cell is taken",
    "xxx/oo./... o | c1 | \"c1\" is not legal in xxx/oo./... o: the game is over",
    "x.o/.x./..o x | d4 | \"d4\" is no cell (in x.o/.x./..o x); cells run from a1, bottom left, to c3, top right",
  })
  void parseMove_ofWhatIsNotLegal_saysWhy(String position, String move, String message) {
    assertThatThrownBy(() -> TicTacToe.GAME.parse(position).parseMove(move))
        .isInstanceOf(BadInputException.class)
        .hasMessage(message);
  }

  @Test
  void diagram_ofAPosition_hasCoordinates() {
    assertThat(TicTacToe.GAME.parse("x.o/.x./..o x").diagram()).isEqualTo("""
        3  x . o
        2  . x .
        1  . . o
           a b c""");
  }
}
