package mesa.games.tictactoe;

import java.util.Arrays;
import mesa.core.Encoder;
import mesa.core.Position;

/**
 * Shows the cells as one side sees them; {@link Lines} numbers them.
 * <pre>
 * features 0 .. 8      cells of that side
 * features 9 .. 17     cells of the other side
 * slots    0 .. 8      the cell moved to
 * </pre>
 */
final class TicTacToeEncoder implements Encoder {
  static final TicTacToeEncoder ENCODER = new TicTacToeEncoder();

  private TicTacToeEncoder() {}

  @Override
  public String id() {
    return "tictactoe-18.1";
  }

  @Override
  public int inputs() {
    return 2 * TicTacToePosition.CELLS;
  }

  @Override
  public int actions() {
    return TicTacToePosition.CELLS;
  }

  @Override
  public void encode(Position position, int side, long[] bits) {
    TicTacToePosition p = (TicTacToePosition) position;
    Arrays.fill(bits, 0);
    bits[0] = p.cells(side) | p.cells(side ^ 1) << TicTacToePosition.CELLS;
  }

  @Override
  public int action(Position position, int move) {
    return move;
  }
}
