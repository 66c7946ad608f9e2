package mesa.uci;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Reads all that an engine prints, on a thread of its own, so that nothing it prints makes anyone wait. Answers that are
 * expected are queued, with the time at which they came; of {@code info} lines the gist is kept; the rest is passed over.
 * Memory is bounded whatever comes.
 */
final class EngineOutput {
  /** After an engine's end its last words are waited for so long; something it has started may hold the pipe open. */
  private static final long LAST_WORDS_MILLIS = 100;

  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final Queue<String> expected = new ConcurrentLinkedQueue<>();
  private final EngineOptions options;
  private final Transcript transcript;
  private volatile EngineInfo info = EngineInfo.NONE;
  private volatile LongSupplier stopwatch = () -> 0;
  private volatile long mostNodes = Long.MAX_VALUE;
  private volatile int unasked;
  /** The reader's own: of the search under way, and answers since the last fence that nobody had asked for. */
  private long nodesToWarnOf = Long.MAX_VALUE;
  private int unaskedSoFar;

  /**
   * A line that answers something.
   *
   * @param text the line
   * @param nanos when it came, by the stopwatch of the search
   * @param cut whether it was too long, and its end is missing
   */
  record Answer(String text, long nanos, boolean cut) {
    /** Says that the search is to be stopped. */
    static final Answer STOPPED = new Answer("stop", 0, false);

    /** Stands for the end of the output. */
    static final Answer END = new Answer("", 0, false);

    /** Says that the engine reports more nodes than it was to be warned of. */
    static final Answer TOO_MANY_NODES = new Answer("info", 0, false);

    boolean is(String word) {
      return word.equals(new Words(text).next());
    }
  }

  /**
   * Begins to read.
   *
   * @param process whose output is read
   * @param options takes what the engine declares
   * @param transcript takes all lines
   */
  EngineOutput(Process process, EngineOptions options, Transcript transcript) {
    this.options = options;
    this.transcript = transcript;
    Thread reader = new Thread(() -> read(process.getInputStream()), "engine-" + process.pid());
    reader.setDaemon(true);
    reader.start();
    process.onExit().thenRunAsync(
        this::end, CompletableFuture.delayedExecutor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS));
  }

  private void read(InputStream output) {
    LineReader lines = new LineReader(output);
    try (output) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        transcript.add('<', line);
        take(line, lines.wasCut());
      }
    } catch (IOException e) {
      // A broken pipe is an engine that has gone: the same as the end of its output.
    } finally {
      end();
    }
  }

  private void take(String line, boolean cut) {
    if (line.startsWith("info") && !cut) {
      EngineInfo newer = info.then(line, stopwatch);
      info = newer;
      if (newer.nodes() > nodesToWarnOf) {
        nodesToWarnOf = Long.MAX_VALUE;
        answers.add(Answer.TOO_MANY_NODES);
      }
    } else if (EngineOptions.isDeclaration(line)) {
      synchronized (options) {
        options.declare(line);
      }
    } else {
      String word = new Words(line).next();
      if (word != null && word.equals(expected.peek())) {
        expected.remove();
        if (word.equals("readyok")) {
          unasked = unaskedSoFar;
          unaskedSoFar = 0;
          info = EngineInfo.NONE;
          nodesToWarnOf = mostNodes;
        }
        answers.add(new Answer(line, stopwatch.getAsLong(), cut));
      } else if ("bestmove".equals(word)) {
        unaskedSoFar++;
      }
    }
  }

  private void end() {
    answers.add(Answer.END);
  }

  /**
   * Says what is going to be asked for. What comes out of turn is no answer.
   *
   * @param words with which the answers begin, in order
   */
  void expect(String... words) {
    expected.addAll(List.of(words));
  }

  /** Has whoever waits for an answer told that the search is to be stopped. Called by any thread. */
  void stop() {
    answers.add(Answer.STOPPED);
  }

  /** {@return how often the engine had answered unasked before its last {@code readyok}} */
  int unasked() {
    return unasked;
  }

  /**
   * Waits for an answer.
   *
   * @param nanos how long at most
   * @return the next one, {@link Answer#END} if there will be none, or null if none has come in time
   * @throws InterruptedException if interrupted while waiting
   */
  Answer next(long nanos) throws InterruptedException {
    Answer answer = answers.poll(nanos, TimeUnit.NANOSECONDS);
    if (answer == Answer.END) {
      end(); // For whoever asks again.
    }
    return answer;
  }

  /**
   * Begins a search, once the engine has said {@code readyok}: {@link #info} is of what is said after that.
   *
   * @param nanos the time since it began; read by another thread
   * @param most when the engine reports more nodes, {@link Answer#TOO_MANY_NODES} comes once
   */
  void beginSearch(LongSupplier nanos, long most) {
    answers.remove(Answer.STOPPED); // The last search had ended by itself.
    answers.remove(Answer.TOO_MANY_NODES);
    stopwatch = nanos;
    mostNodes = most;
  }

  /**
   * Has what comes from now on timed otherwise; the search goes on.
   *
   * @param nanos the time since then; read by another thread
   */
  void timeBy(LongSupplier nanos) {
    stopwatch = nanos;
  }

  /** {@return what the search has said of its best line} */
  EngineInfo info() {
    return info;
  }
}
