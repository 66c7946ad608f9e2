package mesa.core;

/**
 * The time a player has left. A fixed time for each move is a clock with one move to go.
 *
 * @param remainingNanos left for the moves to go, at least 0
 * @param incrementNanos added after each move, at least 0
 * @param movesToGo moves to make before more time comes, or 0 if it has to last for the rest of the game
 */
public record Clock(long remainingNanos, long incrementNanos, int movesToGo) {
  /** How many more moves a game is taken to last where the clock does not say; 31 x 20/27 from princesslana/princhess. */
  private static final int USUAL_MOVES = 23;

  /**
   * A fixed time for one move.
   *
   * @param nanos at least 0
   * @return a clock with one move to go
   */
  public static Clock perMove(long nanos) {
    return new Clock(nanos, 0, 1);
  }

  /**
   * {@return nanoseconds after which a player does well to answer: an even share of what is left, the increment
   * counted in; all of it if this is the one move to go}
   */
  public long softNanos() {
    if (movesToGo == 1) {
      return hardNanos();
    }
    int moves = movesToGo == 0 ? USUAL_MOVES : Math.min(movesToGo, USUAL_MOVES);
    return Math.min(hardNanos(), remainingNanos / moves + incrementNanos);
  }

  /**
   * {@return nanoseconds after which a {@link Meter} says that it is spent: what is left if this is the one move to go,
   * else a third of it; less a thousandth and at most a millisecond, so that the answer still comes in time}
   */
  public long hardNanos() {
    long share = movesToGo == 1 ? remainingNanos : remainingNanos / 3;
    return Math.max(0, share - Math.min(1_000_000, share / 1000));
  }
}
