package mesa.net;

import java.util.Arrays;
import mesa.core.Encoder;
import mesa.core.Position;

/**
 * The first layer of a net: for each view of a position the bias and the rows of its active features, added up. The
 * last views are kept, by the number of moves made and by who looks, and the sums of a new one are made from those of
 * the kept one that differs in the fewest features: a parent, a sibling, a grandparent. Where little would be left of
 * it, they are made afresh.
 *
 * <p>What differs is the XOR of the two views themselves, so nothing has to be told to this class and nothing can go
 * stale: any position may follow any other.
 */
final class FeatureLayer {
  /** Views kept for each side; a power of two. Deeper searches overwrite the shallow ones. */
  private static final int PLIES = 64;

  /** So few changes that nothing nearer is looked for: a move's, captures and castling included. */
  private static final int NEAR = 4;

  /** So many changes that no more have to be counted. */
  private static final int FAR = 64;

  private static final int NONE = -1;

  private final Kernels kernels;
  private final Encoder encoder;
  private final int width;
  private final short[] rows;
  private final short[] bias;
  private final short[] sums;
  private final long[][] views;
  private long[] view;

  /** A row of zeros, for pairs of which one half is missing. */
  private final int blank;

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
    this.bias = bias;
    blank = encoder.inputs();
    this.rows = Arrays.copyOf(rows, rows.length + width);
    sums = new short[2 * PLIES * width];
    for (int at = 0; at < sums.length; at += width) {
      System.arraycopy(bias, 0, sums, at, width); // The sums of a view in which nothing is active.
    }
    views = new long[2 * PLIES][encoder.words()];
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
    int nearest = nearest(slot, slot(ply - 1, side), slot(ply - 2, side));
    if (nearest == NONE) {
      kernels.refresh(view, bias, sums, slot * width, rows, width);
    } else {
      int changes = list(views[nearest]);
      kernels.update(sums, nearest * width, slot * width, rows, width, added, removed, changes);
    }
    long[] old = views[slot];
    views[slot] = view;
    view = old;
    return slot * width;
  }

  private static int slot(int ply, int side) {
    return (ply & PLIES - 1) << 1 | side;
  }

  /** {@return which of three kept views differs in the fewest features, or none if to begin afresh takes fewer rows} */
  private int nearest(int sibling, int parent, int grandparent) {
    long[] a = views[sibling];
    long[] b = views[parent];
    int changesA = 0;
    int changesB = 0;
    // A loop with an exit stays one of plain additions: made vectors, which reads back what was hardly written, so short
    // a loop took twice as long.
    for (int word = 0; word < view.length && (changesA < FAR || changesB < FAR); word++) {
      changesA += Long.bitCount(view[word] ^ a[word]);
      changesB += Long.bitCount(view[word] ^ b[word]);
    }
    int nearest = changesB <= changesA ? parent : sibling;
    int fewest = Math.min(changesA, changesB);
    return fewest <= NEAR ? nearest : farther(nearest, fewest, grandparent);
  }

  /** The same once the first two are not a move away: of these the nearer one is given. */
  private int farther(int nearer, int changes, int grandparent) {
    long[] c = views[grandparent];
    int changesC = 0;
    int active = 0;
    for (int word = 0; word < view.length && (changesC < FAR || active < FAR); word++) {
      changesC += Long.bitCount(view[word] ^ c[word]);
      active += Long.bitCount(view[word]);
    }
    int fewest = Math.min(changes, changesC);
    if (fewest >= active || fewest >= FAR) {
      return NONE;
    }
    return fewest == changes ? nearer : grandparent;
  }

  /** Lists what the view has and a kept one lacks, and the other way round; returns how long the longer list is. */
  private int list(long[] kept) {
    int adds = 0;
    int removes = 0;
    for (int word = 0; word < view.length; word++) {
      long in = view[word] & ~kept[word];
      for (; in != 0; in &= in - 1) {
        added[adds++] = word << 6 | Long.numberOfTrailingZeros(in);
      }
      long out = kept[word] & ~view[word];
      for (; out != 0; out &= out - 1) {
        removed[removes++] = word << 6 | Long.numberOfTrailingZeros(out);
      }
    }
    while (adds < removes) {
      added[adds++] = blank;
    }
    while (removes < adds) {
      removed[removes++] = blank;
    }
    return adds;
  }
}
