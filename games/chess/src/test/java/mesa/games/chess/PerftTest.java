package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Moves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leaf counts from chessprogramming.org/Perft_Results, and tricky positions from talkchess.com (Martin Sedlak 2013). */
class PerftTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1                 | 5 | 4865609
      r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1     | 4 | 4085603
      8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1                                | 6 | 11030083
      r3k2r/Pppp1ppp/1b3nbN/nP6/BBP1P3/q4N2/Pp1P2PP/R2Q1RK1 w kq - 0 1         | 4 | 422333
      r2q1rk1/pP1p2pp/Q4n2/bbp1p3/Np6/1B3NBn/pPPP1PPP/R3K2R b KQ - 0 1         | 4 | 422333
      rnbq1k1r/pp1Pbppp/2p5/8/2B5/8/PPP1NnPP/RNBQK2R w KQ - 1 8                | 4 | 2103487
      r4rk1/1pp1qppp/p1np1n2/2b1p1B1/2B1P1b1/P1NP1N2/1PP1QPPP/R4RK1 w - - 0 10 | 4 | 3894594
      """)
  void perft_standardPositions_countsPublished(String fen, int depth, long leaves) {
    assertThat(count(Fen.parse(fen), depth)).as("perft %d of %s", depth, fen).isEqualTo(leaves);
  }

  private static long count(ChessPosition position, int depth) {
    Moves moves = Moves.of(position);
    if (depth == 1) {
      return moves.size();
    }
    long leaves = 0;
    for (int i = 0; i < moves.size(); i++) {
      position.make(moves.get(i));
      leaves += count(position, depth - 1);
      position.unmake();
    }
    return leaves;
  }
}
