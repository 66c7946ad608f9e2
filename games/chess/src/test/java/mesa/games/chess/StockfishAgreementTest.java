package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mesa.core.Moves;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;

/** Compares legal moves and check with another program's, along random games. */
class StockfishAgreementTest {
  private static final int POSITIONS = 600;

  @Test
  void legalMoves_ofRandomPositions_areStockfishs() throws IOException, InterruptedException {
    Path engine = ChessTools.find("stockfish");
    assumeTrue(engine != null, "stockfish is not on the path; it would list the legal moves as a check");
    List<ChessPosition> positions = randomPositions();
    Process process = new ProcessBuilder(engine.toString()).redirectErrorStream(true).start();
    try (BufferedWriter in = process.outputWriter(); BufferedReader out = process.inputReader()) {
      for (ChessPosition position : positions) {
        in.write("position fen " + position.text() + "\ngo perft 1\n");
        in.flush();
        assertThat(Games.movesOf(position)).as(position.text()).isEqualTo(listed(out));
      }
      in.write("quit\n");
    } finally {
      process.destroy();
      process.waitFor();
    }
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

  /** Positions of random games, every fifth one, drawn ones left out: another program goes on there. */
  private static List<ChessPosition> randomPositions() {
    List<ChessPosition> positions = new ArrayList<>();
    for (int seed = 0; positions.size() < POSITIONS; seed++) {
      Rng rng = new Rng(seed);
      ChessPosition position = Games.start();
      while (!position.outcome().isOver()) {
        if (position.movesMade() % 5 == seed % 5) {
          positions.add(position.copy());
        }
        Moves moves = Moves.of(position);
        position.make(moves.get(rng.below(moves.size())));
      }
    }
    return positions;
  }
}
