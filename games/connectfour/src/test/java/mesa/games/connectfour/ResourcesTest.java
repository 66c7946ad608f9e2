package mesa.games.connectfour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;

final class ResourcesTest {
  @Test
  void benchLines_areSpecsAndPositionsInPlay() throws IOException {
    assertThat(Boards.lines("bench.txt")).isNotEmpty().allSatisfy(line -> {
      String[] parts = line.split("\\|", -1);
      assertThat(parts).hasSize(2);
      Spec.parse(parts[0].strip());
      String text = parts[1].strip();
      Position position = text.isEmpty() ? ConnectFour.GAME.start() : ConnectFour.GAME.parse(text);
      assertThat(position.outcome().isOver()).isFalse();
    });
  }

  @Test
  void solvedPositions_areInPlayAndTheirResultsPossible() throws IOException {
    List<String> lines = Boards.solved();
    assertThat(lines).hasSizeGreaterThan(200).allSatisfy(line -> {
      String[] parts = line.split(" ");
      assertThat(parts).hasSize(3);
      ConnectFourPosition position = (ConnectFourPosition) ConnectFour.GAME.parse(parts[0]);
      assertThat(position.outcome().isOver()).isFalse();
      int left = Cells.COUNT - position.count();
      assertThat(Integer.parseInt(parts[1])).isBetween(-left / 2, (left + 1) / 2);
      assertThat(parts[2].chars()).isNotEmpty().allMatch(column -> Moves.of(position).contains(column - 'a'));
    });
    assertThat(lines.stream().map(line -> Boards.rows(line.split(" ")[0]))).doesNotHaveDuplicates();
  }

  @Test
  void balancedOpenings_areQuietAndDifferent() throws IOException {
    List<String> boards = Boards.lines("openings/balanced.txt").stream().map(ResourcesTest::played).toList();
    assertThat(boards).hasSizeGreaterThan(100).allSatisfy(text -> {
      ConnectFourPosition position = (ConnectFourPosition) ConnectFour.GAME.parse(text);
      assertThat(position.count()).isEqualTo(8);
      assertThat(position.inCheck()).as(text).isFalse();
    });
    assertThat(boards.stream().map(text -> text.compareTo(Boards.mirrored(text)) < 0 ? text : Boards.mirrored(text)))
        .doesNotHaveDuplicates();
  }

  private static String played(String line) {
    Position position = ConnectFour.GAME.start();
    for (String move : line.split(" ")) {
      position.make(position.parseMove(move));
    }
    return position.text();
  }
}
