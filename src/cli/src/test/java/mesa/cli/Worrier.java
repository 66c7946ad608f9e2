package mesa.cli;

import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Warning;

/** Plays the first move, and something about each is not as it should be. */
public final class Worrier implements Player {
  /** Worries. */
  public Worrier() {}

  @Override
  public Decision choose(Position position, Meter meter) {
    meter.warn(new Warning("worry", "this may go wrong"));
    return Decision.of(Moves.of(position).get(0));
  }
}
