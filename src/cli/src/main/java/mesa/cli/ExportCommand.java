package mesa.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mesa.arena.Export;
import mesa.core.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa export}: a run's journal for other programs. */
@Command(
    name = "export",
    header = "Write the games of a run, finished or not, for other programs.",
    description = {
      "%nAll is made from the journal, in the order of the schedule: the same bytes each time. src/arena/README.md says what "
          + "the columns mean.",
    },
    footer = {
      "",
      "Examples:",
      "  ./mesa export runs/mine --format games --out games.csv",
      "  ./mesa export runs/mine --format moves | head",
      "  ./mesa export runs/mine --format positions",
    })
final class ExportCommand implements Callable<Integer> {
  private static final String STANDARD = "-";

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a run.")
  private Path folder;

  @Option(names = "--format", paramLabel = "WHAT", required = true,
      description = "games or moves (comma-separated values, a line each), positions (the last of each game), cross (who "
          + "scored what against whom, comma-separated); or the ending of files in which the game's people keep games or "
          + "positions, such as pgn and epd.")
  private String format;

  @Option(names = "--out", paramLabel = "FILE", description = "Write there; default: to standard output, as does -.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    Export export = Export.of(folder, mesa.registry());
    export.require(format);
    if (out == null || out.toString().equals(STANDARD)) {
      PrintWriter console = mesa.console().out();
      export.write(format, console);
      console.flush();
      return 0;
    }
    if (out.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize()) && Files.exists(out)) {
      throw new BadInputException("\"" + out + "\" is a file of the run; --out is another one");
    }
    try (BufferedWriter file = Files.newBufferedWriter(out)) {
      export.write(format, file);
    } catch (IOException e) {
      throw FileTrouble.unwritable(out, e);
    }
    return 0;
  }
}
