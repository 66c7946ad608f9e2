package mesa.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import mesa.core.BadInputException;
import mesa.core.RecordEntry;
import mesa.core.RecordReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa records}: reads files of finished games. */
@Command(
    name = "records",
    header = "Read files of finished games, check every move, and count.",
    description = "%nA broken game is reported as FILE:LINE: what is wrong, and left out; the others are read all the "
        + "same. Files of any size are read in little memory; those compressed by gzip are decompressed, and pipes "
        + "are read to their end. The last line is: games N broken M",
    footer = {
      "",
      "Exit codes: 0 all games are whole, 3 some are broken.",
      "",
      "Examples:",
      "  ./mesa records FILE",
      "  ./mesa records FILE FILE --game ${bundle:example.game} --out whole.txt",
      "  zstd -dc FILE.zst | ./mesa records /dev/stdin --game ${bundle:example.game}",
    })
final class RecordsCommand implements Callable<Integer> {
  private static final int SOME_BROKEN = 3;
  private static final int REPORTED = 20;
  private static final int GAMES_BETWEEN = 256;

  @ParentCommand
  private Mesa mesa;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of finished games.")
  private List<Path> paths;

  @Option(names = "--game", paramLabel = "GAME",
      description = "The game they are of; ./mesa list games shows them. Default: by the ending of each file's name; "
          + "of several games with that ending, the first by name.")
  private String game;

  @Option(names = "--out", paramLabel = "FILE",
      description = "Write the whole games there, in the standard form; - for standard output, and then what is "
          + "counted goes to standard error.")
  private String out;

  @Option(names = "--all", description = "Report all broken games, not only the first " + REPORTED + ".")
  private boolean all;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Option(names = "--json", description = "Print JSON instead.")
  private boolean json;

  private final RecordTotals totals = new RecordTotals();

  /** What is said when progress is over; with {@link #all} it is said at once, and there is no progress to disturb. */
  private final List<String> reports = new ArrayList<>();

  private long filesDone;
  private long filesTotal;
  private long bytes;

  @Override
  public Integer call() throws IOException {
    List<RecordFile> files = new ArrayList<>();
    for (Path path : paths) {
      files.add(RecordFile.of(path, game, mesa.registry()));
      filesTotal += Files.size(path);
    }
    long from = System.nanoTime();
    try (RecordOutput output = RecordOutput.of(out, mesa.console().out());
        Progress progress = Progress.of("reading", "MB", mesa.console(), quiet || all || ofUnknownSize(files))) {
      for (RecordFile file : files) {
        read(file, output, progress);
      }
      output.finish();
    } finally {
      reports.forEach(mesa.console().err()::println);
    }
    report((System.nanoTime() - from) / 1e9);
    return totals.broken() > 0 ? SOME_BROKEN : 0;
  }

  /** Whether one of the files is a pipe, so that nobody knows how much is to come. */
  private static boolean ofUnknownSize(List<RecordFile> files) {
    return files.stream().anyMatch(file -> !Files.isRegularFile(file.path()));
  }

  private void read(RecordFile file, RecordOutput output, Progress progress) throws IOException {
    try (CountedInput packed = new CountedInput(Files.newInputStream(file.path()));
        CountedInput plain = new CountedInput(RecordFile.plain(packed))) {
      RecordReader reader = file.format().read(plain);
      int sinceShown = 0;
      for (RecordEntry entry = reader.next(); entry != null; entry = reader.next()) {
        take(entry, file, output);
        if (++sinceShown == GAMES_BETWEEN) {
          sinceShown = 0;
          show(filesDone + packed.count(), progress);
        }
      }
      bytes += plain.count();
      filesDone += packed.count();
    } catch (ZipException | EOFException e) {
      throw new BadInputException("\"" + file.path() + "\" is not whole: " + e.getMessage(), e);
    }
  }

  private void show(long done, Progress progress) {
    progress.show(done >> 20, filesTotal >> 20, () -> totals.games() + " games");
  }

  private void take(RecordEntry entry, RecordFile file, RecordOutput output) throws IOException {
    switch (entry) {
      case RecordEntry.Whole whole -> {
        totals.add(whole.game());
        if (output.isOpen()) {
          output.write(file.format().format(whole.game()));
        }
      }
      case RecordEntry.Broken broken -> {
        totals.addBroken();
        tell(file.path() + ":" + broken.line() + ": " + broken.message());
      }
    }
  }

  private void tell(String report) {
    if (all) {
      mesa.console().err().println(report);
    } else if (reports.size() < REPORTED) {
      reports.add(report);
    }
  }

  private void report(double seconds) {
    if (totals.broken() > reports.size() && !all) {
      mesa.console().err().println("and " + (totals.broken() - reports.size()) + " more; --all shows them");
    }
    RecordTotals.Report report = totals.report(bytes, seconds);
    PrintWriter to = RecordOutput.isStandard(out) ? mesa.console().err() : mesa.console().out();
    if (json) {
      Json.print(report, to);
    } else {
      RecordTotals.print(report, to);
    }
  }
}
