package mesa.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a move of an engine in a process of its own cost beyond its thinking: an operation is a whole move, the fence
 * before it and the check of its main line included, of an engine that does not think at all. {@code ./mesa jmh Engine}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EngineBenchmark {
  /** Moves made before. */
  @Param({"0", "160"})
  int plies;

  /** Moves in the main line that the engine tells. */
  @Param({"1", "12"})
  int line;

  private Player player;
  private Position position;

  /** Answers every {@code go} at once with the first of the moves that it was given, all of which are its main line. */
  public static final class Echo {
    private Echo() {}

    /**
     * Runs until the input ends.
     *
     * @param args the moves
     * @throws IOException if the input can't be read
     */
    public static void main(String[] args) throws IOException {
      BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
      PrintStream out = System.out;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("uci")) {
          out.print("uciok\n");
        } else if (line.equals("isready")) {
          out.print("readyok\n");
        } else if (line.startsWith("go")) {
          out.print("info depth 1 score cp 0 nodes 1 pv " + String.join(" ", args) + "\nbestmove " + args[0] + "\n");
        }
        out.flush();
      }
    }
  }

  /** Plays on to the position and starts the engine. */
  @Setup
  public void start() {
    Registry registry = Registry.load();
    Game game = registry.game("chess");
    Rng rng = new Rng(1);
    position = game.start();
    while (position.movesMade() < plies) {
      Moves moves = Moves.of(position);
      position.make(moves.get(rng.below(moves.size())));
      if (position.outcome().isOver()) {
        position = game.start();
      }
    }
    Position ahead = position.copy();
    StringBuilder moves = new StringBuilder();
    for (int i = 0; i < line && !ahead.outcome().isOver(); i++) {
      int move = Moves.of(ahead).get(0);
      moves.append(' ').append(ahead.format(move));
      ahead.make(move);
    }
    player = registry.entrant(game, "uci:cmd=" + Path.of(System.getProperty("java.home"), "bin", "java") + ",args=-cp "
        + System.getProperty("java.class.path") + " " + Echo.class.getName() + moves).newPlayer();
    player.newGame(1);
  }

  /** Ends the engine. */
  @TearDown
  public void end() {
    player.close();
  }

  /** {@return the move} */
  @Benchmark
  public Decision move() {
    return player.choose(position.copy(), Budget.ofNodes(1).start(System::nanoTime));
  }
}
