package mesa.arena;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mesa.core.BadInputException;

/**
 * The right to write to a run's folder, which one program has at a time and which ends with it, however it ends. It locks a
 * file of its own that nobody reads: where a program closes any channel to a file, POSIX drops all its locks on it.
 */
final class RunLock implements AutoCloseable {
  static final String FILE = "games.lock";

  /** What this program has: to open such a file again and close it would give the lock up. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes it.
   *
   * @param folder of the run
   * @return the lock, held until it is closed
   * @throws BadInputException if somebody has it
   * @throws IOException if it can't be written
   */
  static RunLock take(Path folder) throws IOException {
    Path file = folder.toRealPath().resolve(FILE);
    if (HELD.add(file)) {
      FileChannel channel = null;
      try {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
          return new RunLock(file, channel);
        }
        channel.close();
      } catch (IOException e) {
        if (channel != null) {
          channel.close();
        }
        HELD.remove(file);
        throw e;
      }
      HELD.remove(file);
    }
    throw new BadInputException(
        "\"" + folder + "\" is being written by another run; wait for it or choose another folder");
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(file);
  }
}
