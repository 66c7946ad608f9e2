package mesa.core;

/**
 * What a {@link Position} may offer to alpha-beta beyond the rules, by implementing this as well; a game without it is
 * searched all the same.
 */
public interface Tactical {
  /** How many kinds of move there may be; see {@link #kind}. */
  int KINDS = 1024;

  /**
   * Appends the legal moves that a quiescence search follows: captures, promotions and the like.
   *
   * @param into receives the moves; what it held before stays
   */
  void noisyMoves(Moves into);

  /**
   * Appends the other legal moves. A search that has found a good noisy move never asks for them.
   *
   * @param into receives the moves; what it held before stays
   */
  void quietMoves(Moves into);

  /**
   * Appends those of {@link #quietMoves} that {@linkplain #givesCheck give check}, in any order.
   *
   * @param into receives the moves; what it held before stays
   */
  void quietChecks(Moves into);

  /**
   * Answers whether a move that was good elsewhere can be played here, without listing all that can.
   *
   * @param move any number
   * @return whether {@link Position#legalMoves} would append it
   */
  boolean isLegal(int move);

  /**
   * Says what a move wins at once, before any answer to it.
   *
   * @param move a legal move
   * @return in {@link Score} points, more than 0 for the moves that {@link #noisyMoves} appends, 0 for the others
   */
  int gain(int move);

  /**
   * Judges the exchange that a move starts, by swapping off on its target square.
   *
   * @param move a legal move
   * @return what the mover gains in {@link Score} points, 0 if nothing is exchanged
   */
  int exchange(int move);

  /**
   * Answers whether {@link #exchange} comes to so much, which is often seen without counting it all.
   *
   * @param move a legal move
   * @param least in {@link Score} points
   * @return whether the mover gains {@code least} or more
   */
  default boolean gainsByExchange(int move, int least) {
    return exchange(move) >= least;
  }

  /**
   * Sorts moves into kinds, for statistics on which of them tend to be good, such as by what moves where. The kinds of
   * the two sides should differ.
   *
   * @param move a legal move
   * @return its kind, in [0, {@link #KINDS})
   */
  int kind(int move);

  /** {@return whether the side to move is under a threat that it must answer, so that standing still is no option} */
  boolean inCheck();

  /**
   * Warns that quiet moves of the other side may decide the game, though no evaluation shows it, as where a king has no
   * square to go to. A search then looks at the replies before it trusts an evaluation, or passes.
   *
   * @return whether the side to move, not {@linkplain #inCheck under a threat} yet, is so hemmed in
   */
  default boolean isHemmedIn() {
    return false;
  }

  /**
   * Foresees {@link #inCheck} for the other side.
   *
   * @param move a legal move
   * @return whether the other side has to answer a threat after it
   */
  boolean givesCheck(int move);

  /**
   * Passes, where that can be tried; {@link Position#unmake} takes the pass back.
   *
   * @return false, with the position unchanged, where passing is impossible or would mislead (in check, zugzwang near)
   */
  boolean makeNull();
}
