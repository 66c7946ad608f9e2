package mesa.games.connectfour;

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
  @Test
  void text_ofAPosition_isItsRowsFromTheTop() {
    assertThat(ConnectFour.GAME.start().text()).isEqualTo(Boards.START);
    assertThat(Boards.rows("44455554221")).isEqualTo("......./......./...ox../...xo../.o.ox../xx.xo.. o");
  }

  /** The text of a game is not kept, so it can't be taken back. */
  @Test
  void parse_ofDigits_givesThePositionWithNoMoveMade() {
    Position position = ConnectFour.GAME.parse("4453");
    assertThat(position.text()).isEqualTo("......./......./......./......./...o.../..oxx.. x");
    assertThat(position.movesMade()).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "......./......./...x... o                         | wanted are six rows of x, o and . from the top",
    "......./......./......./......./......./...x...   | wanted are six rows",
    "......./......./......./......./......./..x... o  | row 1, \"..x...\", has 6 cells instead of 7",
    "......./......./......./......./......./...X... o | \"X\" on d1 is none of x, o and .",
    "......./......./......./......./......./...x... w | the side to move is x or o, not \"w\"",
    "......./......./......./......./...x.../....... o | the disc on d2 has none below it",
    "......./......./......./......./......./...x... x | with x to move there are as many x as o, not 1 and 0",
    "......./......./......./......./......./..xx... o | with o to move there are one more x than o, not 2 and 0",
    "......./......./......./......./x.xx.../x.xoooo o | o has four in a row, which ended the game before x moved last",
    "......./......./......./......./......./.ooxxxx x | with x to move there are as many x as o, not 4 and 2",
    "......./......./......./......./......./8...... x | \"8\" on a1 is none of x, o and .",
    "4484                                              | wanted are six rows",
    "41414142                                          | move 8, \"2\", comes after the end of the game",
    "44444441                                          | move 7, \"4\", comes into a full column",
  })
  void parse_ofAMalformedText_saysWhatIsWrongAndWhere(String text, String message) {
    assertThatThrownBy(() -> ConnectFour.GAME.parse(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("\"" + text + "\"")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "......./......./......./......./x....../o...... x", // the first disc would be o's
    "......./......./......./......./xxxo.../oooo.xx x", // all four were there before the last disc
    "......./......./xx...../xx...o./xx..ooo/xx..ooo o", // no one disc made both fours
  })
  void parse_ofWhatNoGameLeadsTo_isRefused(String text) {
    assertThatThrownBy(() -> ConnectFour.GAME.parse(text))
        .isInstanceOf(BadInputException.class).hasMessageContaining("no game leads here");
  }

  @Test
  void format_ofTheColumns_isTheirLetters() {
    Position start = ConnectFour.GAME.start();
    assertThat(IntStream.range(0, 7).mapToObj(start::format)).containsExactly("a", "b", "c", "d", "e", "f", "g");
  }

  @ParameterizedTest
  @ValueSource(strings = {"b", "B", " b ", "2"})
  void parseMove_ofALetterOrDigit_isForgiving(String text) {
    assertThat(ConnectFour.GAME.start().parseMove(text)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "444444  | d  | \"d\" is not legal in ...o.../...x.../...o.../...x.../...o.../...x... x: the column is full",
    "1212121 | d  | \"d\" is not legal in ......./......./x....../xo...../xo...../xo..... o: the game is over",
    "4       | h  | \"h\" is no column (in ......./......./......./......./......./...x... o); columns are a to g, or 1 to 7",
    "4       | d2 | \"d2\" is no column",
  })
  void parseMove_ofWhatIsNotLegal_saysWhy(String position, String move, String message) {
    assertThatThrownBy(() -> ConnectFour.GAME.parse(position).parseMove(move))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void diagram_ofAPosition_hasCoordinates() {
    assertThat(ConnectFour.GAME.parse("4453").diagram()).isEqualTo("""
        6  . . . . . . .
        5  . . . . . . .
        4  . . . . . . .
        3  . . . . . . .
        2  . . . o . . .
        1  . . o x x . .
           a b c d e f g""");
  }
}
