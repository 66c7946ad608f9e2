package mesa.search;

import java.util.Arrays;
import mesa.core.Evaluator;
import mesa.core.Moves;
import mesa.core.Position;

/**
 * Knows nothing: every position is even and every move as good as any other. What a search does with it is all search.
 */
final class UniformEvaluator implements Evaluator {
  @Override
  public float value(Position position) {
    return 0;
  }

  @Override
  public void priors(Position position, Moves moves, float[] into) {
    fill(moves.size(), into);
  }

  /** Writes the same probability for each of {@code count} moves. */
  static void fill(int count, float[] into) {
    Arrays.fill(into, 0, count, 1f / count);
  }
}
