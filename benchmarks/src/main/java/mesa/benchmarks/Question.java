package mesa.benchmarks;

import java.util.Set;
import mesa.core.Position;

/**
 * A position whose best moves are known, and in which not every legal move is one of them.
 *
 * @param position where a player is to move; copied before it is handed out
 * @param best all the moves that are right, at least one
 */
record Question(Position position, Set<Integer> best) {
  /** Copies the moves. */
  Question {
    best = Set.copyOf(best);
  }
}
