package mesa.games.hex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import mesa.core.Encoder;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HexEncoderTest {
  /** On three by three: b1 of x and c2 of o, seen by each. */
  @ParameterizedTest
  @CsvSource({"0, '{1, 14}'", "1, '{7, 12}'"})
  void encode_forEitherSide_playsDownwards(int side, String features) {
    Hex game = new Hex(3);
    Encoder encoder = game.encoder().orElseThrow();
    long[] bits = new long[encoder.words()];
    encoder.encode(game.parse("1x1/2o/3 x"), side, bits);
    assertThat(BitSet.valueOf(bits)).hasToString(features);
  }

  @ParameterizedTest
  @CsvSource({"3/3/3 x, c1, 2", "x2/3/3 o, c1, 6", "x2/3/3 o, b3, 5"})
  void action_ofAMove_isItsCellAsTheMoverSeesIt(String text, String move, int slot) {
    Hex game = new Hex(3);
    Position position = game.parse(text);
    assertThat(game.encoder().orElseThrow().action(position, position.parseMove(move))).isEqualTo(slot);
  }

  /** A position and its mirror image with sides swapped look the same to their movers. */
  @ParameterizedTest
  @CsvSource({"11, 40, 1", "13, 61, 2", "2, 1, 3"})
  void encode_ofTheTransposedPositionWithSidesSwapped_looksTheSame(int size, int stones, long seed) {
    Board board = Board.of(size);
    Encoder encoder = new Hex(size).encoder().orElseThrow();
    Rng rng = new Rng(seed);
    HexPosition position = new HexPosition(board);
    long[][] swapped = new long[2][Cells.WORDS];
    for (int i = 0; i < stones; i++) {
      int[] moves = Moves.of(position).toArray();
      int move = moves[rng.below(moves.length)];
      Cells.add(swapped[position.sideToMove() ^ 1], Cells.at(Cells.column(move), Cells.row(move)));
      position.make(move);
    }
    HexPosition image = new HexPosition(board, swapped[0], swapped[1], position.sideToMove() ^ 1);
    for (int side = 0; side < 2; side++) {
      long[] seen = new long[encoder.words()];
      long[] mirrored = new long[encoder.words()];
      encoder.encode(position, side, seen);
      encoder.encode(image, side ^ 1, mirrored);
      assertThat(mirrored).as("%s seen by %d", position, side).isEqualTo(seen);
    }
  }
}
