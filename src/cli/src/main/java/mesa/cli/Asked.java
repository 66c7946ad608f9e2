package mesa.cli;

import mesa.core.BadInputException;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;

/** Asks a player for a move outside a tournament, and trusts its answer no more than the referee would. */
final class Asked {
  private Asked() {}

  /**
   * Asks.
   *
   * @throws BadInputException if the answer is none, an illegal move, or a policy of the wrong length
   */
  static Decision decision(Entrant entrant, Player player, Position position, Meter meter) {
    Decision decision = player.choose(position.copy(), meter);
    Moves legal = Moves.of(position);
    if (decision == null) {
      throw new BadInputException("player \"" + entrant + "\" gives no decision in " + position.text());
    }
    if (!legal.contains(decision.move())) {
      throw new BadInputException(
          "player \"" + entrant + "\" chooses move " + decision.move() + ", which is not legal in " + position.text());
    }
    if (decision.policy() != null && decision.policy().length != legal.size()) {
      throw new BadInputException("player \"" + entrant + "\" gives a policy of " + decision.policy().length
          + " moves, where " + legal.size() + " are legal in " + position.text());
    }
    return decision;
  }
}
