package mesa.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import mesa.arena.Replay;
import mesa.arena.Tournament;
import mesa.core.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa replay}: are games of a journal played the same once more? */
@Command(
    name = "replay",
    header = "Play games of a run again and compare their moves.",
    description = "%nEach game is played by fresh players from the seeds that its line tells. Between players with counted "
        + "budgets it has to come out the same, whatever was played before it; with time it may not. Nothing is written.",
    footer = {
      "",
      "Exit codes: 0 all are the same, 3 some differ.",
      "",
      "Examples:",
      "  ./mesa replay runs/mine",
      "  ./mesa replay runs/mine 0 17",
    })
final class ReplayCommand implements Callable<Integer> {
  private static final int DIFFERENT = 3;

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a run.")
  private Path folder;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "GAME",
      description = "Numbers of games, as i in the journal; default: all that it holds.")
  private List<String> games = List.of();

  @Option(names = "--despite-changes",
      description = "Though Mesa or a player's net or program is another than when the run began.")
  private boolean despiteChanges;

  private int played;
  private int different;

  @Override
  public Integer call() throws IOException {
    Set<Integer> left = new TreeSet<>();
    games.forEach(game -> left.add(number(game)));
    PrintWriter out = mesa.console().out();
    Tournament.read(folder, mesa.registry(), despiteChanges)
        .replay(folder, index -> games.isEmpty() || left.remove(index), replay -> show(replay, out));
    if (!left.isEmpty()) {
      throw new BadInputException("\"" + folder + "\" holds no game " + left.iterator().next());
    }
    out.printf("%d games played again, %d different%n", played, different);
    return different == 0 ? 0 : DIFFERENT;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new BadInputException("\"" + text + "\" is no game's number; write it as i in the journal, such as 17", e);
    }
  }

  private void show(Replay replay, PrintWriter out) {
    played++;
    different += replay.isSame() ? 0 : 1;
    if (replay.isSame() && games.isEmpty()) {
      return;
    }
    out.printf("game %d, %s against %s: %s%n", replay.index(), replay.first(), replay.second(), replay.isSame()
        ? "the same " + replay.sameMoves() + " moves"
        : "different after " + replay.sameMoves() + " moves");
    if (!replay.isSame()) {
      out.println("  then " + replay.then());
      out.println("  now  " + replay.now());
    }
    out.flush();
  }
}
