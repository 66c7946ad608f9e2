package mesa.games.connectfour;

import java.util.List;
import mesa.core.Position;
import mesa.testkit.EvaluatorContract;

final class ThreatsContractTest extends EvaluatorContract {
  ThreatsContractTest() {
    super(ConnectFour.GAME, "threats");
  }

  @Override
  protected List<String> mirrored(Position position) {
    return List.of(Boards.mirrored(position.text()));
  }
}
