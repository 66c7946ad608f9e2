package mesa.games.chess;

import java.util.List;
import mesa.core.Spec;
import mesa.testkit.GameContract;

class Chess960ContractTest extends GameContract {
  Chess960ContractTest() {
    super(Chess.chess960(Spec.parse("chess960:start=342")));
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
        "bqnb1rkr/pp3ppp/3ppn2/2p5/5P2/P2P4/NPP1P1PP/BQ1BNRKR w HFhf - 2 9",
        "rr2k1rr/8/8/8/8/8/8/RR2K1RR w GBgb - 0 1",
        "1rk4r/8/8/8/8/8/8/5RKR w KFkq - 0 1");
  }
}
