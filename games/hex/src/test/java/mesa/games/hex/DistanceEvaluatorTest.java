package mesa.games.hex;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Moves;
import mesa.core.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DistanceEvaluatorTest {
  @ParameterizedTest
  @CsvSource({
    "5/2x2/5/1x3/4o o, -1", // bridges join x's edges
    "x4/2x2/oooo1/1x3/3xx o, 1", // o wins with its next move
    "5/5/5/5/5 x, 1", // all is the same but for the turn
  })
  void score_ofAPosition_isForTheMover(String text, int sign) {
    Position position = new Hex(5).parse(text);
    assertThat(Integer.signum(new DistanceEvaluator(Board.of(5)).score(position))).as(text).isEqualTo(sign);
  }

  @Test
  void priors_whereABridgeIsBroken_likeItsOtherCellBest() {
    Position position = new Hex(5).parse("5/2x2/2o2/1x3/4o x");
    Moves moves = Moves.of(position);
    float[] priors = new float[moves.size()];
    new DistanceEvaluator(Board.of(5)).priors(position, moves, priors);
    float best = priors[moves.indexOf(position.parseMove("b3"))];
    for (int i = 0; i < moves.size(); i++) {
      assertThat(priors[i]).as(position.format(moves.get(i))).isLessThanOrEqualTo(best);
    }
  }
}
