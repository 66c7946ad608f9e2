package mesa.arena;

/**
 * How much stronger one player is than another by the games of all, with as much certainty as the table has: Student's, by
 * the independent clusters of whichever of the two has fewer.
 *
 * @param elo the estimate
 * @param standardError of it; NaN where the clusters don't tell
 * @param clusters that the error rests on
 */
public record Comparison(double elo, double standardError, int clusters) {
  private boolean isKnown() {
    return clusters > 1 && standardError >= BradleyTerry.NO_SCATTER;
  }

  /** {@return half the width of the 95 % interval; NaN where nothing scatters} */
  public double reach() {
    return isKnown() ? Elo.student(clusters - 1) * standardError : Double.NaN;
  }

  /** {@return the chance that the first of the two is the stronger one; NaN where nothing scatters} */
  public double superiority() {
    return isKnown() ? Elo.student(elo / standardError, clusters - 1) : Double.NaN;
  }

  /** {@return the chance of a difference at least so large, either way, between equals; NaN where nothing scatters} */
  public double chance() {
    return isKnown() ? 2 * Elo.student(-Math.abs(elo / standardError), clusters - 1) : Double.NaN;
  }
}
