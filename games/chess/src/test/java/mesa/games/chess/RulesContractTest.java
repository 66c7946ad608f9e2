package mesa.games.chess;

import mesa.testkit.PlayerContract;

class RulesContractTest extends PlayerContract {
  RulesContractTest() {
    super(Chess.GAME, "rules");
  }
}
