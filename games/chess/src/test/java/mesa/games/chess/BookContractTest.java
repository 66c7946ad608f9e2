package mesa.games.chess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mesa.core.Moves;
import mesa.core.Rng;
import mesa.testkit.PlayerContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Some of the positions are in the book, others are not. */
class BookContractTest extends PlayerContract {
  @TempDir
  static Path folder;

  BookContractTest() {
    super(Chess.GAME, "book:file=" + folder.resolve("book.bin"));
  }

  @BeforeAll
  static void writeBook() throws IOException {
    BookWriter writer = new BookWriter();
    for (int seed = 0; seed < 500; seed++) {
      Rng rng = new Rng(seed);
      ChessPosition position = Games.start();
      for (int ply = 0; ply < 3; ply++) {
        Moves legal = Moves.of(position);
        int move = legal.get(rng.below(legal.size()));
        writer.add(position, move, 1 + rng.below(9));
        position.make(move);
      }
    }
    Files.write(folder.resolve("book.bin"), writer.bytes());
  }
}
