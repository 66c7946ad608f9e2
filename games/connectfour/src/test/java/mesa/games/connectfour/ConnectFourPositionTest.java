package mesa.games.connectfour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;
import mesa.testkit.PerftCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConnectFourPositionTest {
  /** The 69 fours that the board has, found by coordinates. */
  private static final List<Long> FOURS = IntStream.range(0, 42).boxed().flatMap(cell -> Stream.of(
          new int[] {0, 1}, new int[] {1, 0}, new int[] {1, 1}, new int[] {1, -1})
      .filter(d -> cell % 7 + 3 * d[0] < 7 && cell / 7 + 3 * d[1] < 6 && cell / 7 + 3 * d[1] >= 0)
      .map(d -> IntStream.range(0, 4)
          .mapToLong(i -> 1L << 7 * (cell % 7 + i * d[0]) + cell / 7 + i * d[1])
          .reduce(0, (a, b) -> a | b))).toList();

  @ParameterizedTest
  @CsvSource({
    Boards.START + ",                                        ONGOING,    ''",
    "......./......./x....../x....../x....../xooo... o,      FIRST_WON,  four in a row", // upright
    "......./......./......./......./......./oooxxxx o,      FIRST_WON,  four in a row", // level
    "......./......./...x.../..xo.../.xoo.../xoxx..o o,      FIRST_WON,  four in a row", // rising
    "......./......./...x.../...ox../...oox./o..xoxx o,      FIRST_WON,  four in a row", // falling
    "......./......./......./......./xx...../xxoooo. x,      SECOND_WON, four in a row",
    "......./......./......./......./......./ooo.xxx x,      ONGOING,    ''",
    "......./......./......./x....../x....../x..ooo. x,      ONGOING,    ''",
    Boards.DRAWN + ",                                        DRAWN,      board full",
    Boards.WON_AT_LAST + ",                                  SECOND_WON, four in a row",
  })
  void outcome_ofAPosition_isByItsFours(String text, Outcome outcome, String ending) {
    Position position = ConnectFour.GAME.parse(text);
    assertThat(position.outcome()).as(text).isEqualTo(outcome);
    assertThat(position.ending()).as(text).isEqualTo(ending);
  }

  @Test
  void hasFour_ofEveryFour_isTrue() {
    assertThat(FOURS).hasSize(69).allMatch(Cells::hasFour);
    assertThat(FOURS.stream().flatMap(four -> cells(four).map(cell -> four ^ cell))).noneMatch(Cells::hasFour);
  }

  @Test
  void hasFour_ofRandomDiscs_isWhetherOneOfThe69IsAmongThem() {
    Rng rng = new Rng(1);
    for (int i = 0; i < 20_000; i++) {
      long discs = rng.next() & rng.next() & Cells.ALL;
      assertThat(Cells.hasFour(discs)).as("%x", discs).isEqualTo(FOURS.stream().anyMatch(f -> (f & ~discs) == 0));
    }
  }

  @Test
  void threats_ofRandomPositions_areTheFreeCellsThatMakeFour() {
    Rng rng = new Rng(1);
    for (int i = 0; i < 20_000; i++) {
      ConnectFourPosition position = Boards.random(rng.below(Cells.COUNT), rng);
      long own = position.discs(i & 1);
      long other = position.discs(i & 1 ^ 1);
      long expected = 0;
      for (long four : FOURS) {
        long missing = four & ~own;
        expected |= Long.bitCount(missing) == 1 ? missing & ~other : 0;
      }
      assertThat(Cells.threats(own, own | other)).as("%s for side %d", position, i & 1).isEqualTo(expected);
    }
  }

  @Test
  void lines_ofTheBoard_addUpToFourTimes69() {
    assertThat(cells(Cells.ALL).mapToInt(Cells::lines).sum()).isEqualTo(4 * 69);
    assertThat(cells(Cells.column(3)).map(Cells::lines)).containsExactly(7, 10, 13, 13, 10, 7);
    assertThat(cells(Cells.column(0)).map(Cells::lines)).containsExactly(3, 4, 5, 5, 4, 3);
  }

  private static Stream<Long> cells(long set) {
    return IntStream.range(0, 49).mapToObj(bit -> 1L << bit).filter(cell -> (set & cell) != 0);
  }

  @Test
  void game_besideAPlainGrid_isTheSame() {
    Rng rng = new Rng(7);
    for (int game = 0; game < 2_000; game++) {
      Position position = ConnectFour.GAME.start();
      Grid grid = new Grid();
      while (!position.outcome().isOver()) {
        assertThat(Moves.of(position).toArray()).containsExactlyInAnyOrder(
            grid.open().stream().mapToInt(Integer::intValue).toArray());
        int move = grid.open().get(rng.below(grid.open().size()));
        int mover = position.sideToMove();
        position.make(move);
        grid.drop(move);
        assertThat(position.text()).isEqualTo(grid.text());
        assertThat(position.outcome()).as(grid.text()).isEqualTo(
            grid.isWon() ? Outcome.wonBy(mover) : grid.open().isEmpty() ? Outcome.DRAWN : Outcome.ONGOING);
      }
    }
  }

  @Test
  void legalMoves_ofTheStart_goFromTheMiddleOutwards() {
    Position start = ConnectFour.GAME.start();
    assertThat(IntStream.of(Moves.of(start).toArray()).mapToObj(start::format))
        .containsExactly("d", "c", "e", "b", "f", "a", "g");
  }

  @TestFactory
  Stream<DynamicTest> perft() {
    long[] counts = {1, 7, 49, 343, 2_401, 16_807, 117_649, 823_536, 5_673_234, 39_394_572};
    return PerftCase.tests(ConnectFour.GAME, IntStream.range(0, counts.length)
        .mapToObj(depth -> new PerftCase("", depth, counts[depth], "a program in C++ that shares nothing with this"))
        .toList());
  }

  @ParameterizedTest
  @CsvSource({"'', 7", "4444, 6", "123456712345, 6", "441365675334466335442232, 7"})
  void perft_besideAPlainGrid_isTheSame(String digits, int depth) {
    Grid grid = new Grid();
    digits.chars().forEach(digit -> grid.drop(digit - '1'));
    new PerftCase(digits, depth, grid.perft(depth), "a plain grid").check(ConnectFour.GAME);
  }

  /** The numbers of positions by ply are those of John Tromp, in the OEIS as A212693. */
  @Test
  void hash_ofAllPositionsUpToEightPlies_tellsThemApart() {
    List<Position> positions = List.of(ConnectFour.GAME.start());
    for (int count : new int[] {1, 7, 49, 238, 1_120, 4_263, 16_422, 54_859, 184_275}) {
      assertThat(positions).hasSize(count);
      Set<Long> seen = new HashSet<>();
      List<Position> next = new ArrayList<>();
      for (Position position : positions) {
        for (int move : Moves.of(position).toArray()) {
          position.make(move);
          if (seen.add(position.hash())) {
            next.add(position.copy());
          }
          position.unmake();
        }
      }
      positions = next;
    }
  }

  @Test
  void hash_ofTheStart_isNotZero() {
    assertThat(ConnectFour.GAME.start().hash()).isNotZero();
  }
}
