package mesa.search;

import java.util.function.BooleanSupplier;
import mesa.core.Meter;
import mesa.core.Position;

/**
 * One thread's way to search a tree as several do: by tasks, which spare it most of the way down from the root. A task is
 * up to 256 playouts below one node, for as long as no other way there has become much more
 * worth going: visits come out nearly as if each playout had started at the root.
 */
final class Tasks {
  private final Tree tree;
  private final Crown crown;
  private final Lane lane;
  private final Playout playout;

  /** Prepares; {@code slack} is the {@link Crown}'s. */
  Tasks(Tree tree, Lane lane, Puct puct, float slack, Playout playout) {
    this.tree = tree;
    this.playout = playout;
    this.lane = lane;
    crown = new Crown(tree, puct, slack, false, new Lane[] {lane});
  }

  /** Starts a search of so many playouts at most. */
  void start(long playouts) {
    lane.clear();
    crown.startRound(playouts, Long.MAX_VALUE);
  }

  /**
   * Plays a task; the budget has to have a node left, and the root to be open.
   *
   * @param position of the root; left as it was
   * @param goesOn asked before each playout
   */
  void play(Position position, Meter meter, BooleanSupplier goesOn) {
    crown.deal(lane, position);
    lane.play(tree, playout, position, meter, goesOn);
    crown.gather(lane);
    crown.endRound();
  }
}
