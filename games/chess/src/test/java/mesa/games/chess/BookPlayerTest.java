package mesa.games.chess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Registry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookPlayerTest {
  @TempDir
  static Path folder;

  private static Path file;

  @BeforeAll
  static void writeBook() throws IOException {
    file = Files.write(folder.resolve("book.bin"),
        new BookWriter()
            .line("e4 e5 Nf3 Nc6 Bb5").line("e4 e5 Nf3 Nc6 Bc4").line("e4 e5 Nf3 Nf6").line("d4 d5 c4").bytes());
  }

  private static Player player(String options) {
    Player player = Registry.load().entrant(Chess.GAME, "book:file=" + file + options).newPlayer();
    player.newGame(1);
    return player;
  }

  private static Meter meter() {
    return Budget.UNLIMITED.start(System::nanoTime);
  }

  @Test
  void choose_best_isTheHeaviest() {
    ChessPosition position = Games.start();
    StringBuilder line = new StringBuilder();
    for (Player player = player(",pick=best"); position.movesMade() < 4;) {
      Decision decision = player.choose(position.copy(), meter());
      line.append(San.write(position, decision.move())).append(' ');
      position.make(decision.move());
    }
    assertThat(line).hasToString("e4 e5 Nf3 Nc6 ");
  }

  @Test
  void choose_weighted_drawsByWeight() {
    Player player = player("");
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < 4000; i++) {
      ChessPosition position = Games.start();
      counts.merge(position.format(player.choose(position.copy(), meter()).move()), 1, Integer::sum);
    }
    assertThat(counts).containsOnlyKeys("e2e4", "d2d4");
    // Three to one; 150 is over five standard deviations.
    assertThat(counts.get("e2e4")).isBetween(2850, 3150);
  }

  @Test
  void choose_inTheBook_showsSharesAndCostsATick() {
    ChessPosition position = Games.after("e4 e5 Nf3 Nc6");
    Meter meter = meter();
    Decision decision = player("").choose(position.copy(), meter);
    float[] policy = decision.policy();
    float shown = 0;
    for (float share : policy) {
      assertThat(share).isIn(0f, 0.5f);
      shown += share;
    }
    assertThat(shown).isEqualTo(1);
    assertThat(meter.ticks()).isEqualTo(1);
    assertThat(meter.nodes()).isZero();
  }

  /** The other player here finds the mate that the book does not know. */
  @Test
  void choose_outOfTheBook_isTheOtherPlayers() {
    ChessPosition position = Games.fen("6k1/5ppp/8/8/8/8/8/R3K3 w - - 0 1");
    assertThat(position.format(player("").choose(position.copy(), meter()).move())).isEqualTo("a1a8");
  }

  @Test
  void choose_afterItsPlies_isTheOtherPlayers() {
    ChessPosition position = Games.after("d4 d5");
    assertThat(player(",plies=3").choose(position.copy(), meter()).policy()).isNotNull();
    assertThat(player(",plies=2").choose(position.copy(), meter()).policy()).isNull(); // rules have no policy.
  }

  @Test
  void entrant_withoutAFile_isRefused() {
    assertThatThrownBy(() -> Registry.load().entrant(Chess.GAME, "book").newPlayer())
        .isInstanceOf(BadInputException.class).hasMessageContaining("book needs a file (in \"book\")");
    assertThatThrownBy(() -> Registry.load().entrant(Chess.GAME, "book:file=no.bin").newPlayer())
        .isInstanceOf(BadInputException.class).hasMessageContaining("\"no.bin\" is no file");
  }
}
