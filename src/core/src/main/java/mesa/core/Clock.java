package mesa.core;

/**
 * The time a player has left. A fixed time for each move is a clock with one move to go and no opponent.
 *
 * @param remainingNanos left for the moves to go, at least 0
 * @param incrementNanos added after each move, at least 0
 * @param movesToGo moves to make before more time comes, or 0 if it has to last for the rest of the game
 * @param opponent the other side's clock, which stands meanwhile and has no opponent itself; null if there is none
 * @param marginNanos by how much it may be overstayed before that costs the game, at least 0. For whoever watches over a
 *     player, not for the player to plan with
 */
public record Clock(long remainingNanos, long incrementNanos, int movesToGo, Clock opponent, long marginNanos) {
  /** How many more moves a game is taken to last where the clock does not say; 31 x 20/27 from princesslana/princhess. */
  private static final int USUAL_MOVES = 23;

  /**
   * A clock beside which there is no other, and without a margin.
   *
   * @param remainingNanos left for the moves to go, at least 0
   * @param incrementNanos added after each move, at least 0
   * @param movesToGo moves to make before more time comes, or 0 if it has to last for the rest of the game
   */
  public Clock(long remainingNanos, long incrementNanos, int movesToGo) {
    this(remainingNanos, incrementNanos, movesToGo, null, 0);
  }

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
   * Sets another clock beside this one.
   *
   * @param other the opponent's, or null if it has none
   * @return the same time against that
   */
  public Clock against(Clock other) {
    return new Clock(remainingNanos, incrementNanos, movesToGo, other, marginNanos);
  }

  /**
   * Allows for a margin.
   *
   * @param nanos at least 0
   * @return the same time with that
   */
  public Clock withMargin(long nanos) {
    return new Clock(remainingNanos, incrementNanos, movesToGo, opponent, nanos);
  }

  /** {@return whether this is the time for one move, and not the last move before a game's clock gets more time} */
  public boolean isPerMove() {
    return movesToGo == 1 && incrementNanos == 0 && opponent == null;
  }

  /**
   * {@return nanoseconds after which a player does well to answer: an even share of what is left, the increment
   * counted in; all of it if this is for one move alone}
   */
  public long softNanos() {
    if (isPerMove()) {
      return hardNanos();
    }
    int moves = movesToGo == 0 ? USUAL_MOVES : Math.min(movesToGo, USUAL_MOVES);
    return Math.min(hardNanos(), remainingNanos / moves + incrementNanos);
  }

  /**
   * {@return nanoseconds after which a {@link Meter} says that it is spent: what is left if this is for one move alone,
   * else a third of it; less a thousandth and at most a millisecond, so that the answer still comes in time}
   */
  public long hardNanos() {
    long share = isPerMove() ? remainingNanos : remainingNanos / 3;
    return Math.max(0, share - Math.min(1_000_000, share / 1000));
  }
}
