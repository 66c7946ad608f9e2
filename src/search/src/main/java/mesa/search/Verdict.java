package mesa.search;

/**
 * What is certain about the result of a node of a {@link Tree}, for the side that chose it, in one number: nothing, a
 * result with its distance, or that it is a draw at least or at most (score bounds: Cazenave and Saffidine, <i>Score
 * bounded Monte-Carlo tree search</i>, 2010).
 */
final class Verdict {
  /** Nothing is certain. */
  static final int OPEN = 0;
  static final byte LOST = 1;
  static final byte DRAWN = 2;
  static final byte WON = 3;
  /** Open, but not lost. */
  static final byte NOT_LOST = 4;
  /** Open, but not won. */
  static final byte NOT_WON = 8;

  private static final int PROVEN = 3;
  private static final int BOUNDS = NOT_LOST | NOT_WON;
  /** What of a verdict goes into a node's state. */
  private static final int STATE = PROVEN | BOUNDS;
  private static final int STATE_BITS = 4;

  private Verdict() {}

  /**
   * Makes one of a result.
   *
   * @param proof 1, 0 or -1
   * @param plies to the end of the game
   */
  static int of(int proof, int plies) {
    return Math.min(plies, Short.MAX_VALUE) << STATE_BITS | DRAWN + proof;
  }

  /**
   * Makes one of bounds.
   *
   * @param least result, -1 or 0
   * @param most result, 0 or 1, and more than that
   */
  static int within(int least, int most) {
    return (least == 0 ? NOT_LOST : 0) | (most == 0 ? NOT_WON : 0);
  }

  static int of(byte state, int plies) {
    return (state & PROVEN) != 0 ? of(proof(state), plies) : state & BOUNDS;
  }

  static byte state(int verdict) {
    return (byte) (verdict & STATE);
  }

  static int distance(int verdict) {
    return verdict >>> STATE_BITS;
  }

  /** {@return whether the result of a verdict, or of a node's state, is known} */
  static boolean isProven(int verdict) {
    return (verdict & PROVEN) != 0;
  }

  /** {@return whether a verdict, or a node's state, leaves the result open, but not quite} */
  static boolean isBounded(int verdict) {
    return (verdict & BOUNDS) != 0;
  }

  /** {@return the result, which is known: 1, 0 or -1} */
  static int proof(int verdict) {
    return (verdict & PROVEN) - DRAWN;
  }

  /** {@return the worst that the result can be} */
  static int least(int verdict) {
    return isProven(verdict) ? proof(verdict) : (verdict & NOT_LOST) != 0 ? 0 : -1;
  }

  /** {@return the best that the result can be} */
  static int most(int verdict) {
    return isProven(verdict) ? proof(verdict) : (verdict & NOT_WON) != 0 ? 0 : 1;
  }

  /**
   * {@return whether who moves at an open node has a draw for sure}
   *
   * @param sign 1 if the side that chose the node moves there too, -1 if the other does
   */
  static boolean isSafe(int verdict, int sign) {
    return (verdict & (sign > 0 ? NOT_LOST : NOT_WON)) != 0;
  }

  /** {@return a mean, brought within the bounds} */
  static float bound(int verdict, float mean) {
    return Math.min(Math.max(mean, least(verdict)), most(verdict));
  }

  /** {@return the same as the other side sees it} */
  static int ofOther(int verdict) {
    return isProven(verdict) ? of(-proof(verdict), distance(verdict)) : within(-most(verdict), -least(verdict));
  }
}
