package mesa.uci;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import mesa.core.BadInputException;

/**
 * One engine process and the lines that go to and fro. A thread of its own reads all that the engine prints, keeps the
 * gist of the {@code info} lines, and queues the others; nothing the engine prints makes anyone wait.
 */
final class UciEngine implements AutoCloseable {
  private static final long START_MILLIS = 10_000;
  private static final long PING_MILLIS = 10_000;
  private static final long QUIT_MILLIS = 1_000;
  private static final int MOST_LINES = 10_000;

  /** Stands for the end of the engine's output. */
  private static final String END = "";

  /** How an engine tells of an option: {@code option name NAME type ...}. */
  private static final String OPTION = "option name ";

  private final String name;
  private final Process process;
  private final BufferedWriter input;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(MOST_LINES);
  private final Set<String> options = ConcurrentHashMap.newKeySet();
  private final Thread killer = new Thread(this::kill);
  private volatile UciInfo info = UciInfo.NONE;
  private volatile LongSupplier stopwatch = () -> 0;

  /**
   * Starts the process and waits until it has introduced itself.
   *
   * @throws BadInputException if it can't be started or does not say {@code uciok} in ten seconds
   */
  UciEngine(List<String> command) {
    name = command.getFirst();
    try {
      process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new BadInputException("\"" + name + "\" can't be started: " + e.getMessage(), e);
    }
    input = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "uci-" + process.pid());
    reader.setDaemon(true);
    reader.start();
    try {
      Runtime.getRuntime().addShutdownHook(killer);
      send("uci");
      await("uciok", START_MILLIS);
    } catch (IllegalStateException e) {
      kill(); // It has not shown that it would understand quit.
      forget(killer);
      throw new BadInputException("\"" + name + "\" does not speak UCI: " + e.getMessage(), e);
    }
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("info")) {
          info = info.then(line, stopwatch.getAsLong());
        } else if (line.startsWith(OPTION)) {
          options.add(line.substring(OPTION.length()).replaceFirst(" type .*", "").strip());
        } else if (!line.isBlank()) {
          lines.offer(line.trim());
        }
      }
    } catch (IOException e) {
      // A broken pipe is an engine that has gone: the same as the end of its output.
    } finally {
      lines.offer(END);
    }
  }

  /** {@return whether the engine has told of an option of that name} */
  boolean has(String option) {
    return options.contains(option);
  }

  /** Sets an option; engines ignore those that they do not have. */
  void set(String option, String value) {
    send("setoption name " + option + " value " + value);
  }

  /** Announces a new game and waits until the engine is ready for it. */
  void newGame() {
    send("ucinewgame");
    ping();
  }

  /** Waits until everything sent has been taken in; what was still unread is dropped. */
  void ping() {
    send("isready");
    await("readyok", PING_MILLIS);
    lines.clear();
  }

  /**
   * Searches.
   *
   * @param position the {@code position} command
   * @param go the {@code go} command
   * @param millis how long to wait before {@code stop}, which is followed by one more second
   * @param nanos the time, for {@link #info}; read by another thread
   * @return the text of the move
   * @throws IllegalStateException if no {@code bestmove} comes
   */
  String bestMove(String position, String go, long millis, LongSupplier nanos) {
    ping();
    info = UciInfo.NONE;
    stopwatch = nanos;
    send(position);
    send(go);
    String answer = poll("bestmove", millis);
    if (answer == null) {
      send("stop");
      answer = await("bestmove", QUIT_MILLIS);
    }
    String[] words = answer.split("\\s+");
    return words.length > 1 ? words[1] : "";
  }

  /** {@return what the last search said of its best line} */
  UciInfo info() {
    return info;
  }

  private void send(String line) {
    try {
      input.write(line);
      input.write('\n');
      input.flush();
    } catch (IOException e) {
      throw new IllegalStateException(name + " has gone" + exitCode(), e);
    }
  }

  private String await(String word, long millis) {
    String line = poll(word, millis);
    if (line == null) {
      throw new IllegalStateException(name + " did not answer with " + word + " in " + millis + " ms");
    }
    return line;
  }

  /** The next line that starts with the word, or null if none comes in time. */
  private String poll(String word, long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      while (true) {
        String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (line == null || line.equals(word) || line.startsWith(word + " ")) {
          return line;
        }
        if (line.equals(END)) {
          lines.offer(END);
          throw new IllegalStateException(name + " has gone" + exitCode());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }

  private String exitCode() {
    return process.isAlive() ? "" : " with exit code " + process.exitValue();
  }

  /** Asks the engine to quit, and kills it with all its children if it has not done so in a second. */
  @Override
  public void close() {
    try {
      if (process.isAlive()) {
        send("quit");
        process.waitFor(QUIT_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (IllegalStateException e) {
      // Gone already: nothing is left to ask.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      kill();
      forget(killer);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down, and the hook runs anyway.
    }
  }

  private void kill() {
    try (Stream<ProcessHandle> children = process.descendants()) {
      children.forEach(ProcessHandle::destroyForcibly);
    }
    process.destroyForcibly();
  }
}
