package mesa.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa perft}: counts the sequences of so many legal moves. */
@Command(
    name = "perft",
    header = "Count the sequences of DEPTH legal moves.",
    description = "%nThe usual proof that rules are right, and the usual measure of their speed. "
        + "The last line is: nodes N",
    footer = {
      "",
      "Examples:",
      "  ./mesa perft ${bundle:example.game} 4",
      "  ./mesa perft ${bundle:example.game} 3 --divide --jobs 2",
    })
final class PerftCommand implements Callable<Integer> {
  private static final int DEEPEST = 100;

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", paramLabel = "GAME", description = "A game; ./mesa list games shows them.")
  private String game;

  @Parameters(index = "1", paramLabel = "DEPTH", description = "Moves in a sequence, from 0 to " + DEEPEST + ".")
  private int depth;

  @Mixin
  private PositionOptions start;

  @Option(names = "--divide", description = "Count for each first move apart.")
  private boolean divide;

  @Option(names = "--jobs", paramLabel = "N", converter = Count.class, defaultValue = "1",
      description = "Threads to share the work; default: ${DEFAULT-VALUE}.")
  private int jobs;

  @Option(names = "--json", description = "Print JSON instead.")
  private boolean json;

  private record Report(String game, String position, int depth, long nodes, double seconds, long nodesPerSecond,
      Map<String, Long> divide) {}

  @Override
  public Integer call() throws InterruptedException {
    if (depth < 0 || depth > DEEPEST) {
      throw new BadInputException("DEPTH is a whole number from 0 to " + DEEPEST + ", not \"" + depth + "\"");
    }
    Game rules = mesa.registry().game(game);
    Position position = start.of(rules);
    long from = System.nanoTime();
    SequencedMap<Integer, Long> counts = ParallelPerft.divide(position, depth, jobs);
    double seconds = (System.nanoTime() - from) / 1e9;
    long nodes = depth == 0 ? 1 : counts.values().stream().mapToLong(Long::longValue).sum();
    long speed = Math.round(nodes / seconds);
    if (json) {
      Map<String, Long> named = divide ? named(position, counts) : Map.of();
      Json.print(new Report(rules.name(), position.text(), depth, nodes, seconds, speed, named), mesa.console().out());
    } else {
      print(position, counts, nodes, seconds, speed);
    }
    return 0;
  }

  private void print(Position position, SequencedMap<Integer, Long> counts, long nodes, double seconds, long speed) {
    PrintWriter out = mesa.console().out();
    if (divide) {
      named(position, counts).forEach((move, count) -> out.println(move + ": " + count));
      out.println();
    }
    out.printf("seconds %.3f%n", seconds);
    out.println("nodes/s " + speed);
    out.println("nodes " + nodes);
  }

  private static Map<String, Long> named(Position position, SequencedMap<Integer, Long> counts) {
    Map<String, Long> named = new TreeMap<>();
    counts.forEach((move, count) -> named.put(position.format(move), count));
    return named;
  }
}
