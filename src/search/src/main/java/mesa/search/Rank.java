package mesa.search;

/**
 * What {@link MoveOrder} orders a node's moves by, as one number that also tells what sort of move it is: the table's
 * move; noisy moves; killers; quiet moves; noisy moves that lose by exchange. Within a sort by score and, of equals, by
 * place in the game's own order.
 */
final class Rank {
  /** The best ones of the table's move, by whether it is noisy. */
  private static final int TABLE_QUIET = 1 << 30;
  private static final int TABLE_NOISY = TABLE_QUIET + 1;

  private static final int NOISY = 1 << 28;
  private static final int KILLER = 1 << 26;
  private static final int PLACES = 256;

  /** Given to moves that were handed out but not searched. */
  static final int SKIPPED = Integer.MIN_VALUE;

  private Rank() {}

  static int ofTable(boolean isQuiet) {
    return isQuiet ? TABLE_QUIET : TABLE_NOISY;
  }

  /**
   * Ranks a noisy move.
   *
   * @param score within plus or minus 2^18
   * @param place from 0; beyond 255 equal to that
   */
  static int ofNoisy(int score, int place) {
    return NOISY + ofQuiet(score, place);
  }

  /** Ranks a quiet move by its history, as a score; otherwise like {@link #ofNoisy}. */
  static int ofQuiet(int history, int place) {
    return history * PLACES + Math.max(0, PLACES - 1 - place);
  }

  /** {@return the rank of the last killer or of the one before} */
  static int ofKiller(int index) {
    return KILLER - index;
  }

  /** {@return the rank of a noisy move once it is known to lose by exchange} */
  static int losing(int ofNoisy) {
    return ofNoisy - 2 * NOISY;
  }

  /** {@return whether a rank is that of a noisy move that loses by exchange} */
  static boolean loses(int rank) {
    return rank < -NOISY / 2;
  }

  /** {@return whether a rank is that of a quiet move} */
  static boolean isQuiet(int rank) {
    return rank == TABLE_QUIET || Math.abs(rank) < NOISY / 2;
  }

  /** {@return the history of a quiet move by its rank; killers and the table's move count as new} */
  static int history(int rank) {
    return Math.abs(rank) < KILLER / 2 ? Math.floorDiv(rank, PLACES) : 0;
  }
}
