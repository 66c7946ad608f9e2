package mesa.games.connectfour;

import java.util.List;
import mesa.testkit.GameContract;

final class ConnectFourContractTest extends GameContract {
  ConnectFourContractTest() {
    super(ConnectFour.GAME);
  }

  @Override
  protected int games() {
    return 20;
  }

  @Override
  protected List<String> malformed() {
    return List.of("1111111", "8", "12121212", "......./......./......./......./......./...x... x",
        "......./......./......./......./...x.../....... o", ".../.../... x");
  }

  @Override
  protected List<String> positions() {
    return List.of(Boards.NEARLY_FULL, Boards.DRAWN, "1212121", "1121231");
  }
}
