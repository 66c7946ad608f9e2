package mesa.games.connectfour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import mesa.core.Moves;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;

/** What a position tells a solver, beyond what the contract of every game asks. */
final class SolvableTest {
  @Test
  void soundMoves_withThreatsToMake_comeFirst() {
    Moves sound = new Moves();
    // With d1, x would have three in a row on c1 to e1, open on both sides; nothing else makes a threat.
    ((ConnectFourPosition) ConnectFour.GAME.parse("373756")).soundMoves(sound);
    assertThat(sound.get(0)).isEqualTo(3);
  }

  @Test
  void solverKey_ofRandomPositions_isSharedByMirrorImagesAtMost() {
    Map<Long, String> seen = new HashMap<>();
    Rng rng = new Rng(6);
    for (int i = 0; i < 20_000; i++) {
      ConnectFourPosition position = Boards.random(rng.below(Cells.COUNT), rng);
      String text = position.text();
      String other = seen.putIfAbsent(position.solverKey(), text);
      assertThat(other).as(text).isIn(null, text, Boards.mirrored(text));
      ConnectFourPosition image = (ConnectFourPosition) ConnectFour.GAME.parse(Boards.mirrored(text));
      if (position.count() < ConnectFourPosition.MIRRORED) {
        assertThat(image.solverKey()).as(text).isEqualTo(position.solverKey());
      }
    }
  }

  @Test
  void atBest_ofSolvedPositions_isNeverBelowTheResult() throws IOException {
    int told = 0;
    for (String line : Boards.solved()) {
      String[] parts = line.split(" ");
      ConnectFourPosition position = (ConnectFourPosition) ConnectFour.GAME.parse(parts[0]);
      int atBest = position.atBest();
      told += atBest < 1 ? 1 : 0;
      assertThat(Integer.signum(Integer.parseInt(parts[1]))).as(line).isLessThanOrEqualTo(atBest);
    }
    assertThat(told).as("positions of which it tells something").isPositive();
  }
}
