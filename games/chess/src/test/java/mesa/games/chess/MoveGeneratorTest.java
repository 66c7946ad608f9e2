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
      MoveGenerator.generate(position, legal);
      assertThat(MoveGenerator.hasLegalMove(position)).as("hasLegalMove in %s", position).isEqualTo(!legal.isEmpty());

      Moves noisy = new Moves();
      MoveGenerator.generate(position, true, false, noisy);
      Moves expected = new Moves();
      for (int move : legal.toArray()) {
        boolean captures = Move.isEnPassant(move)
            || !Move.isCastling(move) && position.board[Move.to(move)] != Piece.NONE;
        boolean toQueen = Move.isPromotion(move) && Move.promoted(move) == Piece.QUEEN;
        if (toQueen || captures && !Move.isPromotion(move)) {
          expected.add(move);
        }
      }
      assertThat(noisy.toArray()).as("noisy moves in %s", position).containsExactlyInAnyOrder(expected.toArray());
      assertThat(position.hash()).as("hash of %s", position).isEqualTo(Fen.parse(position.text()).hash());
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "5k2/8/8/8/8/8/8/4K2R w K - 0 1",
    "8/8/8/8/8/8/8/R3K2k w Q - 0 1",
    "3k4/8/8/8/8/8/2P5/R3K3 w Q - 0 1",
    "8/2P1k3/8/8/8/4N3/8/K3R3 w - - 0 1",
    "3k4/8/8/2Pp4/8/8/8/KB1R4 w - d6 0 1",
    "n1n5/PPPk4/8/8/8/8/4Kppp/5N1N b - - 0 1",
    "r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1",
  })
  void isLegalAndQuietChecks_ofEveryNumber_agreeWithTheLegalMoves(String fen) {
    visit(Fen.parse(fen), 1, position -> {
      Moves legal = Moves.of(position);
      Moves noisy = new Moves();
      position.noisyMoves(noisy);
      Moves expected = new Moves();
      for (int move = -1; move <= 1 << 16; move++) {
        boolean isLegal = legal.contains(move);
        assertThat(position.isLegal(move)).as("%d is legal in %s", move, position).isEqualTo(isLegal);
        if (isLegal && !noisy.contains(move)) {
          position.make(move);
          boolean checks = position.inCheck();
          position.unmake();
          if (checks) {
            expected.add(move);
          }
        }
      }
      Moves checks = new Moves();
      position.quietChecks(checks);
      assertThat(checks.toArray()).as("quiet checks in %s", position).containsExactlyInAnyOrder(expected.toArray());
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
