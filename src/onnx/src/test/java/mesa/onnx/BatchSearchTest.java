package mesa.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.testkit.PlayerContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tree search that gathers batches for a network. */
class BatchSearchTest {
  private static final Game CHESS = Registry.load().game("chess");

  @TempDir Path folder;

  private String network() {
    return "eval=lc0,eval.file=" + new RandomLc0().write(folder.resolve("random.pb.gz"));
  }

  /** Answers that are remembered take no place in a run, so the company is another; so is the size of the session. */
  @Test
  void mcts_withAnswersInAnyCompany_playsTheSameGame() {
    String batch = "mcts:batch=8,nodes=120," + network();
    List<String> expected = game(batch + ",eval.batch=8,eval.remembered=0");
    assertThat(game(batch + ",eval.batch=8,eval.remembered=1024")).as("remembered").isEqualTo(expected);
    assertThat(game(batch + ",eval.batch=30,eval.remembered=4")).as("with more room").isEqualTo(expected);
  }

  private static List<String> game(String spec) {
    List<String> moves = new ArrayList<>();
    try (Player player = Registry.load().entrant(CHESS, spec).newPlayer()) {
      player.newGame(1);
      Position position = CHESS.start();
      for (int ply = 0; ply < 8; ply++) {
        Decision decision = player.choose(position.copy(), Budget.ofNodes(120).start(() -> 0));
        moves.add(decision.value() + " " + Arrays.toString(decision.policy()));
        position.make(decision.move());
      }
    }
    return moves;
  }

  /** Value and priors of a leaf are one evaluation. */
  @Test
  void mcts_inBatches_asksOnceForEachLeaf() {
    try (Player player = Registry.load().entrant(CHESS, "mcts:batch=8," + network()).newPlayer()) {
      Meter meter = Budget.ofNodes(200).start(() -> 0);
      player.choose(CHESS.start(), meter);
      assertThat(meter.nodes()).isEqualTo(200);
      assertThat(meter.evaluations()).isEqualTo(200);
    }
  }

  @Test
  void mcts_batchBeyondTheEvaluators_saysHowToMakeRoom() {
    String spec = "mcts:batch=32," + network();
    assertThatThrownBy(() -> Registry.load().entrant(CHESS, spec).newPlayer().close())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("batch=32 is more than the 16 positions").hasMessageContaining("eval.batch=32");
  }

  @Nested
  class InTicTacToe extends PlayerContract {
    InTicTacToe() {
      super(Registry.load().game("tictactoe"), "mcts:eval=onnx,batch=8,nodes=100,eval.file=" + model());
    }

    private static Path model() {
      try {
        Path file = Files.createTempFile("tiny", ".onnx");
        file.toFile().deleteOnExit();
        Path.of(file + ".properties").toFile().deleteOnExit();
        TinyModel.describe(
            file, "game=tictactoe", "input.board=tictactoe-18.1", "value.kind=scalar", "moves=tictactoe-18.1");
        return new TinyModel().write(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
