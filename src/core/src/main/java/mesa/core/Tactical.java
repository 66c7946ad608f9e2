package mesa.core;

/**
 * What a {@link Position} may offer to alpha-beta beyond the rules, by implementing this as well; a game without it is
 * searched all the same.
 */
public interface Tactical {
  /**
   * Appends the legal moves that a quiescence search follows: captures, promotions and the like.
   *
   * @param into receives the moves; what it held before stays
   */
  void noisyMoves(Moves into);

  /**
   * Judges the exchange that a move starts, by swapping off on its target square.
   *
   * @param move a legal move
   * @return what the mover gains in {@link Score} points, 0 if nothing is exchanged
   */
  int exchange(int move);

  /** {@return whether the side to move is under a threat that it must answer, so that standing still is no option} */
  boolean inCheck();

  /**
   * Passes, where that can be tried; {@link Position#unmake} takes the pass back.
   *
   * @return false, with the position unchanged, where passing is impossible or would mislead (in check, zugzwang near)
   */
  boolean makeNull();
}
