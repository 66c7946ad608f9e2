package mesa.games.tictactoe;

import java.nio.file.Path;
import mesa.testkit.Playthrough;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TicTacToePlaythroughTest {
  @ParameterizedTest
  @ValueSource(longs = {3, 5})
  void check_ofAWonAndADrawnGame_isAsRecorded(long seed) {
    Path file = Path.of("src/test/resources/mesa/games/tictactoe/playthrough-" + seed + ".txt");
    Playthrough.check(TicTacToe.GAME, file, seed, 9);
  }
}
