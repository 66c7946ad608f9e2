package mesa.games.hex;

import java.nio.file.Path;
import mesa.testkit.Playthrough;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HexPlaythroughTest {
  @ParameterizedTest
  @CsvSource({"3, 1", "5, 2", "11, 3"})
  void check_ofARandomGame_isAsRecorded(int size, long seed) {
    Path file = Path.of("src/test/resources/mesa/games/hex/playthrough-" + size + ".txt");
    Playthrough.check(new Hex(size), file, seed, size == 11 ? 12 : 25);
  }
}
