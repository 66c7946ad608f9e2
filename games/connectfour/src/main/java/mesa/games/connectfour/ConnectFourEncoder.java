package mesa.games.connectfour;

import java.util.Arrays;
import mesa.core.Encoder;
import mesa.core.Position;

/**
 * Shows the discs as one side sees them, column by column from the left, each from its foot.
 * <pre>
 * features 0 .. 41     discs of that side
 * features 42 .. 83    discs of the other side
 * slots    0 .. 6      the column moved in
 * </pre>
 */
final class ConnectFourEncoder implements Encoder {
  static final ConnectFourEncoder ENCODER = new ConnectFourEncoder();

  private ConnectFourEncoder() {}

  @Override
  public String id() {
    return "connectfour-84.1";
  }

  @Override
  public int inputs() {
    return 2 * Cells.COUNT;
  }

  @Override
  public int actions() {
    return Cells.COLUMNS;
  }

  @Override
  public void encode(Position position, int side, long[] bits) {
    ConnectFourPosition p = (ConnectFourPosition) position;
    long own = squeezed(p.discs(side));
    long other = squeezed(p.discs(side ^ 1));
    Arrays.fill(bits, 0);
    bits[0] = own | other << Cells.COUNT;
    bits[1] = other >>> Long.SIZE - Cells.COUNT;
  }

  /** Leaves out the bit above each column. */
  private static long squeezed(long discs) {
    long cells = 0;
    for (int column = 0; column < Cells.COLUMNS; column++) {
      cells |= (discs & Cells.column(column)) >>> column;
    }
    return cells;
  }

  @Override
  public int action(Position position, int move) {
    return move;
  }
}
