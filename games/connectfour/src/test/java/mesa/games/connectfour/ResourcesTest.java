package mesa.games.connectfour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mesa.core.Position;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;

final class ResourcesTest {
  @Test
  void benchLines_areSpecsAndPositionsInPlay() throws IOException {
    assertThat(lines("bench.txt")).isNotEmpty().allSatisfy(line -> {
      String[] parts = line.split("\\|", -1);
      assertThat(parts).hasSize(2);
      Spec.parse(parts[0].strip());
      String text = parts[1].strip();
      Position position = text.isEmpty() ? ConnectFour.GAME.start() : ConnectFour.GAME.parse(text);
      assertThat(position.outcome().isOver()).isFalse();
    });
  }

  @Test
  void solvedPositions_areInPlayAndTheirScoresPossible() throws IOException {
    List<String> lines = lines("solved.txt");
    assertThat(lines).hasSizeGreaterThan(200).allSatisfy(line -> {
      String[] parts = line.split(" ");
      assertThat(parts).hasSize(2);
      ConnectFourPosition position = (ConnectFourPosition) ConnectFour.GAME.parse(parts[0]);
      assertThat(position.outcome().isOver()).isFalse();
      int left = Cells.COUNT - position.count();
      assertThat(Integer.parseInt(parts[1])).isBetween(-left / 2, (left + 1) / 2);
    });
    assertThat(lines.stream().map(line -> Boards.rows(line.split(" ")[0]))).doesNotHaveDuplicates();
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = ConnectFour.GAME.resource(resource).orElseThrow().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }
}
