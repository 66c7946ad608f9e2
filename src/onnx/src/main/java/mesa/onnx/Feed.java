package mesa.onnx;

import java.util.Arrays;
import mesa.core.Encoder;
import mesa.core.PlaneEncoder;
import mesa.core.Position;

/** Fills one of a net's inputs: a row of numbers that show a position. */
sealed interface Feed {
  /** {@return the sizes of what shows a position, slowest varying first} */
  int[] sizes();

  /** {@return how many numbers show a position} */
  default int size() {
    return Arrays.stream(sizes()).reduce(1, (a, b) -> a * b);
  }

  /** Writes them. */
  void show(Position position, float[] into);

  /**
   * Planes.
   *
   * @param encoder which
   */
  record Planes(PlaneEncoder encoder) implements Feed {
    @Override
    public int[] sizes() {
      return new int[] {encoder.planes(), encoder.rows(), encoder.columns()};
    }

    @Override
    public void show(Position position, float[] into) {
      encoder.encode(position, into);
    }
  }

  /** Features, 1 where active and else 0. */
  final class Features implements Feed {
    private final Encoder encoder;
    private final int viewer;
    private final long[] bits;

    /**
     * Chooses a view.
     *
     * @param viewer 0 for the side to move, 1 for the other
     */
    Features(Encoder encoder, int viewer) {
      this.encoder = encoder;
      this.viewer = viewer;
      bits = new long[encoder.words()];
    }

    @Override
    public int[] sizes() {
      return new int[] {encoder.inputs()};
    }

    @Override
    public void show(Position position, float[] into) {
      encoder.encode(position, position.sideToMove() ^ viewer, bits);
      for (int i = 0; i < encoder.inputs(); i++) {
        into[i] = bits[i >> 6] >>> i & 1;
      }
    }
  }
}
