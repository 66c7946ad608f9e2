package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import mesa.core.Moves;
import mesa.testkit.PerftCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerftTest {
  private static final String WIKI = "chessprogramming.org/Perft_Results";

  @TestFactory
  Stream<DynamicTest> perft_standardPositions_countsPublished() {
    return PerftCase.tests(Chess.GAME, List.of(
        new PerftCase("", 5, 4_865_609, WIKI),
        wiki("r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1", 4, 4_085_603),
        wiki("8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1", 6, 11_030_083),
        wiki("r3k2r/Pppp1ppp/1b3nbN/nP6/BBP1P3/q4N2/Pp1P2PP/R2Q1RK1 w kq - 0 1", 4, 422_333),
        wiki("r2q1rk1/pP1p2pp/Q4n2/bbp1p3/Np6/1B3NBn/pPPP1PPP/R3K2R b KQ - 0 1", 4, 422_333),
        wiki("rnbq1k1r/pp1Pbppp/2p5/8/2B5/8/PPP1NnPP/RNBQK2R w KQ - 1 8", 4, 2_103_487),
        wiki("r4rk1/1pp1qppp/p1np1n2/2b1p1B1/2B1P1b1/P1NP1N2/1PP1QPPP/R4RK1 w - - 0 10", 4, 3_894_594)));
  }

  private static PerftCase wiki(String fen, int depth, long count) {
    return new PerftCase(fen, depth, count, WIKI);
  }

  /**
   * Positions collected by M. Sedlak (talkchess.com, viewtopic t=47318, 2013), mirror images included: one special move
   * each, with few pieces. The last group adds promotions by capture and captures en passant under pins, counted by
   * Stockfish 15.1. Published counts know no draws, so these are counted by the generator alone.
   */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      8/5bk1/8/2Pp4/8/1K6/8/8 w - d6 0 1                            | 6 | 824064
      8/8/1k6/8/2pP4/8/5BK1/8 b - d3 0 1                            | 6 | 824064
      8/8/1k6/2b5/2pP4/8/5K2/8 b - d3 0 1                           | 6 | 1440467
      8/5k2/8/2Pp4/2B5/1K6/8/8 w - d6 0 1                           | 6 | 1440467
      5k2/8/8/8/8/8/8/4K2R w K - 0 1                                | 6 | 661072
      4k2r/8/8/8/8/8/8/5K2 b k - 0 1                                | 6 | 661072
      3k4/8/8/8/8/8/8/R3K3 w Q - 0 1                                | 6 | 803711
      r3k3/8/8/8/8/8/8/3K4 b q - 0 1                                | 6 | 803711
      r3k2r/1b4bq/8/8/8/8/7B/R3K2R w KQkq - 0 1                     | 4 | 1274206
      r3k2r/7b/8/8/8/8/1B4BQ/R3K2R b KQkq - 0 1                     | 4 | 1274206
      r3k2r/8/3Q4/8/8/5q2/8/R3K2R b KQkq - 0 1                      | 4 | 1720476
      r3k2r/8/5Q2/8/8/3q4/8/R3K2R w KQkq - 0 1                      | 4 | 1720476
      2K2r2/4P3/8/8/8/8/8/3k4 w - - 0 1                             | 6 | 3821001
      3K4/8/8/8/8/8/4p3/2k2R2 b - - 0 1                             | 6 | 3821001
      8/8/1P2K3/8/2n5/1q6/8/5k2 b - - 0 1                           | 5 | 1004658
      5K2/8/1Q6/2N5/8/1p2k3/8/8 w - - 0 1                           | 5 | 1004658
      4k3/1P6/8/8/8/8/K7/8 w - - 0 1                                | 6 | 217342
      8/k7/8/8/8/8/1p6/4K3 b - - 0 1                                | 6 | 217342
      8/P1k5/K7/8/8/8/8/8 w - - 0 1                                 | 6 | 92683
      8/8/8/8/8/k7/p1K5/8 b - - 0 1                                 | 6 | 92683
      K1k5/8/P7/8/8/8/8/8 w - - 0 1                                 | 6 | 2217
      8/8/8/8/8/p7/8/k1K5 b - - 0 1                                 | 6 | 2217
      8/k1P5/8/1K6/8/8/8/8 w - - 0 1                                | 7 | 567584
      8/8/8/8/1k6/8/K1p5/8 b - - 0 1                                | 7 | 567584
      8/8/2k5/5q2/5n2/8/5K2/8 b - - 0 1                             | 4 | 23527
      8/5k2/8/5N2/5Q2/2K5/8/8 w - - 0 1                             | 4 | 23527

      n1n5/PPPk4/8/8/8/8/4Kppp/5N1N b - - 0 1                             | 5 | 3605103
      r3k2r/8/8/8/3pPp2/8/8/R3K1RR b KQkq e3 0 1                          | 5 | 15446339
      8/7p/p5pb/4k3/P1pPn3/8/P5PP/1rB2RK1 b - d3 0 28                     | 5 | 1881089
      8/8/8/8/k2Pp2R/8/8/4K3 b - d3 0 1                                   | 5 | 70744
      rnbqkb1r/ppppp1pp/7n/4Pp2/8/8/PPPP1PPP/RNBQKBNR w KQkq f6 0 3       | 5 | 11139762
      """)
  void perft_specialMoves_countsPublished(String fen, int depth, long leaves) {
    assertThat(withoutDraws(Fen.parse(fen), depth)).as("perft %d of %s", depth, fen).isEqualTo(leaves);
  }

  private static long withoutDraws(ChessPosition position, int depth) {
    Moves moves = new Moves(64);
    MoveGenerator.generate(position, moves);
    if (depth == 1) {
      return moves.size();
    }
    long leaves = 0;
    for (int i = 0; i < moves.size(); i++) {
      position.make(moves.get(i));
      leaves += withoutDraws(position, depth - 1);
      position.unmake();
    }
    return leaves;
  }
}
