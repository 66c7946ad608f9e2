package mesa.search;

import mesa.core.Meter;
import mesa.core.Position;

/**
 * A way to search a tree once its root has been visited {@link Singly}: in rounds of playouts, between which none is under
 * way and the tree is the caller's. What does nothing here concerns several threads alone.
 */
interface Rounds extends AutoCloseable {
  /** Forgets the last game. */
  default void newGame() {}

  /**
   * Starts a search.
   *
   * @param position of the root; left as it was by each round
   * @param meter of the search
   * @param seed all chance in rounds of several threads follows from it
   */
  void startSearch(Position position, Meter meter, long seed);

  /**
   * Plays a round. The budget has to have a node left, and the root to be open and expanded. If it fails, the tree is of
   * no use any more.
   *
   * @return the root's child that all playouts went through, or {@link Tree#NONE} if they may have gone through several
   */
  int playRound();

  /** {@return whether the last round wanted for room in the tree, or the next one would}; asked once between two */
  boolean isFull();

  /** Leaves what parts of the tree are held and not used, before nodes are moved. Between rounds. */
  default void giveUpLots() {}

  /** Ends a search: there need not be another round soon. */
  default void endSearch() {}

  /** {@return nanoseconds of processor time of threads other than the caller's, their waiting included} */
  default long cpuNanosOfOthers() {
    return 0;
  }

  @Override
  default void close() {}
}
