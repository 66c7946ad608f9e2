package mesa.core;

import java.util.List;

/**
 * What a search has found out about a position, in one form for all kinds of search: the moves it has looked at, best
 * first, each with the line that it expects.
 *
 * @param lines at least one; a search may leave moves out
 * @param deepest plies of the longest line looked at, as far as it is known; at least that of {@code lines}
 * @param filled how much of the memory for results is in use, in thousandths; 0 for a search that has none
 */
public record Analysis(List<Line> lines, int deepest, int filled) {
  /**
   * Of a search that keeps no more than its lines.
   *
   * @param lines at least one
   */
  public Analysis(List<Line> lines) {
    this(lines, 0, 0);
  }

  /** Sees to it that no line is longer than the deepest. */
  public Analysis {
    for (Line line : lines) {
      deepest = Math.max(deepest, line.moves().size());
    }
  }

  /**
   * One move and what follows.
   *
   * @param moves the principal variation: the move, then as many as the search expects; at least one
   * @param value the expected result for the side to move before the first of them, in [-1, 1]; NaN if not known
   * @param visits nodes spent below the move, playouts in a tree search; -1 if they are not counted apart
   * @param prior how likely the move was taken to be best before the search, in [0, 1]; NaN if nothing was
   * @param depth plies that were searched; 0 where a search has no one depth
   * @param proven how the game ends with best play, if that is certain; {@link Outcome#ONGOING} if it is not
   * @param plies to that end, the move included, by what has been found: whoever wins may have a sooner way beside it; 0
   *     unless proven, or where they are not counted, as for draws
   */
  public record Line(
      List<Integer> moves, float value, long visits, float prior, int depth, Outcome proven, int plies) {}
}
