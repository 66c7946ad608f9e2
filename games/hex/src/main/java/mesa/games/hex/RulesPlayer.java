package mesa.games.hex;

import java.util.Arrays;
import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;

/**
 * Plays by the ordered list of {@link Rule}s, without search and without luck. Each rule tried is a tick; where the
 * ticks run out, the first free cell is taken. Of several cells that a rule names the one is taken that lies on the
 * shortest ways of both sides together, then the one nearest the centre, then the first.
 */
final class RulesPlayer implements Player {
  private static final Rule[] RULES = Rule.values();

  private final Outlook outlook;
  private final long[] cells = new long[Cells.WORDS];

  RulesPlayer(Board board) {
    outlook = new Outlook(board);
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    outlook.turnTo((HexPosition) position);
    for (Rule rule : RULES) {
      if (!meter.spendTick()) {
        break;
      }
      Arrays.fill(cells, 0);
      rule.find(outlook, cells);
      if (!Cells.isEmpty(cells)) {
        return Decision.of(outlook.best(cells));
      }
    }
    return Decision.of(Cells.next(outlook.empty(), 0)); // The budget ended before a rule applied.
  }
}
