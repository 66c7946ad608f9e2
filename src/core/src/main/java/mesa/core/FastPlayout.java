package mesa.core;

/**
 * What a {@link Position} may offer to random playouts, by implementing this as well; any other is played out by listing
 * and making its legal moves.
 */
public interface FastPlayout {
  /**
   * Plays random moves to the end of the game. The position is as it was before.
   *
   * @param rng the source of all chance
   * @param plies after so many moves the playout is broken off, at least 1
   * @return how the game ended, each way as likely as if each move were drawn with equal odds from the legal ones;
   *     {@link Outcome#ONGOING} if it was broken off
   */
  Outcome playOut(Rng rng, int plies);
}
