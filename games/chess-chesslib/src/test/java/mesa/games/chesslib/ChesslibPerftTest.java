package mesa.games.chesslib;

import java.util.List;
import java.util.stream.Stream;
import mesa.testkit.PerftCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Shallower than where Mesa's own rules are tested: Chesslib takes over ten times as long. */
class ChesslibPerftTest {
  private static final String WIKI = "chessprogramming.org/Perft_Results";

  @TestFactory
  Stream<DynamicTest> perft_standardPositions_countsPublished() {
    return PerftCase.tests(Chesslib.GAME, List.of(
        new PerftCase("", 4, 197_281, WIKI),
        wiki("r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1", 3, 97_862),
        wiki("8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1", 5, 674_624),
        wiki("r3k2r/Pppp1ppp/1b3nbN/nP6/BBP1P3/q4N2/Pp1P2PP/R2Q1RK1 w kq - 0 1", 4, 422_333),
        wiki("r2q1rk1/pP1p2pp/Q4n2/bbp1p3/Np6/1B3NBn/pPPP1PPP/R3K2R b KQ - 0 1", 4, 422_333),
        wiki("rnbq1k1r/pp1Pbppp/2p5/8/2B5/8/PPP1NnPP/RNBQK2R w KQ - 1 8", 3, 62_379),
        wiki("r4rk1/1pp1qppp/p1np1n2/2b1p1B1/2B1P1b1/P1NP1N2/1PP1QPPP/R4RK1 w - - 0 10", 3, 89_890)));
  }

  private static PerftCase wiki(String fen, int depth, long count) {
    return new PerftCase(fen, depth, count, WIKI);
  }
}
