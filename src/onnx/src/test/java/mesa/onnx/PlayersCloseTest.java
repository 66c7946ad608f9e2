package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import mesa.core.Evaluator;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evaluators may hold native memory, so whoever is made of some closes them. */
class PlayersCloseTest {
  private static int closed;

  /** Judges nothing, and counts how often it is closed. */
  public static final class Probe implements Evaluator {
    /** Makes one. */
    public Probe() {}

    @Override
    public float value(Position position) {
      return 0;
    }

    @Override
    public void priors(Position position, Moves moves, float[] into) {
      Arrays.fill(into, 0, moves.size(), 1f / moves.size());
    }

    @Override
    public void close() {
      closed++;
    }
  }

  @ParameterizedTest
  @CsvSource({"policy, 1", "greedy, 1", "mcts, 1", "'mcts:threads=3', 3", "alphabeta, 1"})
  void close_ofAPlayer_closesItsEvaluators(String player, int evaluators) {
    closed = 0;
    String spec = player + (player.contains(":") ? "," : ":") + "eval=class:mesa.onnx.PlayersCloseTest$Probe";
    Registry.load().entrant(Registry.load().game("tictactoe"), spec).newPlayer().close();
    assertThat(closed).isEqualTo(evaluators);
  }
}
