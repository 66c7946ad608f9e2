package mesa.games.connectfour;

import java.nio.file.Path;
import mesa.testkit.Playthrough;
import org.junit.jupiter.api.Test;

final class ConnectFourPlaythroughTest {
  @Test
  void check_ofARandomGame_isAsRecorded() {
    Path file = Path.of("src/test/resources/mesa/games/connectfour/playthrough-1.txt");
    Playthrough.check(ConnectFour.GAME, file, 1, Cells.COUNT);
  }
}
