package mesa.uci;

import mesa.core.Moves;
import mesa.core.Perft;
import mesa.core.Position;

/**
 * {@code go perft}: tells how many sequences begin with each move, as soon as that is known. What comes next waits for the
 * whole count, so that a list of commands can be piped in; {@code stop} ends it.
 */
final class PerftJob extends Chore {
  private final Position root;
  private final int depth;

  /**
   * Makes the job.
   *
   * @param root the job's own
   * @param depth moves in each sequence, at least 1
   * @param output takes the counts
   */
  PerftJob(Position root, int depth, Output output) {
    super(output);
    this.root = root;
    this.depth = depth;
  }

  @Override
  void work() {
    long sum = 0;
    for (int move : Moves.of(root).toArray()) {
      String text = root.format(move);
      root.make(move);
      long count = Perft.count(root, depth - 1, () -> !isStopped());
      root.unmake();
      if (isStopped()) {
        return;
      }
      output().say(text + ": " + count);
      sum += count;
    }
    output().say("");
    output().say("Nodes searched: " + sum);
  }
}
