package mesa.games.tictactoe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResourcesTest {
  private static final Solution SOLUTION = Solution.ofTicTacToe();

  @ParameterizedTest
  @CsvSource({"short,1,2", "three,3,3"})
  void openings_ofEachList_areAllThatKeepTheDrawUpToSymmetry(String list, int from, int to) throws IOException {
    List<Position> openings = lines("openings/" + list + ".txt").stream().map(ResourcesTest::played).toList();
    assertThat(openings).allMatch(position -> SOLUTION.value(position) == 0);
    List<String> drawn = SOLUTION.positions().stream()
        .filter(position -> position.movesMade() >= from && position.movesMade() <= to)
        .filter(position -> SOLUTION.value(position) == 0)
        .map(position -> Symmetry.least(position.text()))
        .distinct()
        .toList();
    assertThat(openings.stream().map(position -> Symmetry.least(position.text())))
        .containsExactlyInAnyOrderElementsOf(drawn);
  }

  private static Position played(String line) {
    Position position = TicTacToe.GAME.start();
    for (String move : line.split(" ")) {
      position.make(position.parseMove(move));
    }
    return position;
  }

  @Test
  void benchLines_areSpecsAndPositionsInPlay() throws IOException {
    assertThat(lines("bench.txt")).isNotEmpty().allSatisfy(line -> {
      String[] parts = line.split("\\|", -1);
      assertThat(parts).hasSize(2);
      Spec.parse(parts[0].strip());
      String text = parts[1].strip();
      Position position = text.isEmpty() ? TicTacToe.GAME.start() : TicTacToe.GAME.parse(text);
      assertThat(Moves.of(position).isEmpty()).isFalse();
    });
  }

  @Test
  void demo_hasAHeadAndSpecs() throws IOException {
    List<String> lines = lines("demo.txt");
    assertThat(lines.getFirst()).matches("games=\\d+ openings=short");
    assertThat(lines.stream().skip(1).map(Spec::parse)).hasSizeGreaterThan(2).doesNotHaveDuplicates();
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = TicTacToe.GAME.resource(resource).orElseThrow().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }
}
