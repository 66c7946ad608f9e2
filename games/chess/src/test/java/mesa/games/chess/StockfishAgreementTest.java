package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import mesa.core.Moves;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;

/** Compares legal moves and check with another program's, along random games. */
class StockfishAgreementTest {
  private static final int POSITIONS = 1_200;

  /** Every so many plies of a game one position is compared. */
  private static final int STRIDE = 5;

  @Test
  void legalMoves_ofRandomPositions_areStockfishs() throws IOException {
    compare(false, seed -> Chess.GAME);
  }

  /** Starts are taken from all over the 960; castling is left possible for long. */
  @Test
  void legalMoves_ofRandomPositionsOfChess960_areStockfishs() throws IOException {
    compare(true, seed -> new Chess(Variant.CHESS960, (int) (seed * 389 % StartPosition.COUNT)));
  }

  private static void compare(boolean chess960, LongFunction<Chess> games) throws IOException {
    Path engine = ChessTools.find("stockfish");
    assumeTrue(engine != null, "stockfish is not on the path; it would list the legal moves as a check");
    Process process = new ProcessBuilder(engine.toString()).redirectErrorStream(true).start();
    int withCastling = 0;
    try (BufferedWriter in = process.outputWriter(); BufferedReader out = process.inputReader()) {
      in.write("setoption name UCI_Chess960 value " + chess960 + "\n");
      for (ChessPosition position : randomPositions(games)) {
        in.write("position fen " + position.text() + "\ngo perft 1\n");
        in.flush();
        assertThat(Games.movesOf(position)).as(position.text()).isEqualTo(listed(out));
        withCastling += castles(position) ? 1 : 0;
      }
      in.write("quit\n");
    } finally {
      process.destroy();
    }
    assertThat(withCastling).as("positions where castling is legal").isGreaterThan(POSITIONS / 50);
  }

  private static boolean castles(ChessPosition position) {
    return Arrays.stream(Moves.of(position).toArray()).anyMatch(Move::isCastling);
  }

  private static Set<String> listed(BufferedReader out) throws IOException {
    Set<String> moves = new TreeSet<>();
    for (String line = out.readLine(); !line.startsWith("Nodes searched"); line = out.readLine()) {
      if (line.matches("[a-h][1-8][a-h][1-8][nbrq]?: 1")) {
        moves.add(line.substring(0, line.indexOf(':')));
      }
    }
    return moves;
  }

  /** Positions of random games, drawn ones left out: another program goes on there. */
  private static List<ChessPosition> randomPositions(LongFunction<Chess> games) {
    List<ChessPosition> positions = new ArrayList<>();
    for (long seed = 0; positions.size() < POSITIONS; seed++) {
      Rng rng = new Rng(seed);
      ChessPosition position = (ChessPosition) games.apply(seed).start();
      while (!position.outcome().isOver()) {
        if (position.movesMade() % STRIDE == seed % STRIDE) {
          positions.add(position.copy());
        }
        position.make(randomMove(position, rng));
      }
    }
    return positions;
  }

  /** Kings and rooks wait in most cases, so that the rights to castle live on. */
  private static int randomMove(ChessPosition position, Rng rng) {
    Moves moves = Moves.of(position);
    int move = moves.get(rng.below(moves.size()));
    for (int i = 0; i < 3 && position.castling != 0 && position.board[Move.from(move)] >> 1 >= Piece.ROOK; i++) {
      move = moves.get(rng.below(moves.size()));
    }
    return move;
  }
}
