package mesa.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;

class PolicyPlayerTest {
  private static final Registry REGISTRY = Registry.load();
  private static final Game GAME = REGISTRY.game("tictactoe");

  /** Gives the third legal move 0.5, the second 0.3, the first 0.2. */
  private static final class Fixed implements Evaluator {
    @Override
    public float value(Position position) {
      return 0.25f;
    }

    @Override
    public void priors(Position position, Moves moves, float[] into) {
      for (int i = 0; i < moves.size(); i++) {
        into[i] = i == 2 ? 0.5f : i == 1 ? 0.3f : i == 0 ? 0.2f : 0;
      }
    }
  }

  @Test
  void choose_atTemperatureZero_playsTheLikeliestForOneEvaluation() {
    Meter meter = Budget.UNLIMITED.start(() -> 0);
    Decision decision = new PolicyPlayer(new Fixed(), 0).choose(GAME.start(), meter);
    assertThat(decision.move()).isEqualTo(Moves.of(GAME.start()).get(2));
    assertThat(decision.value()).isEqualTo(0.25f);
    assertThat(decision.policy()).startsWith(0.2f, 0.3f, 0.5f, 0);
    assertThat(meter.evaluations()).isEqualTo(1);
    assertThat(meter.nodes()).isZero();
  }

  @Test
  void choose_atTemperatureOne_drawsInProportion() {
    assertThat(timesInTenThousand(1, 2)).isBetween(4800, 5200);
    assertThat(timesInTenThousand(1, 0)).isBetween(1850, 2150);
  }

  @Test
  void choose_atTemperatureHalf_drawsByTheSquares() {
    // 0.25 : 0.09 : 0.04, so 0.658 for the likeliest.
    assertThat(timesInTenThousand(0.5, 2)).isBetween(6430, 6730);
  }

  private static int timesInTenThousand(double temperature, int index) {
    PolicyPlayer player = new PolicyPlayer(new Fixed(), temperature);
    player.newGame(2);
    int wanted = Moves.of(GAME.start()).get(index);
    return (int) IntStream.range(0, 10_000)
        .filter(i -> player.choose(GAME.start(), Budget.UNLIMITED.start(() -> 0)).move() == wanted)
        .count();
  }

  @Test
  void choose_afterTheSameSeed_repeatsItself() {
    PolicyPlayer player = new PolicyPlayer(new Fixed(), 2);
    int[] first = moves(player, 5);
    assertThat(moves(player, 5)).isEqualTo(first);
    assertThat(moves(player, 6)).isNotEqualTo(first);
  }

  private static int[] moves(PolicyPlayer player, long seed) {
    player.newGame(seed);
    return IntStream.range(0, 50)
        .map(i -> player.choose(GAME.start(), Budget.UNLIMITED.start(() -> 0)).move())
        .toArray();
  }

  @Test
  void create_withMissingFile_saysSo() {
    assertThatThrownBy(() -> REGISTRY.entrant(GAME, "policy:eval.file=no/such.safetensors").newPlayer())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("there is no file \"no/such.safetensors\"");
  }
}
