package mesa.uci;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mesa.core.BadInputException;
import mesa.core.Meter;
import mesa.core.PlayerFault;
import mesa.core.PlayerFault.Kind;

/**
 * One engine process, spoken to by one thread. Whatever it does or leaves undone comes back within a stated time as an
 * answer or as a {@link PlayerFault}, after which it is of no more use.
 */
final class Engine implements AutoCloseable {
  /** So many may be starting at once: more would take the processor from each other until all are too late. */
  private static final Semaphore STARTING = new Semaphore(16);

  private static final long FOR_EVER = Long.MAX_VALUE / 2;

  private final String name;
  private final Patience patience;
  private final Transcript transcript;
  private final EngineOptions options;
  private final Process process;
  private final OutputStream input;
  private final EngineOutput output;
  private final ProcessTime time;
  private volatile String lastError = "";
  /** Why it was killed, or null. */
  private volatile String killedFor;

  /**
   * What came of a search.
   *
   * @param move its text; empty if there was none
   * @param cut whether the line was too long to be read whole
   * @param told whether it came only after {@code stop}
   * @param dropped how many answers came before the question, and were passed over
   * @param info what the engine said of its best line
   */
  record Result(String move, boolean cut, boolean told, int dropped, EngineInfo info) {}

  /**
   * Starts the process and waits until it has introduced itself.
   *
   * @param launch how it is started
   * @param patience how long to wait for what
   * @param memory megabytes that it may have, or 0 for as many as it likes
   * @param transcript takes what is said
   * @throws PlayerFault of kind {@link Kind#START} if it can't be started or does not say {@code uciok} in time
   */
  Engine(Launch launch, Patience patience, long memory, Transcript transcript) {
    this.name = "\"" + launch.program() + "\"";
    this.patience = patience;
    this.transcript = transcript;
    this.options = new EngineOptions(launch.program());
    STARTING.acquireUninterruptibly();
    try {
      process = start(launch);
      input = process.getOutputStream();
      time = new ProcessTime(process);
      output = new EngineOutput(process, options, transcript);
      Thread errors = new Thread(this::readErrors, "engine-errors-" + process.pid());
      errors.setDaemon(true);
      errors.start();
      if (memory > 0) {
        MemoryLimit.watch(process, memory, found -> {
          killedFor = "has taken " + found + " MB of memory, more than its mem=" + memory;
          kill();
        });
      }
      try {
        ask("uci", "uciok");
        await("uciok", patience.startNanos());
      } catch (PlayerFault e) {
        kill(); // It has not shown that it would understand quit.
        throw asStart(e);
      }
    } finally {
      STARTING.release();
    }
  }

  private Process start(Launch launch) {
    try {
      return Warden.instance().start(launch);
    } catch (IOException e) {
      throw new PlayerFault(Kind.START, name + " can't be started: " + e.getMessage());
    }
  }

  private PlayerFault asStart(PlayerFault fault) {
    String error = lastError;
    return new PlayerFault(Kind.START, fault.getMessage() + (error.isEmpty() ? "" : ": " + error));
  }

  private void readErrors() {
    try (InputStream errors = process.getErrorStream()) {
      LineReader lines = new LineReader(errors);
      for (String line = lines.next(); line != null; line = lines.next()) {
        transcript.add('!', line);
        lastError = line.isEmpty() ? lastError : line;
      }
    } catch (IOException e) {
      // A broken pipe is an engine that has gone.
    }
  }

  /**
   * Sets options, threads and memory first, as engines like it.
   *
   * @param asked by name; each must be one that the engine has
   * @throws BadInputException if it has no such option, or it takes no such value
   */
  void set(Map<String, String> asked) {
    synchronized (options) {
      for (String early : List.of("threads", "hash")) {
        asked.forEach((option, value) -> {
          if (option.equalsIgnoreCase(early)) {
            send(options.command(option, value));
          }
        });
      }
      asked.forEach((option, value) -> {
        if (!option.equalsIgnoreCase("threads") && !option.equalsIgnoreCase("hash")) {
          send(options.command(option, value));
        }
      });
    }
  }

  /** {@return whether the engine has told of an option of that name} */
  boolean has(String option) {
    synchronized (options) {
      return options.has(option);
    }
  }

