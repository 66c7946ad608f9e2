package mesa.core;

/**
 * What a convolutional net sees: planes of numbers, one for each cell of a board, and a policy slot for each move, both
 * seen from the side to move. Unlike the features of an {@link Encoder}, planes may hold any numbers and may look back
 * at the moves made. Immutable and safe to share.
 */
public interface PlaneEncoder {
  /**
   * {@return a name for this encoding, changed whenever the meaning of a plane or slot changes; a net made for one
   * encoding is refused by any other}
   */
  String id();

  /** {@return how many planes there are, at least 1} */
  int planes();

  /** {@return how many rows a plane has, at least 1} */
  int rows();

  /** {@return how many cells a row has, at least 1} */
  int columns();

  /** {@return how many policy slots there are, at least 1} */
  int actions();

  /** {@return how many numbers the planes of a position are} */
  default int size() {
    return planes() * rows() * columns();
  }

  /**
   * Writes the planes, one after another, each row by row.
   *
   * @param position what to look at; left as it is
   * @param into at least {@link #size} long; overwritten
   */
  void encode(Position position, float[] into);

  /**
   * Finds a move's policy slot.
   *
   * @param position where the move is legal
   * @param move a legal move
   * @return in [0, {@link #actions}), distinct for the legal moves of one position
   */
  int action(Position position, int move);

  /**
   * Says where a policy head keeps the logits of the slots, if its output is in another order. A head that is a
   * convolution has a plane for each way to move and a cell for each origin; one of attention has a number for each pair
   * of cells, origin by origin, and further ones behind these.
   *
   * @param head its kind, {@code convolution} or {@code attention}
   * @return for each slot the index of its logit in the head's output, plane by plane and row by row; empty if no such
   *     order is known
   */
  default int[] layout(String head) {
    return new int[0];
  }
}
