package mesa.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.uci.UciServer;

/**
 * How soon does Mesa, as a UCI engine, answer to {@code stop}, on a machine that is busy with other things? {@link
 * ServerBenchmark} asks the clock, which tells little there. This one asks for processor time: that of the thread which reads
 * {@code stop} until it has passed it on, and from then on that of the searching thread until {@code bestmove} is written. The
 * clock's time, from reading to writing, is told beside it.
 *
 * <pre>
 * java --add-modules jdk.incubator.vector -XX:+UseSerialGC \
 *   -cp benchmarks/target/mesa-benchmarks-0.1.0.jar:$(cat benchmarks/target/classpath) \
 *   mesa.benchmarks.StopTimes chess mcts:eval=net 200
 * </pre>
 *
 * <p>Each search is stopped 1 to 400 ms after {@code go infinite}, as often below 20 as above, and one in twenty after two
 * seconds, when trees are large. A player that goes on for more than 1 ms is answered for; how often is told too. What other
 * threads of a search do, and waits for them, shows by the clock alone.
 */
final class StopTimes {
  private static final double LONGEST_MILLIS = 400;
  private static final int LONG_ONE_IN = 20;
  private static final int LONG_MILLIS = 2000;
  private static final int PRACTICE = 20;
  private static final long ANSWERED_FOR = -2;
  private static final long SLOW_NANOS = 5_000_000;
  private static final String SEARCHER = "uci-search";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final BlockingQueue<String> questions = new LinkedBlockingQueue<>();
  private final BlockingQueue<Moment> stopRead = new LinkedBlockingQueue<>();
  private final BlockingQueue<Moment> stopPassedOn = new LinkedBlockingQueue<>();
  private final BlockingQueue<Moment> answered = new LinkedBlockingQueue<>();

  /** What the time is for whom. */
  private record Moment(long clock, long server, long searcher) {
    static Moment ofServer() {
      return new Moment(System.nanoTime(), THREADS.getCurrentThreadCpuTime(), processorTimeOfSearcher());
    }

    /** Of the searching thread, or of one that answers for it. */
    static Moment ofAnswer() {
      boolean isSearcher = Thread.currentThread().getName().equals(SEARCHER);
      return new Moment(System.nanoTime(), 0, isSearcher ? THREADS.getCurrentThreadCpuTime() : ANSWERED_FOR);
    }

    private static long processorTimeOfSearcher() {
      Thread[] threads = new Thread[Thread.activeCount() + 8];
      int count = Thread.enumerate(threads);
      return Arrays.stream(threads, 0, count).filter(thread -> thread.getName().equals(SEARCHER)).findFirst()
          .map(thread -> THREADS.getThreadCpuTime(thread.threadId())).orElse(-1L);
    }
  }

  private StopTimes() {}

  /**
   * Measures.
   *
   * @param args game, player, and how many stops
   * @throws Exception if anything fails
   */
  public static void main(String[] args) throws Exception {
    new StopTimes().measure(args[0], args[1], Integer.parseInt(args[2]));
  }

  private void measure(String game, String player, int stops) throws InterruptedException {
    UciServer server = new UciServer(Registry.load(), game, player, "Mesa", Duration.ZERO, new Answers());
    Thread thread = new Thread(() -> {
      try {
        server.serve(new Questions());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    });
    thread.start();
    Rng rng = new Rng(1);
    long[] clock = new long[stops];
    long[] processor = new long[stops];
    int answeredFor = 0;
    for (int i = -PRACTICE; i < stops; i++) {
      questions.add("go infinite");
      long millis = i % LONG_ONE_IN == 0 ? LONG_MILLIS : (long) Math.pow(LONGEST_MILLIS, rng.unit());
      Thread.sleep(millis);
      questions.add("stop");
      Moment read = stopRead.take();
      Moment passedOn = stopPassedOn.take();
      Moment written = answered.take();
      if (i >= 0) {
        clock[i] = written.clock - read.clock;
        // A searcher that had answered by then is no more, or its time is that of the answer.
        long searching = passedOn.searcher < 0 ? 0 : Math.max(0, written.searcher - passedOn.searcher);
        processor[i] = passedOn.server - read.server + searching;
        answeredFor += written.searcher == ANSWERED_FOR ? 1 : 0;
        if (processor[i] > SLOW_NANOS) {
          System.out.printf(Locale.ROOT, "stop %d, after %d ms: %.2f ms%n", i, millis, processor[i] / 1e6);
        }
      }
    }
    questions.add("quit");
    thread.join();
    System.out.printf("%s %s: %d stops, ms at 50 %%, 99 %% and most: processor time %s; clock %s; %d answered for%n", game, player, stops,
        percentiles(processor), percentiles(clock), answeredFor);
  }

  private static String percentiles(long[] nanos) {
    Arrays.sort(nanos);
    return String.format(Locale.ROOT, "%.2f %.2f %.2f", nanos[nanos.length / 2] / 1e6,
        nanos[(int) Math.ceil(0.99 * nanos.length) - 1] / 1e6, nanos[nanos.length - 1] / 1e6);
  }

  /** What the server reads, by its own thread. */
  private final class Questions extends InputStream {
    private boolean stopping;

    @Override
    public int read() {
      throw new UnsupportedOperationException("lines are read at once");
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        if (stopping) {
          stopPassedOn.add(Moment.ofServer());
        }
        String line = questions.take();
        stopping = line.equals("stop");
        if (stopping) {
          stopRead.add(Moment.ofServer());
        }
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, into, from, bytes.length);
        return bytes.length;
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  /** What the server says: whole lines, by the thread that has them to say. */
  private final class Answers extends OutputStream {
    private static final String ANSWER = "bestmove";

    @Override
    public void write(int b) {
      throw new UnsupportedOperationException("lines are written at once");
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      if (new String(bytes, from, length, StandardCharsets.UTF_8).startsWith(ANSWER)) {
        answered.add(Moment.ofAnswer());
      }
    }
  }
}
