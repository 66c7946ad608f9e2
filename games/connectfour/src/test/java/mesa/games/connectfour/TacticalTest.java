package mesa.games.connectfour;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Moves;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TacticalTest {
  @ParameterizedTest
  @CsvSource({
    "121212,  a, true",  // x makes four, and so would o
    "12121,   a, true",  // o has to take a
    "44,      '', false",
  })
  void noisyMoves_ofAPosition_winOrBlock(String digits, String noisy, boolean inCheck) {
    ConnectFourPosition position = (ConnectFourPosition) ConnectFour.GAME.parse(digits);
    Moves moves = new Moves();
    position.noisyMoves(moves);
    assertThat(moves.isEmpty() ? "" : position.format(moves.get(0))).as(position.text()).isEqualTo(noisy);
    assertThat(position.inCheck()).as(position.text()).isEqualTo(inCheck);
  }

  @Test
  void inCheck_ofRandomPositions_isWhetherTheOtherSideCouldMakeFour() {
    Rng rng = new Rng(3);
    for (int i = 0; i < 5_000; i++) {
      ConnectFourPosition position = Boards.random(rng.below(Cells.COUNT), rng);
      long other = position.discs(position.sideToMove() ^ 1);
      boolean threatened = false;
      for (int move : Moves.of(position).toArray()) {
        long cell = Cells.landings(position.discs()) & Cells.column(move);
        threatened |= Cells.hasFour(other | cell);
      }
      assertThat(position.inCheck()).as(position.text()).isEqualTo(threatened);
      assertThat(position.makeNull()).isFalse();
    }
  }
}
