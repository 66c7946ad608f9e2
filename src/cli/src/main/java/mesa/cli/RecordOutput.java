package mesa.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import mesa.core.BadInputException;

/** Where games are written to: a file, which appears under its name when it is whole, or standard output, or nowhere. */
final class RecordOutput implements AutoCloseable {
  private static final String STANDARD_OUTPUT = "-";

  private final Writer writer;
  private final Path part;
  private final Path target;

  private RecordOutput(Writer writer, Path part, Path target) {
    this.writer = writer;
    this.part = part;
    this.target = target;
  }

  /**
   * Opens it.
   *
   * @param name a file; {@code -} for standard output; null for nowhere
   * @throws BadInputException if the file can't be written
   */
  static RecordOutput of(String name, PrintWriter standard) {
    if (name == null || name.equals(STANDARD_OUTPUT)) {
      return new RecordOutput(name == null ? null : standard, null, null);
    }
    Path target = Path.of(name).toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new BadInputException("\"" + name + "\" is a folder; --out is a file, or - for standard output");
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Writer writer = Files.newBufferedWriter(part);
      part.toFile().deleteOnExit(); // Of an interrupted run.
      return new RecordOutput(writer, part, target);
    } catch (IOException e) {
      throw FileTrouble.unwritable(name, e);
    }
  }

  /** Whether standard output is taken by the games. */
  static boolean isStandard(String name) {
    return STANDARD_OUTPUT.equals(name);
  }

  /** Whether games are wanted at all. */
  boolean isOpen() {
    return writer != null;
  }

  void write(String game) throws IOException {
    writer.write(game);
  }

  /** Gives the file its name. To be called when all games are written. */
  void finish() throws IOException {
    if (part != null) {
      writer.close();
      try {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Drops what {@link #finish} hasn't given its name. */
  @Override
  public void close() throws IOException {
    if (part != null) {
      writer.close();
      Files.deleteIfExists(part);
    }
  }
}
