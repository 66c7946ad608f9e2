package mesa.net;

import mesa.core.Encoder;
import mesa.core.Position;

/**
 * The first layer of a net: for each view of a position the bias and the rows of its active features, added up. The
 * last views are kept, by the number of moves made and by who looks, and the sums of a new one are made from those of
 * the kept one that differs in the fewest features: a parent, a sibling, or the empty view whose sums are the bias.
 *
 * <p>What differs is the XOR of the two views themselves, so nothing has to be told to this class and nothing can go
 * stale: any position may follow any other.
 */
final class FeatureLayer {
  /** Views kept for each side; a power of two. Deeper searches overwrite the shallow ones. */
  private static final int PLIES = 64;

  private static final int EMPTY = 2 * PLIES;

  /** Few enough changes, two moves or so, not to look further. */
  private static final int NEAR = 4;

  private final Kernels kernels;
  private final Encoder encoder;
  private final int width;
  private final short[] rows;
  private final short[] sums;
  private final long[][] views;
  private long[] view;
  private final int[] added;
  private final int[] removed;

  /**
   * Makes a layer that has seen nothing.
   *
   * @param kernels the loops
   * @param encoder what it sees
   * @param rows a row for each feature, padded
   * @param bias as long as a row
   */
  FeatureLayer(Kernels kernels, Encoder encoder, short[] rows, short[] bias) {
    this.kernels = kernels;
    this.encoder = encoder;
    this.width = bias.length;
    this.rows = rows;
    sums = new short[(EMPTY + 1) * width];
    for (int slot = 0; slot <= EMPTY; slot++) {
      System.arraycopy(bias, 0, sums, slot * width, width);
    }
    views = new long[EMPTY + 1][encoder.words()];
    view = new long[encoder.words()];
    added = new int[encoder.inputs()];
    removed = new int[encoder.inputs()];
  }

  /** {@return all sums that are kept} */
  short[] sums() {
    return sums;
  }

  /**
   * Sums up a view.
   *
   * @param position what is looked at; left as it is
   * @param side who looks
   * @return where in {@link #sums} the sums start; they stay there until the next call for that side
   */
  int look(Position position, int side) {
    encoder.encode(position, side, view);
    int ply = position.movesMade();
    int slot = slot(ply, side);
    int nearest = nearest(slot(ply - 1, side), slot, slot(ply - 2, side));
    int adds = list(view, views[nearest], added);
    int removes = list(views[nearest], view, removed);
    kernels.update(sums, nearest * width, slot * width, rows, width, added, adds, removed, removes);
    long[] old = views[slot];
    views[slot] = view;
    view = old;
    return slot * width;
  }

  private static int slot(int ply, int side) {
    return (ply & PLIES - 1) << 1 | side;
  }

  private int nearest(int parent, int sibling, int grandparent) {
    int nearest = parent;
    int fewest = differences(parent);
    if (fewest <= NEAR) {
      return parent;
    }
    int differences = differences(sibling);
    if (differences < fewest) {
      nearest = sibling;
      fewest = differences;
    }
    if (fewest <= NEAR) {
      return nearest;
    }
    differences = differences(grandparent);
    if (differences < fewest) {
      nearest = grandparent;
      fewest = differences;
    }
    return differences(EMPTY) < fewest ? EMPTY : nearest;
  }

  /** {@return in how many features the view differs from a kept one} */
  private int differences(int slot) {
    long[] kept = views[slot];
    int count = 0;
    for (int word = 0; word < view.length; word++) {
      count += Long.bitCount(view[word] ^ kept[word]);
    }
    return count;
  }

  /** Lists the features that are in one view and not in another; returns how many there are. */
  private static int list(long[] in, long[] notIn, int[] features) {
    int count = 0;
    for (int word = 0; word < in.length; word++) {
      for (long rest = in[word] & ~notIn[word]; rest != 0; rest &= rest - 1) {
        features[count++] = word << 6 | Long.numberOfTrailingZeros(rest);
      }
    }
    return count;
  }
}
