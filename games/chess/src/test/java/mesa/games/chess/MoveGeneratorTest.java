package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import mesa.core.Moves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is derived from the legal moves in a way of its own agrees with them, in whole trees of positions. */
class MoveGeneratorTest {
  private static final int DEPTH = 3;

  @ParameterizedTest
  @ValueSource(strings = {
    "8/k1P5/8/1K6/8/8/8/8 w - - 0 1",
    "7k/5Q2/8/8/8/8/8/K7 w - - 0 1",
    "8/8/8/8/5b2/4p1p1/4P1P1/2k4K w - - 0 1",
    "8/8/8/2k5/4p3/8/3P4/4K3 w - - 0 1",
    "4k3/8/8/b6b/8/2P3P1/3PPP2/4K3 w - - 0 1",
    "n1n5/PPPk4/8/8/8/8/4Kppp/5N1N b - - 0 1",
    "r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1",
    "r2q1rk1/pP1p2pp/Q4n2/bbp1p3/Np6/1B3NBn/pPPP1PPP/R3K2R b KQ - 0 1",
  })
  void shortcuts_inTheTreeOfPositions_agreeWithTheLegalMoves(String fen) {
    visit(Fen.parse(fen), DEPTH, position -> {
      Moves legal = new Moves();
      MoveGenerator.generate(position, false, legal);
      assertThat(MoveGenerator.hasLegalMove(position)).as("hasLegalMove in %s", position).isEqualTo(!legal.isEmpty());

      Moves noisy = new Moves();
      MoveGenerator.generate(position, true, noisy);
      Moves expected = new Moves();
      for (int move : legal.toArray()) {
        boolean captures = Move.isEnPassant(move)
            || !Move.isCastling(move) && position.board[Move.to(move)] != Piece.NONE;
        boolean toQueen = Move.isPromotion(move) && Move.promoted(move) == Piece.QUEEN;
        if (toQueen || captures && !Move.isPromotion(move)) {
          expected.add(move);
        }
      }
      assertThat(noisy.toArray()).as("noisy moves in %s", position).isEqualTo(expected.toArray());
      assertThat(position.hash()).as("hash of %s", position).isEqualTo(Fen.parse(position.text()).hash());
    });
  }

  private static void visit(ChessPosition position, int depth, Consumer<ChessPosition> visitor) {
    visitor.accept(position);
    if (depth == 0) {
      return;
    }
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      visit(position, depth - 1, visitor);
      position.unmake();
    }
  }
}
