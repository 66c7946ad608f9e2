package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both ends of the protocol: a player of Mesa's in a process of its own against the same one in this. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MesaAsEngineTest {
  private static final Registry REGISTRY = Registry.load();

  static final class Serve {
    private Serve() {}

    public static void main(String[] args) throws IOException {
      new UciServer(Registry.load(), args[0], args[1], "Mesa", Duration.ZERO, System.out).serve(System.in);
    }
  }

  private static Player engine(Game game, String player) throws IOException {
    // A class path may hold what a spec can't, so it goes into a file.
    Path arguments = Files.createTempFile("serve", ".args");
    arguments.toFile().deleteOnExit();
    Files.writeString(arguments, "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"\n");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return REGISTRY.entrant(game, "uci:cmd=" + java + ",args=-XX:TieredStopAtLevel=1 @" + arguments + " " + Serve.class.getName() + " "
        + game.name() + " " + player + ",start=60s").newPlayer();
  }

  @ParameterizedTest
  @CsvSource({
    "chess, mcts:eval=rollout, 100", "chess, alphabeta:eval=material, 2000", "chess, random, 1", "chess960, mcts:eval=material, 200",
    "connectfour, mcts:eval=rollout, 200", "tictactoe, solver, 100000",
  })
  void choose_sameSeedAndNodes_playsTheSameMovesAsInProcess(String name, String spec, int nodes)
      throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh, without which engines are not watched over");
    Game game = REGISTRY.game(name);
    try (Player outside = engine(game, spec); Player inside = REGISTRY.entrant(game, spec).newPlayer()) {
      for (long seed = 5; seed < 7; seed++) {
        Position position = game.start();
        outside.newGame(seed);
        inside.newGame(seed);
        for (int ply = 0; ply < 20 && !position.outcome().isOver(); ply++) {
          Meter outer = Budget.ofNodes(nodes).start(System::nanoTime);
          Meter inner = Budget.ofNodes(nodes).start(System::nanoTime);
          Decision byProtocol = outside.choose(position.copy(), outer);
          Decision direct = inside.choose(position.copy(), inner);
          assertThat(position.format(byProtocol.move())).as("seed %d, %s", seed, position.text())
              .isEqualTo(position.format(direct.move()));
          assertThat(outer.nodes()).as("nodes, seed %d, %s", seed, position.text()).isEqualTo(inner.nodes());
          position.make(direct.move());
        }
      }
    }
  }
}
