package mesa.games.connectfour;

import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;

/**
 * Plays by the ordered list in {@link Rule}, without search and without luck. Each rule tried is a tick; where the ticks
 * run out, any cell will do.
 */
final class RulesPlayer implements Player {
  private static final Rule[] RULES = Rule.values();

  private final Moves moves = new Moves(Cells.COLUMNS);

  @Override
  public Decision choose(Position position, Meter meter) {
    Glance glance = new Glance((ConnectFourPosition) position);
    moves.clear();
    position.legalMoves(moves);
    return Decision.of(best(cells(glance, meter)));
  }

  private static long cells(Glance glance, Meter meter) {
    for (Rule rule : RULES) {
      long cells = meter.spendTick() ? rule.cells(glance) : glance.landings;
      if (cells != 0) {
        return cells;
      }
    }
    throw new AssertionError("no cell is free");
  }

  private int best(long cells) {
    int best = -1;
    int most = -1;
    for (int i = 0; i < moves.size(); i++) {
      long cell = cells & Cells.column(moves.get(i));
      if (cell != 0 && Cells.lines(cell) > most) {
        best = moves.get(i);
        most = Cells.lines(cell);
      }
    }
    return best;
  }
}
