package mesa.core;

/**
 * What a network sees: a set of active binary features, seen from one side, and a policy slot for each move. Immutable
 * and safe to share.
 *
 * <p>Feature sets are bitsets so that one piece of code serves every game: a first layer adds the rows of the set bits,
 * and its incremental update between two positions is the XOR of two bitsets.
 */
public interface Encoder {
  /**
   * {@return a name for this encoding, changed whenever the meaning of a bit or slot changes, such as {@code chess-768.1};
   * a net trained on one encoding is refused by any other}
   */
  String id();

  /** {@return how many features there are, at least 1} */
  int inputs();

  /** {@return how many policy slots there are, at least 1} */
  int actions();

  /** {@return how many longs hold a feature set} */
  default int words() {
    return (inputs() + 63) >>> 6;
  }

  /**
   * Writes the features that are active. Feature {@code f} is bit {@code f & 63} of word {@code f >> 6}.
   *
   * @param position what to look at; left as it is
   * @param side who looks, 0 or 1; a position and its mirror image with sides swapped look the same to their movers
   * @param bits at least {@link #words} long; overwritten, bits from {@link #inputs} on are clear
   */
  void encode(Position position, int side, long[] bits);

  /**
   * Finds a move's policy slot, seen from the side to move.
   *
   * @param position where the move is legal
   * @param move a legal move
   * @return in [0, {@link #actions}), distinct for the legal moves of one position
   */
  int action(Position position, int move);

  /**
   * Finds the policy slots of several moves. An encoder may do so faster than one by one.
   *
   * @param position where the moves are legal
   * @param moves some of its legal moves
   * @param into receives the slots in the order of the moves; at least as long
   */
  default void actions(Position position, Moves moves, int[] into) {
    for (int i = 0; i < moves.size(); i++) {
      into[i] = action(position, moves.get(i));
    }
  }
}