  /** Waits until it has taken in its options. */
  void getReady() {
    try {
      ask("isready", "readyok");
      await("readyok", patience.answerNanos());
    } catch (PlayerFault e) {
      throw asStart(e);
    }
  }

  /** Sets an option that takes a seed. */
  void setSeed(String option, long seed) {
    synchronized (options) {
      send(options.command(option, options.seed(option, seed)));
    }
  }

  /** Announces a new game and waits until the engine is ready for it. */
  void newGame() {
    ask("ucinewgame\nisready", "readyok"); // What came late in the last game is nothing to this one.
    await("readyok", patience.answerNanos());
  }

  /**
   * Searches. The meter's time runs from the question to the moment at which the answer is there; whoever stops the meter
   * stops the engine.
   *
   * @param position the {@code position} command
   * @param go the {@code go} command
   * @param waitNanos how long to wait before {@code stop}; {@link Long#MAX_VALUE} for ever
   * @param mostNodes when it reports more, it is told to stop at once
   * @param meter of the move
   * @return the answer
   * @throws PlayerFault if there is none
   */
  Result search(String position, String go, long waitNanos, long mostNodes, Meter meter) {
    meter.startClock();
    output.beginSearch(meter::elapsedNanos, mostNodes);
    // A fence, in one write with the question: what is said before its answer is about something else.
    ask("isready\n" + position + '\n' + go, "readyok", "bestmove");
    await("readyok", patience.pingNanos());
    meter.whenStopped(output::stop);
    boolean told = false;
    long deadline = System.nanoTime() + Math.min(waitNanos, FOR_EVER);
    EngineOutput.Answer answer = next(deadline);
    while (answer == null || !answer.is("bestmove")) {
      if (answer == null && told) {
        throw new PlayerFault(Kind.STALL,
            name + " does not answer to stop, " + meter.elapsedNanos() / 1_000_000 + " ms after \"" + go + "\"");
      }
      told |= answer == null;
      send("stop");
      deadline = System.nanoTime() + patience.stopNanos();
      answer = next(deadline);
    }
    meter.endClock(answer.nanos());
    meter.whenStopped(() -> { });
    Words words = new Words(answer.text());
    words.next();
    String move = words.next();
    return new Result(move == null ? "" : move, answer.cut(), told, output.unasked(), output.info());
  }

  private void ask(String lines, String... answers) {
    output.expect(answers);
    send(lines);
  }

  private void send(String lines) {
    lines.lines().forEach(line -> transcript.add('>', line));
    try {
      input.write((lines + '\n').getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      waitForEnd(); // So that its exit code can be told.
      throw crash("input");
    }
  }

  private void await(String word, long nanos) {
    long deadline = System.nanoTime() + nanos;
    for (EngineOutput.Answer answer = next(deadline); answer != null; answer = next(deadline)) {
      if (answer.is(word)) {
        return;
      }
    }
    throw new PlayerFault(
        Kind.STALL, name + " does not answer with " + word + " in " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
  }

  /** The next answer, or null if none comes in time. */
  private EngineOutput.Answer next(long deadline) {
    try {
      EngineOutput.Answer answer = output.next(deadline - System.nanoTime());
      if (answer == EngineOutput.Answer.END) {
        waitForEnd();
        throw crash("output");
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlayerFault(Kind.STALL, "interrupted while waiting for " + name);
    }
  }

  private PlayerFault crash(String closed) {
    String cause = killedFor;
    return new PlayerFault(Kind.CRASH, name + " " + (cause == null ? output.ending(closed) : cause));
  }

  /** After the end of its output a process is about to end, or else is given up. */
  private void waitForEnd() {
    try {
      process.waitFor(patience.quitNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks the engine to quit, and kills it and all that it has started if it has not done so soon. */
  @Override
  public void close() {
    try {
      if (process.isAlive()) {
        send("quit");
        process.waitFor(patience.quitNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (PlayerFault e) {
      // Gone already: nothing is left to ask.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      kill();
    }
  }

  /** {@return nanoseconds of processor time that the engine has spent; without what it has started itself} */
  long cpuNanos() {
    return time.nanos();
  }

  /** {@return the most bytes of main memory that the engine has had; 0 if it has ended, or the system does not tell} */
  long mostBytes() {
    return MemoryLimit.mostBytes(process);
  }

  /** Kills the engine and all that it has started. */
  void kill() {
    Warden.instance().kill(process);
  }
}
