package mesa.games.hex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DistancesTest {
  @ParameterizedTest
  @CsvSource({
    "2, 2/2 x, 1, 1",
    "13, 13/13/13/13/13/13/13/13/13/13/13/13/13 x, 6, 6", // rows 2, 4, 6, 8, 10 and 12
    "3, 3/3/3 x, 1, 1", // the centre is a bridge from all four edges
    "3, 3/1x1/3 o, 0, 2",
    "5, 5/5/5/5/5 x, 2, 2",
    "5, 5/5/2x2/5/5 o, 2, 3", // c3 is a stone and a bridge from each edge
    "5, 5/3x1/5/2x2/3oo x, 0, 3", // bridges lead from d2 to the top, from d2 to c4, and from c4 to the bottom
    "5, 5/3x1/5/2x2/2o1o x, 1, 3", // the last of them is broken; now o only has to go around b5
  })
  void lacking_ofAPosition_countsStonesWithBridgesFree(int size, String text, int first, int second) {
    Distances distances = of(size, text);
    assertThat(distances.lacking(0)).as("x in %s", text).isEqualTo(first);
    assertThat(distances.lacking(1)).as("o in %s", text).isEqualTo(second);
  }

  @Test
  void ways_onTheEmptyBoardOfThree_areShortestThroughTheCentre() {
    Distances distances = of(3, "3/3/3 x");
    // Of the middle row, a2 has one cell less below than a bridge takes, c2 one less above.
    assertThat(cells(distances.ways(0, 0))).containsExactly("b2");
    assertThat(cells(distances.ways(0, 1))).containsExactly("a1", "a2", "a3", "b1", "b3", "c1", "c2", "c3");
  }

  private static Distances of(int size, String text) {
    Distances distances = new Distances(Board.of(size));
    distances.turnTo((HexPosition) new Hex(size).parse(text), Distances.MOST_EXCESS);
    return distances;
  }

  private static Set<String> cells(long[] set) {
    Set<String> cells = new TreeSet<>();
    for (int cell = Cells.next(set, 0); cell >= 0; cell = Cells.next(set, cell + 1)) {
      cells.add(Notation.cell(cell));
    }
    return cells;
  }
}
