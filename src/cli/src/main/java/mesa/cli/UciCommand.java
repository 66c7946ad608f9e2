package mesa.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import mesa.uci.UciServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa uci}: any player as an engine for other programs. */
@Command(
    name = "uci",
    header = "Serve a player as an engine that speaks UCI, for graphical interfaces and other tournaments.",
    description = "%nReads commands from standard input until quit. The option UCI_Variant turns to another game.",
    footer = {
      "",
      "Examples:",
      "  ./mesa uci",
      "  ./mesa uci ${bundle:example.player}",
      "  ./mesa uci --game ${bundle:example.game} ${bundle:example.opponent}",
    })
final class UciCommand implements Callable<Integer> {
  private static final Duration WARM_UP = Duration.ofMillis(500);

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", arity = "0..1", paramLabel = "PLAYER",
      description = "A player; ./mesa list players shows them. Default: the one that the game names for this. Limits in "
          + "its spec hold besides those of each go; go alone takes them, or the player's usual ones.")
  private String player;

  @Option(names = "--game", paramLabel = "GAME",
      description = "A game; ./mesa list games shows them. Default: the one that engines of this kind usually play.")
  private String game;

  @Override
  public Integer call() throws IOException {
    PrintStream out = System.out;
    System.setOut(System.err); // Whatever a plug-in prints, only the protocol goes to the other side.
    new UciServer(mesa.registry(), game, player, new Version().getVersion()[0], WARM_UP, out).serve(System.in);
    return 0;
  }
}
