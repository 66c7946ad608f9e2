package mesa.games.hex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import mesa.core.BadInputException;
import mesa.core.Moves;
import mesa.core.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NotationTest {
  private static final Hex THREE = new Hex(3);

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "3/3 x         | wanted are 3 rows of x, o and numbers of empty cells",
    "3/3/3         | wanted are 3 rows",
    "3/2/3 x       | row 2, \"2\", has less than 3 cells",
    "3/x3/3 o      | row 2, \"x3\", has more than 3 cells",
    "3/x0x/3 o     | \"0\" in row 2 is neither x nor o nor a number",
    "3/x.x/3 o     | \".\" in row 2 is neither x nor o nor a number",
    "3/3/3 w       | the side to move is x or o, not \"w\"",
    "3/3/3  x      | the side to move is x or o, not \" x\"",
    "x2/3/3 x      | with x to move there are as many x as o, not 1 and 0",
    "xo1/3/3 o     | with o to move there are one more x than o, not 1 and 1",
    "xo1/xo1/xo1 x | x has joined its edges, which ended the game before o moved last",
  })
  void parse_ofAMalformedText_saysWhatIsWrongAndWhere(String text, String message) {
    assertThatThrownBy(() -> THREE.parse(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("\"" + text + "\"")
        .hasMessageContaining(message);
  }

  @Test
  void parse_ofAGameThatWentOnAfterItsEnd_isRefused() {
    // Either of two columns would have been enough.
    assertThatThrownBy(() -> new Hex(4).parse("xxoo/xxoo/xxoo/xxo1 o"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("x had joined its edges before its last move, whichever that was (in \"xxoo/xxoo/xxoo/xxo1 o\")");
  }

  @Test
  void format_ofTheMoves_readsFromTheTopLeft() {
    Position start = THREE.start();
    assertThat(Arrays.stream(Moves.of(start).toArray()).mapToObj(start::format))
        .containsExactly("a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"k10", "K10", " k10 "})
  void parseMove_inAnyCase_isForgiving(String text) {
    Position start = new Hex(11).start();
    assertThat(start.format(start.parseMove(text))).isEqualTo("k10");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "x2/3/3 o      | a1 | \"a1\" is not legal in x2/3/3 o: the cell is taken",
    "xo1/xo1/x2 o  | c3 | \"c3\" is not legal in xo1/xo1/x2 o: the game is over",
    "x2/3/3 o      | d1 | \"d1\" is no cell (in x2/3/3 o); cells run from a1, top left, to c3, bottom right",
  })
  void parseMove_ofWhatIsNotLegal_saysWhy(String position, String move, String message) {
    assertThatThrownBy(() -> THREE.parse(position).parseMove(move))
        .isInstanceOf(BadInputException.class)
        .hasMessage(message);
  }

  @Test
  void diagram_ofAPosition_isARhombusWithCoordinates() {
    assertThat(THREE.parse("2x/1o1/3 x").diagram()).isEqualTo("""
        \s   a b c
         1  . . x
          2  . o .
           3  . . .""");
  }
}
