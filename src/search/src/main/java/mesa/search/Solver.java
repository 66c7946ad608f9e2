package mesa.search;

import mesa.core.Meter;
import mesa.core.Position;
import mesa.core.Solvable;

/**
 * Finds the exact result of every move. In a small game it ends with everything known; in a large one it is a mate
 * solver: what it calls won or lost is, and the rest stays unknown. Positions that are {@link Solvable} are solved from
 * much farther away. Behind the best move, once it is certain, comes the line of best play, as far as an eighth more nodes
 * (and a thousand) tell it.
 *
 * <p>Its table is kept between calls, so that solving the positions of a small game one after the other costs little
 * more than solving the first. Where the position is not Solvable, the table knows it by its hash, and by the {@linkplain
 * Position#movesToDraw count of moves} where that may draw. Where the past matters beyond that (repetitions), a draw
 * found on one path is taken for one on all; wins and losses then hold unless the position comes with a past in which its
 * line repeats. Distances are in plies. Not thread-safe; a position is left as it
 * was.
 */
public final class Solver {
  private final long tableBytes;
  private DeepeningSolver deepening;
  private WindowSolver windows;

  /**
   * Makes a solver that has seen nothing yet.
   *
   * @param tableBytes what its table may take, rounded down to a power of two; 16 a position, 8 where it is Solvable. A
   *     solver that is given positions of both kinds has two tables
   */
  public Solver(long tableBytes) {
    this.tableBytes = tableBytes;
  }

  /** Forgets what earlier calls have found, so that the next one depends on its arguments alone. */
  public void clear() {
    if (deepening != null) {
      deepening.clear();
    }
    if (windows != null) {
      windows.clear();
    }
  }

  /**
   * Solves a position.
   *
   * @param position not over
   * @param meter its budget's nodes, depth and time are obeyed; a position made is a node
   * @return what could be found out
   */
  public Solution solve(Position position, Meter meter) {
    if (position instanceof Solvable) {
      windows = windows == null ? new WindowSolver(tableBytes) : windows;
      return windows.solve(position, meter);
    }
    deepening = deepening == null ? new DeepeningSolver(tableBytes) : deepening;
    return deepening.solve(position, meter);
  }
}
