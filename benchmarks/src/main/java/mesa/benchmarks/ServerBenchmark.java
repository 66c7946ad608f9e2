package mesa.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import mesa.core.Registry;
import mesa.uci.UciServer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How soon does Mesa, as a UCI engine, react while it searches: an operation is from {@code stop} to {@code bestmove}, or
 * from {@code isready} to {@code readyok}, from 1 to 400 ms after {@code go infinite}, as often below 20 as above. Read the
 * percentiles of {@code ./mesa jmh 'Server.*stop'}; each of some 300 searches gives one sample. On a machine that has other
 * things to do, {@code chrt -r 10} before it gives what it is about: Mesa's own share.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 1, time = 25)
@Fork(1)
public class ServerBenchmark {
  private static final double LONGEST_MILLIS = 400;

  /** The game, and who searches; blanks stand for the colon and commas of the spec. */
  @Param({
    "chess alphabeta eval=material",
    "chess alphabeta eval=net",
    "chess mcts eval=material",
    "chess mcts eval=material memory=1",
    "chess mcts eval=net",
    "chess mcts eval=net threads=2",
    "chess mcts eval=rollout",
    "chess solver",
    "connectfour alphabeta eval=threats",
    "connectfour mcts eval=threats",
    "connectfour solver",
    "hex mcts eval=distance",
    "hex mcts eval=rollout",
  })
  String who;

  private PipedOutputStream input;
  private BlockingQueue<String> answers;
  private Thread server;
  private boolean searching;

  /** Starts the server. */
  @Setup
  public void start() throws IOException {
    input = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(input, 1 << 16);
    answers = new LinkedBlockingQueue<>();
    String[] gameAndPlayer = who.split(" ", 2);
    UciServer engine = new UciServer(Registry.load(), gameAndPlayer[0], Params.spec(gameAndPlayer[1]), "Mesa", Duration.ZERO,
        new Direct(answers));
    server = new Thread(() -> {
      try {
        engine.serve(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    server.start();
  }

  /** Begins a search. */
  @Setup(Level.Invocation)
  public void search() throws IOException, InterruptedException {
    if (searching) {
      say("stop");
      await("bestmove");
    }
    say("position startpos");
    say("go infinite");
    searching = true;
    Thread.sleep((long) Math.pow(LONGEST_MILLIS, ThreadLocalRandom.current().nextDouble()));
    answers.clear();
  }

  /** Ends all. */
  @TearDown
  public void end() throws IOException, InterruptedException {
    say("quit");
    server.join();
  }

  /** {@return the answer to stop} */
  @Benchmark
  public String stop() throws IOException, InterruptedException {
    say("stop");
    searching = false;
    return await("bestmove");
  }

  /** {@return the answer to isready} */
  @Benchmark
  public String isReady() throws IOException, InterruptedException {
    say("isready");
    return await("readyok");
  }

  private void say(String line) throws IOException {
    input.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    input.flush();
  }

  private String await(String word) throws InterruptedException {
    String line = answers.take();
    while (!line.startsWith(word)) {
      line = answers.take();
    }
    return line;
  }

  /** Hands over whole lines, as the server writes them. */
  private static final class Direct extends OutputStream {
    private final BlockingQueue<String> lines;

    Direct(BlockingQueue<String> lines) {
      this.lines = lines;
    }

    @Override
    public void write(int b) {
      throw new UnsupportedOperationException("lines are written at once");
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      lines.add(new String(bytes, from, length, StandardCharsets.UTF_8));
    }
  }
}
