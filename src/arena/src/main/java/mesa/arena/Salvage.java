package mesa.arena;

import com.fasterxml.jackson.core.JacksonException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.Collectors;
import mesa.core.BadInputException;

/**
 * Makes a journal whole that is damaged elsewhere than at its end. Lines that can't be believed are set aside, as they are,
 * in a file of their own; so is what can't stand without them, such as the games of a round whose draw is lost. Where the
 * first line or one by which the run was extended is lost, {@code run.json} has what it said.
 */
final class Salvage {
  static final String DAMAGED = "games.damaged.jsonl";

  private static final int MOST_NUMBERS = 20;

  private final Path folder;
  private final Path file;
  /** Numbers of lines that are to be set aside. */
  private final BitSet bad = new BitSet();
  /** In place of the first line, or null if that stays. */
  private Run first;

  private Salvage(Path folder) {
    this.folder = folder;
    file = folder.resolve(Journal.FILE);
  }

  /** Does what {@link Tournament#salvage} says. */
  static Optional<String> of(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(Journal.FILE))) {
      throw new BadInputException("there is no journal \"" + folder.resolve(Journal.FILE) + "\"");
    }
    try (RunLock _ = RunLock.take(folder)) {
      Salvage salvage = new Salvage(folder);
      salvage.judge();
      if (salvage.bad.isEmpty() && salvage.first == null) {
        return Optional.empty();
      }
      salvage.setAside();
      return Optional.of(salvage.report());
    }
  }

  private String report() {
    String taken = "what is played was taken from run.json";
    if (bad.isEmpty()) {
      return taken;
    }
    String numbers = bad.stream().limit(MOST_NUMBERS).mapToObj(Integer::toString).collect(Collectors.joining(", "))
        + (bad.cardinality() > MOST_NUMBERS ? ", ..." : "");
    return "set aside in " + DAMAGED + ": " + (bad.cardinality() == 1 ? "line " : bad.cardinality() + " lines, ") + numbers
        + (first == null ? "" : "; " + taken);
  }

  /** Finds out which lines can't stay. */
  private void judge() throws IOException {
    Run run = run();
    int players = run.players().size();
    int size = Schedule.size(Format.parse(run.format()), run.specs(), run.games());
    int firstLost = firstGameWithoutDraw(run);
    BitSet seen = new BitSet(size);
    try (JournalLines lines = new JournalLines(file)) {
      while (lines.next()) {
        if (!JournalReader.isWhole(lines)) {
          bad.set(lines.number());
        } else if (lines.startsWith(JournalReader.GAME)) {
          PlayedGame game = game(lines);
          if (game == null || game.index() >= Math.min(size, firstLost) || seen.get(game.index())
              || Math.max(game.first(), game.second()) >= players) {
            bad.set(lines.number());
          } else {
            seen.set(game.index());
          }
        } else if (lines.startsWith(JournalReader.ROUND)
            && Draw.read(JournalReader.copy(lines)).round() * (long) gamesOfARound(run) >= firstLost) {
          bad.set(lines.number());
        }
      }
    }
  }

  private static PlayedGame game(JournalLines lines) throws IOException {
    try {
      return GameLine.read(lines.bytes(), lines.from(), lines.length());
    } catch (JacksonException | BadInputException e) {
      return null;
    }
  }

  /** {@return what is played, by the journal, or by run.json where the journal has lost that} */
  private Run run() throws IOException {
    Run told = null;
    try (JournalLines lines = new JournalLines(file)) {
      while (lines.next()) {
        if (!JournalReader.isWhole(lines)) {
          continue;
        }
        if (lines.number() == 1) {
          told = JournalReader.run(file, lines);
        } else if (lines.startsWith(JournalReader.RESUME)) {
          Run extended = Resumption.read(JournalReader.copy(lines)).run();
          told = extended == null ? told : extended;
        }
      }
    }
    Run written = written();
    if (told == null && written == null) {
      throw new BadInputException("\"" + file + "\" has lost its first line, which says what is played, and there is no run.json "
          + "that says it: nothing can be salvaged");
    }
    if (told == null || written != null && stages(written) > stages(told)) {
      first = written;
    }
    return first == null ? told : first;
  }

  private Run written() throws IOException {
    Path json = folder.resolve("run.json");
    try {
      Run run = Files.exists(json) ? Run.read(Files.readAllBytes(json)) : null;
      return run != null && run.v() == Run.VERSION ? run : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static int stages(Run run) {
    return run.stages() == null ? 0 : run.stages().size();
  }

  /** {@return the number of the first game whose round was drawn in a line that is lost, or more than any} */
  private int firstGameWithoutDraw(Run run) throws IOException {
    if (Format.parse(run.format()) instanceof Format.Fixed) {
      return Integer.MAX_VALUE;
    }
    BitSet drawn = new BitSet();
    try (JournalLines lines = new JournalLines(file)) {
      while (lines.next()) {
        if (lines.startsWith(JournalReader.ROUND) && JournalReader.isWhole(lines)) {
          drawn.set(Draw.read(JournalReader.copy(lines)).round());
        }
      }
    }
    return drawn.nextClearBit(0) * gamesOfARound(run);
  }

  private static int gamesOfARound(Run run) {
    return Format.parse(run.format()) instanceof Format.Swiss
        ? run.players().size() / 2 * run.games() : IsoSchedule.TABLES * run.legs();
  }

  /** Nothing is taken from the journal before it is safe elsewhere, and the journal is replaced in one step. */
  private void setAside() throws IOException {
    Path mended = folder.resolve(Journal.FILE + ".mended");
    try (FileChannel aside = FileChannel.open(folder.resolve(DAMAGED), StandardOpenOption.CREATE, StandardOpenOption.WRITE,
            StandardOpenOption.APPEND);
        FileChannel kept = FileChannel.open(mended, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      try (JournalLines lines = new JournalLines(file)) {
        OutputStream toAside = new BufferedOutputStream(Channels.newOutputStream(aside));
        OutputStream toKept = new BufferedOutputStream(Channels.newOutputStream(kept));
        if (first != null) {
          toKept.write(first.line());
        }
        while (lines.next()) {
          boolean replaced = first != null && lines.number() == 1;
          OutputStream out = replaced || bad.get(lines.number()) ? toAside : toKept;
          out.write(lines.bytes(), lines.from(), lines.length());
          out.write('\n');
        }
        toAside.flush();
        toKept.flush();
      }
      aside.force(true);
      kept.force(true);
    }
    Files.move(mended, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Journal.forceFolder(folder);
  }
}
