package mesa.arena;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import mesa.core.BadInputException;

/**
 * Appends to a journal: one thread writes whole lines in batches, as many as have come in meanwhile, and forces them to
 * the disk at most {@value #FORCE_MILLIS} ms later. A kill loses no line that was written, a power cut at most those of
 * that time. The file is locked, so that two runs never share it.
 *
 * <p>A game is reported only once its line is written. Where writing fails, the file is cut back to its last whole line.
 */
final class Journal implements AutoCloseable {
  /** The journal's name in the folder of its run. */
  static final String FILE = "games.jsonl";

  static final int FORCE_MILLIS = 100;
  private static final int QUEUED = 4096;

  private final FileChannel channel;
  private final RunLock lock;
  private final LongSupplier nanoClock;
  private final Consumer<PlayedGame> written;
  private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUED);
  private final Thread writer = new Thread(this::write, "mesa-journal");
  private long good;
  private volatile Throwable failure;

  /** A line, and the game it tells of, if it does; or none, and something to do once all before it are done with. */
  private record Entry(byte[] line, PlayedGame game, Runnable then) {
    /** Asks the writer to finish. */
    static final Entry LAST = new Entry(new byte[0], null, null);
  }

  private Journal(FileChannel channel, RunLock lock, long good, LongSupplier nanoClock, Consumer<PlayedGame> written) {
    this.channel = channel;
    this.lock = lock;
    this.good = good;
    this.nanoClock = nanoClock;
    this.written = written;
    writer.setDaemon(true);
  }

  /**
   * Starts a journal.
   *
   * @param folder of the run; there must be no journal yet that holds a line
   * @param run its first line
   * @param nanoClock spaces the forces
   * @param written told of each game once its line is in the file, by the journal's own thread
   * @return the journal, open for appending
   * @throws BadInputException if there already is one
   * @throws IOException if it can't be written
   */
  static Journal create(Path folder, Run run, LongSupplier nanoClock, Consumer<PlayedGame> written) throws IOException {
    Path file = folder.resolve(FILE);
    RunLock lock = RunLock.take(folder);
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      if (holdsLine(file)) {
        throw new BadInputException("\"" + folder + "\" already holds a run; resume it, or choose another folder");
      }
      channel.truncate(0); // A run that was killed while it began leaves a part of its first line at most.
      byte[] line = run.line();
      for (ByteBuffer buffer = ByteBuffer.wrap(line); buffer.hasRemaining(); ) {
        channel.write(buffer);
      }
      channel.force(true);
      forceFolder(folder);
      return start(channel, lock, line.length, nanoClock, written);
    } catch (IOException | RuntimeException e) {
      close(channel, lock);
      throw e;
    }
  }

  private static void close(FileChannel channel, RunLock lock) throws IOException {
    if (channel != null) {
      channel.close();
    }
    lock.close();
  }

  private static boolean holdsLine(Path file) throws IOException {
    try (JournalLines lines = new JournalLines(file)) {
      return lines.next();
    }
  }

  /**
   * Starts the thread that writes.
   *
   * @param channel stands at the end of the last whole line
   * @param lock of the run's folder, closed with this; null for a file that is nobody else's
   * @param good how many bytes there are
   * @param nanoClock as for a new journal
   * @param written as for a new journal
   * @return the journal
   */
  static Journal start(FileChannel channel, RunLock lock, long good, LongSupplier nanoClock, Consumer<PlayedGame> written) {
    Journal journal = new Journal(channel, lock, good, nanoClock, written);
    journal.writer.start();
    return journal;
  }

  /**
   * Goes on with a journal.
   *
   * @param folder of the run
   * @param reader reads what is there, once the lock is held, and returns the length of what is whole
   * @param nanoClock as for a new one
   * @param written as for a new one
   * @return the journal, its torn tail cut off, open for appending
   * @throws BadInputException if another run writes to it
   * @throws IOException if it can't be written
   */
  static Journal resume(Path folder, Reader reader, LongSupplier nanoClock, Consumer<PlayedGame> written)
      throws IOException {
    RunLock lock = RunLock.take(folder);
    FileChannel channel = null;
    try {
      channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.APPEND);
      long good = reader.read(folder.resolve(FILE));
      channel.truncate(good);
      return start(channel, lock, good, nanoClock, written);
    } catch (NoSuchFileException e) {
      lock.close();
      throw new BadInputException("there is no journal \"" + folder.resolve(FILE) + "\"", e);
    } catch (IOException | RuntimeException e) {
      close(channel, lock);
      throw e;
    }
  }

  /** Reads a journal that is about to be continued. */
  interface Reader {
    /**
     * Reads it.
     *
     * @param file the journal
     * @return bytes up to the end of the last whole line
     */
    long read(Path file) throws IOException;
  }

  /** Makes the file's name as durable as its content, where the system lets a folder be opened. */
  static void forceFolder(Path folder) {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException e) {
      // Windows opens no folders; the file itself is safe.
    }
  }

  /**
   * Appends a game. Waits while the writer is far behind. May be called by any thread.
   *
   * @param game a finished game
   * @param line its line
   * @throws InterruptedException if interrupted while waiting
   */
  void append(PlayedGame game, byte[] line) throws InterruptedException {
    queue.put(new Entry(line, game, null));
  }

  /**
   * Appends any other line.
   *
   * @param line whole, with its newline
   */
  void append(byte[] line) {
    putAnyhow(new Entry(line, null, null));
  }

  /**
   * Appends any other line, and does something once it is written.
   *
   * @param line whole, with its newline
   * @param then called by the journal's own thread
   */
  void append(byte[] line, Runnable then) {
    putAnyhow(new Entry(line, null, then));
  }

  /** Waits until what was appended is written and reported, or writing has failed; interruption comes later. */
  void flush() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    putAnyhow(new Entry(new byte[0], null, () -> done.complete(null)));
    done.join();
  }

  /** Puts something into the queue even in an interrupted thread, which stays interrupted. */
  private void putAnyhow(Entry entry) {
    boolean interrupted = false;
    while (true) {
      try {
        queue.put(entry);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@return whether writing has failed; no further game will be written} */
  boolean hasFailed() {
    return failure != null;
  }

  private void write() {
    List<Entry> batch = new ArrayList<>();
    long forced = nanoClock.getAsLong();
    boolean dirty = false;
    boolean last = false;
    while (!last) {
      long wait = TimeUnit.MILLISECONDS.toNanos(FORCE_MILLIS) - (nanoClock.getAsLong() - forced);
      batch.clear();
      try {
        Entry entry = dirty ? queue.poll(Math.max(0, wait), TimeUnit.NANOSECONDS) : queue.take();
        if (entry != null) {
          batch.add(entry);
          queue.drainTo(batch);
        }
      } catch (InterruptedException e) {
        continue; // Nobody interrupts this thread; the channel would close under it.
      }
      last = batch.contains(Entry.LAST);
      if (failure == null) {
        try {
          dirty |= put(batch);
          if (dirty && (last || nanoClock.getAsLong() - forced >= TimeUnit.MILLISECONDS.toNanos(FORCE_MILLIS))) {
            channel.force(false);
            forced = nanoClock.getAsLong();
            dirty = false;
          }
          for (Entry entry : batch) {
            if (entry.game() != null) {
              written.accept(entry.game());
            }
          }
        } catch (IOException | RuntimeException | Error e) {
          failure = e;
        }
      }
      for (Entry entry : batch) {
        if (entry.then() != null) {
          entry.then().run();
        }
      }
    }
  }

  private boolean put(List<Entry> batch) throws IOException {
    int bytes = 0;
    for (Entry entry : batch) {
      bytes += entry.line().length;
    }
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    for (Entry entry : batch) {
      buffer.put(entry.line());
    }
    put(buffer.flip());
    return bytes > 0;
  }

  private void put(ByteBuffer buffer) throws IOException {
    int bytes = buffer.remaining();
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      good += bytes;
    } catch (IOException e) {
      try {
        channel.truncate(good);
      } catch (IOException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  /**
   * Writes what is queued, forces it to the disk and closes the file.
   *
   * @throws IOException if anything could not be written
   */
  @Override
  public void close() throws IOException {
    putAnyhow(Entry.LAST);
    boolean interrupted = Thread.interrupted(); // Else join would return at once, and closing would complain.
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    channel.close();
    if (lock != null) {
      lock.close();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    switch (failure) {
      case null -> { }
      case IOException e -> throw new IOException("the journal can't be written: " + e.getMessage(), e);
      case RuntimeException e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }
}
