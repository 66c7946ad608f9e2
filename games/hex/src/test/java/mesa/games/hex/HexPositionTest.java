package mesa.games.hex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;
import mesa.testkit.PerftCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HexPositionTest {
  @ParameterizedTest
  @CsvSource({
    "3/3/3 x,         ONGOING,    ''",
    "xo1/xo1/x2 o,    FIRST_WON,  top and bottom joined", // straight down
    "o1x/ox1/x2 o,    FIRST_WON,  top and bottom joined", // down to the left
    "xo1/1x1/o1x o,   ONGOING,    ''", // down to the right are no neighbours
    "x1x/ooo/x2 x,    SECOND_WON, left and right joined",
    "xxo/1o1/o1x x,   SECOND_WON, left and right joined", // up to the right
    "1xo/xox/oxo x,   SECOND_WON, left and right joined",
    "oxx/oxo/xox o,   FIRST_WON,  top and bottom joined", // with the last cell
  })
  void outcome_ofAPosition_isByItsChains(String text, Outcome outcome, String ending) {
    Position position = new Hex(3).parse(text);
    assertThat(position.outcome()).as(text).isEqualTo(outcome);
    assertThat(position.ending()).as(text).isEqualTo(ending);
  }

  /**
   * Up to four cells a side counted by a program that shares nothing with this one: it looks for a chain by depth-first
   * search at each position. The last row is 121 * 120 * 119 ..., since nobody can win so soon.
   */
  @TestFactory
  Stream<DynamicTest> perft() {
    return Stream.of(
        perft(2, 1, 4, 12, 24, 12),
        perft(3, 1, 9, 72, 504, 3_024, 15_120, 54_720, 146_880, 207_360, 120_960),
        perft(4, 1, 16, 240, 3_360, 43_680, 524_160, 5_765_760, 57_657_600, 513_216_000),
        perft(11, 1, 121, 14_520, 1_727_880)).flatMap(tests -> tests);
  }

  private static Stream<DynamicTest> perft(int size, long... counts) {
    return PerftCase.tests(new Hex(size), IntStream.range(0, counts.length)
        .mapToObj(depth -> new PerftCase("", depth, counts[depth], "brute force")).toList());
  }

  /** The chains that make and unmake keep up agree with a flood from the edge, all along random games. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7, 8, 11, 12, 13})
  void outcome_alongRandomGames_isThatOfAFlood(int size) {
    Board board = Board.of(size);
    Flood flood = new Flood(board);
    Rng rng = new Rng(size);
    for (int game = 0; game < 200; game++) {
      HexPosition position = new HexPosition(board);
      while (!position.outcome().isOver()) {
        Moves moves = Moves.of(position);
        position.make(moves.get(rng.below(moves.size())));
        for (int side = 0; side < 2; side++) {
          assertThat(position.outcome() == Outcome.wonBy(side)).as("side %d has won in %s", side, position)
              .isEqualTo(flood.joins(position.stones(side), side));
        }
      }
    }
  }
}
