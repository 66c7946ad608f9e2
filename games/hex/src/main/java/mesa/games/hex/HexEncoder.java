package mesa.games.hex;

import java.util.Arrays;
import mesa.core.Encoder;
import mesa.core.Position;

/**
 * Shows the stones as one side sees them; for side 1 the board is transposed, so that both sides play downwards. On a
 * board of n cells a side:
 * <pre>
 * features 0 .. n*n-1          stones of that side, row by row
 * features n*n .. 2*n*n-1      stones of the other side
 * slots    0 .. n*n-1          the cell moved to, transposed for side 1 too
 * </pre>
 */
final class HexEncoder implements Encoder {
  private final Board board;

  HexEncoder(Board board) {
    this.board = board;
  }

  @Override
  public String id() {
    return "hex-" + board.size + "x" + board.size + ".1";
  }

  @Override
  public int inputs() {
    return 2 * board.size * board.size;
  }

  @Override
  public int actions() {
    return board.size * board.size;
  }

  @Override
  public void encode(Position position, int side, long[] bits) {
    HexPosition p = (HexPosition) position;
    Arrays.fill(bits, 0);
    show(p.stones(side), side, 0, bits);
    show(p.stones(side ^ 1), side, actions(), bits);
  }

  private void show(long[] stones, int side, int first, long[] bits) {
    for (int word = 0; word < board.words; word++) {
      for (long left = stones[word]; left != 0; left &= left - 1) {
        int feature = first + slot(64 * word + Long.numberOfTrailingZeros(left), side);
        bits[feature >> 6] |= 1L << feature;
      }
    }
  }

  private int slot(int cell, int side) {
    return side == 0
        ? board.size * Cells.row(cell) + Cells.column(cell)
        : board.size * Cells.column(cell) + Cells.row(cell);
  }

  @Override
  public int action(Position position, int move) {
    return slot(move, position.sideToMove());
  }
}
