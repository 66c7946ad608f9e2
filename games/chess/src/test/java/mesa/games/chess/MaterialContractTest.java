package mesa.games.chess;

import java.util.List;
import mesa.core.Position;
import mesa.testkit.EvaluatorContract;

class MaterialContractTest extends EvaluatorContract {
  MaterialContractTest() {
    super(Chess.GAME, "material");
  }

  @Override
  protected List<String> mirrored(Position position) {
    return List.of(Games.mirrored(position.text()));
  }
}
