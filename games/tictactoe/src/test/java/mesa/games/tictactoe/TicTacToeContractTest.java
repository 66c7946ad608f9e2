package mesa.games.tictactoe;

import java.util.List;
import mesa.testkit.GameContract;

final class TicTacToeContractTest extends GameContract {
  TicTacToeContractTest() {
    super(TicTacToe.GAME);
  }

  @Override
  protected int games() {
    return 40;
  }

  @Override
  protected List<String> malformed() {
    return List.of("xxx/ooo/... x", "xxx/ooo/x.. o", "... ... ... x", "X../.../... o");
  }

  @Override
  protected List<String> positions() {
    return List.of("xxo/oox/x.. o", "xxx/oo./... o", "xox/xxo/oxo o");
  }
}
