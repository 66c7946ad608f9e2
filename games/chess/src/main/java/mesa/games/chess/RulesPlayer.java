package mesa.games.chess;

import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * Plays by the ordered list of {@link Rule}s: no search, and no look at positions beyond one ply. A rule tried is a
 * tick, a successor looked at is a node. Chance decides between moves of the opening table, and nothing else.
 */
final class RulesPlayer implements Player {
  private static final Rule[] RULES = Rule.values();

  private final Rng rng = new Rng(0);
  private final Outlook outlook = new Outlook(rng);

  RulesPlayer() {}

  @Override
  public void newGame(long seed) {
    rng.reseed(seed);
  }

  @Override
  public Decision choose(Position position, Meter meter) {
    outlook.turnTo((ChessPosition) position);
    boolean looked = false;
    for (Rule rule : RULES) {
      if (!meter.spendTick()) {
        break;
      }
      if (rule.looksAhead() && !looked) {
        outlook.look(meter);
        looked = true;
      }
      int choice = rule.choose(outlook);
      if (choice != Outlook.NONE) {
        return Decision.of(outlook.move(choice));
      }
    }
    return Decision.of(outlook.move(0)); // The budget ended before a rule applied.
  }
}
