package mesa.uci;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mesa.core.BadInputException;
import mesa.core.Meter;
import mesa.core.PlayerFault;
import mesa.core.PlayerFault.Kind;

/**
 * An engine, spoken to by one thread. Whatever it does or leaves undone comes back within a stated time as an answer or as a
 * {@link PlayerFault}, after which it is of no more use.
 */
final class Engine implements AutoCloseable {
  /** So many may be starting at once: more would take the processor from each other until all are too late. */
  private static final Semaphore STARTING = new Semaphore(16);

  private static final long FOR_EVER = Long.MAX_VALUE / 2;

  private final Patience patience;
  private final EngineOptions options;
  private final EngineProcess process;
  private final EngineOutput output;
  private String seedCommand = "";
  /** Until when it has to be ready to ponder. */
  private long ponderDeadline;

  /**
   * What came of a search.
   *
   * @param move its text; empty if there was none
   * @param expected the reply that the engine expects, as text; empty if it does not say
   * @param cut whether the line was too long to be read whole
   * @param told whether it came only after {@code stop}
   * @param dropped how many answers came before the question, and were passed over
   * @param info what the engine said of its best line
   */
  record Result(String move, String expected, boolean cut, boolean told, int dropped, EngineInfo info) {}

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
    this.patience = patience;
    this.options = new EngineOptions(launch.program());
    STARTING.acquireUninterruptibly();
    try {
      process = new EngineProcess(launch, patience, memory, transcript);
      output = new EngineOutput(process.process(), options, transcript);
      try {
        ask("uci", "uciok");
        await("uciok", patience.startNanos());
      } catch (PlayerFault e) {
        kill(); // It has not shown that it would understand quit.
        throw process.asStart(e);
      }
    } finally {
      STARTING.release();
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
            process.send(options.command(option, value));
          }
        });
      }
      asked.forEach((option, value) -> {
        if (!option.equalsIgnoreCase("threads") && !option.equalsIgnoreCase("hash")) {
          process.send(options.command(option, value));
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
      throw process.asStart(e);
    }
  }

  /** Sets an option that takes a seed, unless it has that already. */
  void setSeed(String option, long seed) {
    synchronized (options) {
      String command = options.command(option, options.seed(option, seed));
      if (!command.equals(seedCommand)) {
        process.send(command);
        seedCommand = command;
      }
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
    return answer(go, waitNanos, meter);
  }

  /**
   * Has it think about a position that may come, until {@link #ponderHit} or {@link #stopPondering}. Returns at once.
   *
   * @param position the {@code position} command
   * @param go the {@code go ponder} command
   */
  void ponder(String position, String go) {
    output.beginSearch(() -> 0, Long.MAX_VALUE);
    ponderDeadline = System.nanoTime() + patience.pingNanos();
    ask("isready\n" + position + '\n' + go, "readyok", "bestmove");
  }

  /**
   * {@return whether it still ponders; false if it has answered, which it may not before it is told}
   *
   * @throws PlayerFault if it has ended, or was never ready for it
   */
  boolean isPondering() {
    awaitUntil("readyok", ponderDeadline, patience.pingNanos(), "");
    EngineOutput.Answer answer = next(System.nanoTime());
    while (answer != null && !answer.is("bestmove")) {
      answer = next(System.nanoTime());
    }
    return answer == null;
  }

  /**
   * Tells it that the position on which it ponders is there: the search goes on, and from now on on the meter's time.
   *
   * @param waitNanos as for {@link #search}
   * @param meter of the move
   * @return the answer
   * @throws PlayerFault if there is none
   */
  Result ponderHit(long waitNanos, Meter meter) {
    meter.startClock();
    output.timeBy(meter::elapsedNanos);
    process.send("ponderhit");
    return answer("ponderhit", waitNanos, meter);
  }

  /**
   * Has it stop pondering; its answer is about a position that has not come.
   *
   * @throws PlayerFault if it does not
   */
  void stopPondering() {
    process.send("stop");
    awaitUntil("bestmove", System.nanoTime() + patience.stopNanos(), patience.stopNanos(), " to stop");
  }

  private Result answer(String question, long waitNanos, Meter meter) {
    meter.whenStopped(output::stop);
    boolean told = false;
    long deadline = System.nanoTime() + Math.min(waitNanos, FOR_EVER);
    EngineOutput.Answer answer = next(deadline);
    while (answer == null || !answer.is("bestmove")) {
      if (answer == null && told) {
        throw new PlayerFault(Kind.STALL, process.name() + " does not answer to stop, "
            + meter.elapsedNanos() / 1_000_000 + " ms after \"" + question + "\"");
      }
      told |= answer == null;
      process.send("stop");
      deadline = System.nanoTime() + patience.stopNanos();
      answer = next(deadline);
    }
    meter.endClock(answer.nanos());
    meter.whenStopped(() -> { });
    Words words = new Words(answer.text());
    words.next();
    String move = words.next();
    String expected = "ponder".equals(words.next()) ? words.next() : null;
    return new Result(move == null ? "" : move, expected == null ? "" : expected, answer.cut(), told, output.unasked(),
        output.info());
  }

  private void ask(String lines, String... answers) {
    output.expect(answers);
    process.send(lines);
  }

  private void await(String word, long nanos) {
    awaitUntil(word, System.nanoTime() + nanos, nanos, "");
  }

  private void awaitUntil(String word, long deadline, long nanos, String toWhat) {
    for (EngineOutput.Answer answer = next(deadline); answer != null; answer = next(deadline)) {
      if (answer.is(word)) {
        return;
      }
    }
    throw new PlayerFault(Kind.STALL, process.name() + " does not answer" + toWhat + " with " + word + " in "
        + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
  }

  /** The next answer, or null if none comes in time. */
  private EngineOutput.Answer next(long deadline) {
    try {
      EngineOutput.Answer answer = output.next(deadline - System.nanoTime());
      if (answer == EngineOutput.Answer.END) {
        throw process.crash("output");
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlayerFault(Kind.STALL, "interrupted while waiting for " + process.name());
    }
  }

  /** {@return nanoseconds of processor time that the engine has spent; without what it has started itself} */
  long cpuNanos() {
    return process.cpuNanos();
  }

  /** {@return the most bytes of main memory that the engine has had; 0 if it has ended, or the system does not tell} */
  long mostBytes() {
    return process.mostBytes();
  }

  /** Asks the engine to quit, and kills it and all that it has started if it has not done so soon. */
  @Override
  public void close() {
    process.quit();
  }

  /** Kills the engine and all that it has started. */
  void kill() {
    process.kill();
  }
}
