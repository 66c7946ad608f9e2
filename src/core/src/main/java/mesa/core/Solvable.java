package mesa.core;

/**
 * What a {@link Position} may offer to exact solvers beyond the rules, by implementing this as well; any other is
 * solved all the same, only slower. It is for games that take turns, in which only the side that moves can win by its
 * move, nothing about the past counts, and which, unless won before, end in a draw after so many moves, as where each
 * move fills a cell.
 */
public interface Solvable {
  /** The most plies that {@link #pliesLeft} may tell. */
  int MOST_PLIES = 126;

  /** {@return after how many moves the game is over at the latest, at most {@link #MOST_PLIES}; each takes one off} */
  int pliesLeft();

  /**
   * Names the position. Unlike {@link Position#hash} a key is never shared by two positions with different results, and
   * it may well be shared by those that are mirror images of each other. It need not be well mixed.
   *
   * @return any 64 bits
   */
  long solverKey();

  /** {@return whether the side to move has a move that wins at once} */
  boolean canWin();

  /**
   * Tells at sight, where it can, that the side to move cannot do better than this, in terms of a draw: below 0 if it
   * loses for certain, 0 if it does not win, 1 if nothing can be told. Asked only where it can't win at once.
   *
   * @return -1, 0 or 1
   */
  int atBest();

  /**
   * Lists the moves that do not lose at once: those after which the other side has no move that wins. Asked only while
   * the game goes on and the side to move can't win at once.
   *
   * @param into receives the moves, the likely best first; what it held before stays
   */
  void soundMoves(Moves into);
}
