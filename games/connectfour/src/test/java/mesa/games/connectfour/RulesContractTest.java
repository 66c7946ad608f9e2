package mesa.games.connectfour;

import java.util.List;
import mesa.core.Budget;
import mesa.testkit.PlayerContract;

final class RulesContractTest extends PlayerContract {
  RulesContractTest() {
    super(ConnectFour.GAME, "rules");
  }

  @Override
  protected List<Budget> budgets() {
    return List.of(Budget.UNLIMITED, new Budget(1, 1, 1, 1, null), new Budget(1, 1, 4, 1, null));
  }
}
