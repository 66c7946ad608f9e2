package mesa.core;

/**
 * A move, and what its player thought of it.
 *
 * @param move a legal move
 * @param value the expected result for the side to move, in [-1, 1]; NaN if the player has no opinion
 * @param policy a probability for each legal move, in the position's order; null if the player has no opinion. From a
 *     tree search these are the shares of the root's visits; from one that chooses there by Gumbel's rule they are the
 *     priors P improved by what it has found, the softmax of ln P + sigma(q)
 */
public record Decision(int move, float value, float[] policy) {
  /**
   * Makes a decision without an opinion.
   *
   * @param move a legal move
   * @return that move, with neither value nor policy
   */
  public static Decision of(int move) {
    return new Decision(move, Float.NaN, null);
  }
}
