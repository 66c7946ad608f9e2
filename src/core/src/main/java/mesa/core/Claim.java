package mesa.core;

/**
 * What a player says of its own search beyond what its {@link Meter} counts, as an engine in a process of its own does.
 * It goes into the record as it is; nobody has checked it.
 *
 * @param depth plies searched, or -1 if it does not say
 * @param deepest plies of the longest line looked at, or -1
 * @param nodesPerSecond by its own clock, or -1
 * @param wins chances in a thousand that the side to move wins, or -1
 * @param draws the same for a draw, or -1
 * @param losses the same for a loss, or -1
 * @param distance plies to the end that it holds for certain, its own move included: above 0 if it wins, below if it loses;
 *     0 if it holds nothing for certain
 * @param line the moves that it expects, its own first, with spaces between, in the words of whoever says so; or empty
 */
public record Claim(int depth, int deepest, long nodesPerSecond, int wins, int draws, int losses, int distance,
    String line) {
  /** Says nothing. */
  public static final Claim NONE = new Claim(-1, -1, -1, -1, -1, -1);

  /**
   * Of a search that does not tell what it expects.
   *
   * @param depth plies searched, or -1
   * @param deepest plies of the longest line looked at, or -1
   * @param nodesPerSecond by its own clock, or -1
   * @param wins chances in a thousand that the side to move wins, or -1
   * @param draws the same for a draw, or -1
   * @param losses the same for a loss, or -1
   */
  public Claim(int depth, int deepest, long nodesPerSecond, int wins, int draws, int losses) {
    this(depth, deepest, nodesPerSecond, wins, draws, losses, 0, "");
  }

  /** {@return whether it says how deep, how fast or with what chances it has searched} */
  public boolean hasSearch() {
    return depth >= 0 || deepest >= 0 || nodesPerSecond >= 0 || hasChances();
  }

  /** {@return whether it says how likely each result is} */
  public boolean hasChances() {
    return wins >= 0 && draws >= 0 && losses >= 0;
  }

  /**
   * Adds what is expected.
   *
   * @param plies as {@link #distance}
   * @param moves as {@link #line}
   * @return the same with these
   */
  public Claim expecting(int plies, String moves) {
    return plies == distance && moves.equals(line) ? this
        : new Claim(depth, deepest, nodesPerSecond, wins, draws, losses, plies, moves);
  }
}
