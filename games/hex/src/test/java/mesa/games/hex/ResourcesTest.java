package mesa.games.hex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mesa.core.Position;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResourcesTest {
  private static final Hex GAME = new Hex(Hex.USUAL_SIZE);

  @ParameterizedTest
  @CsvSource({"fair,1", "level,4"})
  void openings_ofEachList_areLegalAndNoneIsAnothersImage(String list, int moves) throws IOException {
    Board board = GAME.board();
    List<HexPosition> openings = lines("openings/" + list + ".txt").stream().map(ResourcesTest::played).toList();
    assertThat(openings).isNotEmpty().allMatch(position -> position.empty() == 121 - moves);
    List<Long> hashes = openings.stream().map(position -> Math.min(
        position.hash(), Symmetry.turned(position, board).hash())).toList();
    assertThat(hashes).doesNotHaveDuplicates();
  }

  private static HexPosition played(String line) {
    HexPosition position = (HexPosition) GAME.start();
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
      Position position = text.isEmpty() ? GAME.start() : GAME.parse(text);
      assertThat(position.outcome().isOver()).as(text).isFalse();
    });
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = GAME.resource(resource).orElseThrow().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }
}
