package mesa.games.chess;

import java.util.List;
import mesa.testkit.GameContract;

class ChessContractTest extends GameContract {
  ChessContractTest() {
    super(Chess.GAME);
  }

  @Override
  protected int games() {
    return 1;
  }

  @Override
  protected int plies() {
    return 160;
  }

  @Override
  protected List<String> positions() {
    return List.of(
        "r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1",
        "8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1",
        "n1n5/PPPk4/8/8/8/8/4Kppp/5N1N b - - 0 1",
        "8/8/8/2k5/2pP4/8/B7/4K3 b - d3 0 3",
        "4k3/8/8/8/8/8/4K2R/8 w - - 90 120");
  }
}
