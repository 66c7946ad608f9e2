package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatingMaterialTest {
  // Who can mate with the other's help: the first ten as python-chess's test.py has them for has_insufficient_material.
  @ParameterizedTest
  @CsvSource({
    "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1, true, true",
    "k1K1B1B1/8/8/8/8/8/8/8 w - - 7 32, false, false",
    "kbK1B1B1/8/8/8/8/8/8/8 w - - 7 32, true, true",
    "8/5k2/8/8/8/8/3K4/8 w - - 0 1, false, false",
    "8/3k4/8/8/2N5/8/3K4/8 b - - 0 1, false, false",
    "8/4rk2/8/8/8/8/3K4/8 w - - 0 1, false, true",
    "8/4qk2/8/8/8/8/3K4/8 w - - 0 1, false, true",
    "8/4bk2/8/8/8/8/3KB3/8 w - - 0 1, true, true",
    "8/5k2/8/8/8/4B3/3K1B2/8 w - - 0 1, false, false",
    "8/3k4/8/8/2N5/8/3K4/6q1 b - - 0 1, false, true",
    "8/3k3p/8/8/2N5/8/3K4/8 b - - 0 1, true, true",
    "8/3k4/8/8/2NN4/8/3K4/8 b - - 0 1, true, false",
    "8/3k4/8/8/2NB4/8/3K4/8 b - - 0 1, true, false",
    "8/3kn3/8/8/3B4/8/3K4/8 b - - 0 1, true, true",
  })
  void mayWin_anyMaterial_isWhetherAMateCanBeReached(String fen, boolean white, boolean black) {
    Position position = Chess.GAME.parse(fen);

    assertThat(position.mayWin(0)).as("white in " + fen).isEqualTo(white);
    assertThat(position.mayWin(1)).as("black in " + fen).isEqualTo(black);
  }

  @ParameterizedTest
  @CsvSource({"e2e4 e7e5, 0, 11", "e2e4 g8f6, 1, 11", "g1f3 g8f6 f3g1 f6g8 e2e4, 0, 12"})
  void moveNumber_gameFromAFen_goesOnFromItsNumber(String moves, int withoutProgress, int number) {
    Position position = Chess.GAME.parse("rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 10");
    for (String move : moves.split(" ")) {
      position.make(position.parseMove(move));
    }

    assertThat(position.movesWithoutProgress()).isEqualTo(withoutProgress);
    assertThat(position.movesToDraw()).isEqualTo(100 - withoutProgress);
    assertThat(position.moveNumber()).isEqualTo(number);
  }
}
