package mesa.core;

import java.util.List;

/**
 * A position whose right answer is known, or at least a wrong one.
 *
 * @param id names it within its suite; not necessarily the only one of that name
 * @param position as {@link Game#parse} reads it; its game is not over
 * @param best moves of which each is right, as {@link Position#format} writes them; empty if only wrong ones are known
 * @param avoid moves of which each is wrong, likewise; empty if none is named
 */
public record Problem(String id, String position, List<String> best, List<String> avoid) {
  /** Copies the lists. */
  public Problem {
    best = List.copyOf(best);
    avoid = List.copyOf(avoid);
  }

  /** {@return whether it says anything about which moves are right; if not, nobody can solve it} */
  public boolean hasAnswer() {
    return !best.isEmpty() || !avoid.isEmpty();
  }

  /**
   * Judges an answer.
   *
   * @param move as {@link Position#format} writes it
   * @return whether it is one of the best where these are known, and none to avoid
   */
  public boolean isSolvedBy(String move) {
    return hasAnswer() && (best.isEmpty() || best.contains(move)) && !avoid.contains(move);
  }
}
