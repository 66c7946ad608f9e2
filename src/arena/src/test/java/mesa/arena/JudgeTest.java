package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Registry REGISTRY = Registry.load();
  private static final Game GAME = REGISTRY.game("tictactoe");

  // To an opening in the corner only the centre keeps the draw; so every book on the game says.
  @Test
  void worths_cornerOpening_onlyTheCentreDraws() {
    Position position = GAME.start();
    position.make(Moves.of(position).get(0));
    Moves legal = Moves.of(position);
    try (Judge judge = new Judge(REGISTRY.entrant(GAME, "solver"))) {
      byte[] worths = judge.worths(position, legal);

      assertThat(worths).hasSize(8).containsOnly(0, -1).containsOnlyOnce(0);
      assertThat(Judge.best(worths)).isZero();
      judge.worths(position, legal);
      assertThat(judge.positions()).isEqualTo(1);
    }
  }

  @Test
  void worths_tooSmallABudget_areUnknown() {
    try (Judge judge = new Judge(REGISTRY.entrant(GAME, "solver:nodes=1"))) {
      Position start = GAME.start();

      assertThat(judge.worths(start, Moves.of(start))).containsOnly(Judge.UNKNOWN);
    }
  }

  @Test
  void best_someMovesUnknown_isKnownOnlyOfAWin() {
    assertThat(Judge.best(new byte[] {-1, Judge.UNKNOWN, 1})).isEqualTo(1);
    assertThat(Judge.best(new byte[] {-1, Judge.UNKNOWN, 0})).isEqualTo(Judge.UNKNOWN);
    assertThat(Judge.best(new byte[] {-1, -1})).isEqualTo(-1);
  }
}
