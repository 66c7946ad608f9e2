package mesa.core;

/** How a game stands. Absolute, so there is no sign to get wrong; {@link #valueFor} turns it into a side's view. */
public enum Outcome {
  /** The game goes on: the side to move has at least one legal move. */
  ONGOING,
  /** Side 0, which moves first in the game, has won. A solved one-sided puzzle is won by side 0 too. */
  FIRST_WON,
  /** Side 1 has won. In a one-sided puzzle: it has been lost. */
  SECOND_WON,
  /** The game is over and nobody has won. */
  DRAWN;

  /**
   * Names the winner.
   *
   * @param side 0 or 1
   * @return the outcome in which that side has won
   */
  public static Outcome wonBy(int side) {
    return side == 0 ? FIRST_WON : SECOND_WON;
  }

  /** {@return whether the game is over} */
  public boolean isOver() {
    return this != ONGOING;
  }

  /**
   * Sees a finished game from one side.
   *
   * @param side 0 or 1
   * @return 1 for a win of that side, 0 for a draw, -1 for a loss; 0 while the game goes on
   */
  public int valueFor(int side) {
    return switch (this) {
      case FIRST_WON -> side == 0 ? 1 : -1;
      case SECOND_WON -> side == 0 ? -1 : 1;
      case DRAWN, ONGOING -> 0;
    };
  }
}
