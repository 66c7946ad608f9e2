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
 */
public record Claim(int depth, int deepest, long nodesPerSecond, int wins, int draws, int losses) {
  /** Says nothing. */
  public static final Claim NONE = new Claim(-1, -1, -1, -1, -1, -1);

  /** {@return whether it says how likely each result is} */
  public boolean hasChances() {
    return wins >= 0 && draws >= 0 && losses >= 0;
  }
}
