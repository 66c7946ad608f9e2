package mesa.search;

import java.util.function.BooleanSupplier;
import mesa.core.Meter;
import mesa.core.Position;

/**
 * One thread that searches a tree as several do {@link Together}: by tasks, which spare it most of the way down from the
 * root. A task is up to 256 playouts below one node, for as long as no other way there has become much more worth going:
 * visits come out nearly as if each playout had started at the root. A round is one task.
 */
final class Alone implements Rounds {
  private final Tree tree;
  private final Crown crown;
  private final Lane lane;
  private final Playout playout;
  private final BooleanSupplier goesOn;
  private Position position;
  private Meter meter;

  /** Prepares; {@code slack} is the {@link Crown}'s. */
  Alone(Tree tree, Lane lane, Puct puct, float slack, Playout playout, Ending ending) {
    this.tree = tree;
    this.lane = lane;
    this.playout = playout;
    crown = new Crown(tree, puct, slack, false, new Lane[] {lane});
    goesOn = () -> !ending.isLookDue() || !ending.hasCome();
  }

  @Override
  public void startSearch(Position root, Meter newMeter, long seed) {
    position = root;
    meter = newMeter;
    lane.clear();
  }

  @Override
  public int playRound() {
    crown.startRound(Math.min(tree.visitsLeft(), meter.budget().nodes() - meter.nodes()), Long.MAX_VALUE);
    crown.deal(lane, position);
    lane.play(tree, playout, position, meter, goesOn);
    crown.gather(lane);
    int child = lane.gap == Tree.NONE ? lane.path.node[1] : Tree.NONE; // Closing a gap moves nodes.
    crown.endRound();
    return child;
  }

  @Override
  public boolean isFull() {
    return lane.lot.wasShort();
  }
}
