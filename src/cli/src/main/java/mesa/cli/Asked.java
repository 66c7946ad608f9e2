package mesa.cli;

import mesa.core.BadInputException;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;

/** Asks a player for a move outside a tournament, and trusts its answer no more than the referee would. */
final class Asked {
  private static final String CLOCK = "tc";

  private Asked() {}

  /**
   * Enters a player where there are no clocks.
   *
   * @throws BadInputException if there is no such player, an option is wrong, or it has a game's clock
   */
  static Entrant entrant(Registry registry, Game game, String player) {
    Entrant entrant = registry.entrant(game, player);
    if (entrant.spec().has(CLOCK)) {
      throw new BadInputException("tc is the clock of a game in a match or tournament, which there is not here (in \"" + entrant
          + "\"); give it a time or another limit for each move, such as time=100ms");
    }
    return entrant;
  }

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
