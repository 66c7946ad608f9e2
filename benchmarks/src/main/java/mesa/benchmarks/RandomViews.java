package mesa.benchmarks;

import java.util.stream.IntStream;
import mesa.core.Encoder;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * An encoder that shows random features instead of the position, so that a net's own cost is seen: views that have
 * nothing in common, or each a move away from the one before.
 */
final class RandomViews implements Encoder {
  /** As many pieces as a position of chess has on average, or so. */
  private static final int ACTIVE = 24;

  private static final int VIEWS = 1024;

  private final Encoder shape;
  private final long[][] views = new long[2 * VIEWS][];
  private final int[] slots;
  private int next;

  /**
   * Draws the views.
   *
   * @param shape whose sizes and name it has
   * @param related whether a view differs from the last in one feature that went and one that came
   */
  RandomViews(Encoder shape, boolean related) {
    this.shape = shape;
    Rng rng = new Rng(1);
    for (int side = 0; side < 2; side++) {
      int[] features = IntStream.range(0, ACTIVE).map(i -> rng.below(shape.inputs())).toArray();
      for (int i = 0; i < VIEWS; i++) {
        for (int changed = 0; changed < (related ? 1 : ACTIVE); changed++) {
          features[related ? rng.below(ACTIVE) : changed] = rng.below(shape.inputs());
        }
        long[] bits = new long[shape.words()];
        for (int feature : features) {
          bits[feature >> 6] |= 1L << feature;
        }
        views[2 * i + side] = bits;
      }
    }
    slots = IntStream.range(0, VIEWS).map(i -> rng.below(shape.actions())).toArray();
  }

  @Override
  public String id() {
    return shape.id();
  }

  @Override
  public int inputs() {
    return shape.inputs();
  }

  @Override
  public int actions() {
    return shape.actions();
  }

  /** Shows the next pair of views, first the mover's. */
  @Override
  public void encode(Position position, int side, long[] bits) {
    if (side == position.sideToMove()) {
      next = (next + 2) % views.length;
    }
    System.arraycopy(views[next + (side == position.sideToMove() ? 0 : 1)], 0, bits, 0, bits.length);
  }

  @Override
  public int action(Position position, int move) {
    return slots[(next + move) % VIEWS];
  }

  /** {@return as many moves as a position of chess has on average, or so} */
  static Moves moves() {
    Moves moves = new Moves();
    for (int i = 0; i < 35; i++) {
      moves.add(i);
    }
    return moves;
  }
}
