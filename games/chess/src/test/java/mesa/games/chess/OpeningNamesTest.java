package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningNamesTest {
  private static final List<OpeningNames.Line> LINES = OpeningNames.lines();

  private static Map<String, String> named(String moves) {
    return Chess.GAME.recordFormat().orElseThrow().opening(Fen.START, List.of(moves.split(" ")));
  }

  // Illegal moves throw; two lines with one end would make the name depend on their order.
  @Test
  void lines_all_areLegalAndEndInPositionsOfTheirOwn() {
    Map<Long, OpeningNames.Line> ends = new HashMap<>();
    for (OpeningNames.Line line : LINES) {
      OpeningNames.Line other = ends.put(line.end().hash(), line);
      assertThat(other).as(line + " ends where " + other + " does").isNull();
    }
    assertThat(ends).hasSizeGreaterThan(450);
  }

  @Test
  void lines_all_areSortedByCodesThatExist() {
    assertThat(LINES).extracting(line -> line.tags().get("ECO")).isSorted().allMatch(code -> code.matches("[A-E]\\d\\d"));
  }

  @Test
  void lines_all_haveNamesOfTheirOwn() {
    assertThat(LINES).extracting(line -> line.tags().get("Opening") + ": " + line.tags().get("Variation"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "e2e4 c7c5 g1f3 d7d6 d2d4 c5d4 f3d4 g8f6 b1c3 a7a6 c1e3, B90, Sicilian defence, Najdorf variation",
    "c2c4 g8f6 b1c3 g7g6 d2d4 f8g7 e2e4 d7d6 g1f3 e8g8, E90, King's Indian defence, Nf3",
    "d2d4 e7e6 e2e4 d7d5 b1c3 f8b4, C15, French defence, Winawer variation",
    "g1f3 d7d5 d2d4 g8f6 c2c4 e7e6 b1c3 f8e7 c1f4, D37, Queen's gambit declined, Nf3",
    "a2a3 a7a6 a3a4, A00, Irregular opening,",
  })
  void opening_someOrderOfMoves_isThatOfTheLastKnownPosition(String moves, String code, String opening, String variation) {
    assertThat(named(moves).get("ECO")).isEqualTo(code);
    assertThat(named(moves).get("Opening")).isEqualTo(opening);
    assertThat(named(moves).get("Variation")).isEqualTo(variation);
  }

  @Test
  void opening_gameFromElsewhere_hasNoName() {
    String lonely = "4k3/8/8/8/8/8/4P3/4K3 w - - 0 1";

    assertThat(Chess.GAME.recordFormat().orElseThrow().opening(lonely, List.of("e2e4"))).isEmpty();
    assertThat(Chess.GAME.recordFormat().orElseThrow().opening(Fen.START, List.of())).isEmpty();
  }

  @Test
  void lines_oneOfMoves_isReadWhole() {
    OpeningNames.Line line = OpeningNames.Line.parse("C44 Scotch gambit | e4 e5 Nf3 Nc6 d4 exd4 Bc4");

    assertThat(line.tags()).isEqualTo(Map.of("ECO", "C44", "Opening", "Scotch gambit"));
    assertThat(Arrays.asList(line.moves())).hasSize(7).endsWith("Bc4");
  }
}
