package mesa.games.tictactoe;

import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;

/**
 * Plays by the ordered list in {@link Rule}, without search and without luck, and never loses. Each rule tried is a
 * tick; where the ticks run out, the first free cell is taken.
 */
final class RulesPlayer implements Player {
  private static final Rule[] RULES = Rule.values();

  @Override
  public Decision choose(Position position, Meter meter) {
    TicTacToePosition p = (TicTacToePosition) position;
    int side = p.sideToMove();
    return Decision.of(Integer.numberOfTrailingZeros(cells(p.cells(side), p.cells(side ^ 1), meter)));
  }

  private static int cells(int own, int other, Meter meter) {
    for (Rule rule : RULES) {
      int cells = meter.spendTick() ? rule.cells(own, other) : Lines.ALL & ~(own | other);
      if (cells != 0) {
        return cells;
      }
    }
    throw new AssertionError("no cell is free");
  }
}
