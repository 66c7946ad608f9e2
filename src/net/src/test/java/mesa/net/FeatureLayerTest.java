package mesa.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mesa.core.Encoder;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;

/** Whatever was looked at before, sums are those of the bias and the rows of the active features. */
class FeatureLayerTest {
  private static final Game CHESS = Registry.load().game("chess");
  private static final Encoder ENCODER = CHESS.encoder().orElseThrow();
  private static final int WIDTH = 32;
  private static final long SEED = 5;

  private final Rng rng = new Rng(SEED);
  private final short[] rows = shorts(ENCODER.inputs() * WIDTH);
  private final short[] bias = shorts(WIDTH);
  private final FeatureLayer layer = new FeatureLayer(Kernels.BEST, ENCODER, rows, bias);

  @Test
  void look_after100000RandomMoves_equalsARefresh() {
    Position position = CHESS.start();
    for (int move = 0; move < 100_000; move++) {
      check(position, position.sideToMove());
      check(position, position.sideToMove() ^ 1);
      position = step(position);
    }
  }

  @Test
  void look_nowAndThenInARandomWalk_equalsARefresh() {
    Position position = CHESS.start();
    for (int move = 0; move < 20_000; move++) {
      if (rng.below(7) == 0) {
        check(position, rng.below(2));
      }
      position = step(position);
    }
  }

  @Test
  void look_backAndForthOnOneLine_equalsARefresh() {
    Position position = CHESS.start();
    for (int move = 0; move < 20_000; move++) {
      boolean back = position.movesMade() > 0 && rng.below(2) == 0;
      if (back || position.outcome().isOver()) {
        position.unmake();
      } else {
        Moves moves = Moves.of(position);
        position.make(moves.get(rng.below(moves.size())));
      }
      check(position, 0);
      check(position, 1);
    }
  }

  @Test
  void look_amongUnrelatedPositionsOfEqualPly_equalsARefresh() {
    List<Position> positions = new ArrayList<>();
    for (Position position = CHESS.start(); positions.size() < 50; position = step(position)) {
      if (rng.below(10) == 0) {
        positions.add(CHESS.parse(position.text())); // No moves made, so all share a slot.
      }
    }
    for (int i = 0; i < 5_000; i++) {
      check(positions.get(rng.below(positions.size())), rng.below(2));
    }
  }

  /** Makes a move; begins again now and then, and when a game is over. */
  private Position step(Position position) {
    if (position.outcome().isOver() || rng.below(400) == 0) {
      return CHESS.start();
    }
    if (position.movesMade() > 2 && rng.below(4) == 0) {
      position.unmake();
      position.unmake();
    }
    Moves moves = Moves.of(position);
    position.make(moves.get(rng.below(moves.size())));
    return position;
  }

  private void check(Position position, int side) {
    int at = layer.look(position, side);
    long[] bits = new long[ENCODER.words()];
    ENCODER.encode(position, side, bits);
    short[] expected = bias.clone();
    for (int feature = 0; feature < ENCODER.inputs(); feature++) {
      if ((bits[feature >> 6] >>> feature & 1) != 0) {
        for (int i = 0; i < WIDTH; i++) {
          expected[i] += rows[feature * WIDTH + i];
        }
      }
    }
    for (int i = 0; i < WIDTH; i++) {
      if (layer.sums()[at + i] != expected[i]) {
        assertThat(layer.sums()[at + i]).as("sum %d of side %d, %s, seed %d", i, side, position.text(), SEED)
            .isEqualTo(expected[i]);
      }
    }
  }

  private short[] shorts(int count) {
    short[] numbers = new short[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (short) rng.below(1 << 16); // Sums may overflow here: they wrap alike in any order.
    }
    return numbers;
  }
}
