package mesa.games.chess;

import java.nio.file.Path;
import mesa.testkit.Playthrough;
import org.junit.jupiter.api.Test;

class ChessPlaythroughTest {
  @Test
  void check_ofARandomOpening_isAsRecorded() {
    Playthrough.check(Chess.GAME, Path.of("src/test/resources/mesa/games/chess/playthrough-1.txt"), 1, 24);
  }
}
