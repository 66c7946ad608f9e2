package mesa.cli;

import java.util.function.Supplier;

/**
 * The standings on a terminal while a tournament is played, each time in the place of the last ones. The more they take to
 * work out, the less often they are.
 */
final class LiveTable implements AutoCloseable {
  private static final long NANOS_BETWEEN = 500_000_000L;
  private static final long MOST_NANOS_BETWEEN = 10_000_000_000L;
  private static final int TIMES_ITS_COST = 20;
  /** So many fit a terminal of the usual 24; what has scrolled away can't be taken back. */
  private static final int MOST_LINES = 22;
  /** Long lines are cut by the terminal, not wrapped, or the count of lines would be wrong. */
  private static final String CUT_LINES = "\033[?7l";
  private static final String WRAP_LINES = "\033[?7h";

  private final Console console;
  private final long startNanos = System.nanoTime();
  private long nextNanos;
  /** Games of an earlier run, which say nothing of how fast this one is. */
  private long earlier = -1;
  private int lines;

  LiveTable(Console console) {
    this.console = console;
    nextNanos = startNanos + NANOS_BETWEEN;
  }

  /**
   * Shows them, if it is time.
   *
   * @param played games by now
   * @param scheduled games in all
   * @param table the standings, several lines; asked for only when they are shown
   */
  void show(long played, long scheduled, Supplier<String> table) {
    long now = System.nanoTime();
    if (earlier < 0) {
      earlier = played - 1;
    }
    if (now < nextNanos) {
      return;
    }
    String text = head(played, scheduled, played - earlier, now - startNanos) + table.get();
    erase();
    text.lines().limit(MOST_LINES).forEach(line -> {
      console.err().print(CUT_LINES + line + WRAP_LINES + "\n");
      lines++;
    });
    console.err().flush();
    long after = System.nanoTime();
    nextNanos = after + Math.clamp(TIMES_ITS_COST * (after - now), NANOS_BETWEEN, MOST_NANOS_BETWEEN);
  }

  static String head(long played, long scheduled, long playedNow, long nanos) {
    double left = nanos / 1e9 / playedNow * (scheduled - played);
    return "%,d of %,d games, %.0f s, about %.0f s to go%n%n".formatted(played, scheduled, nanos / 1e9, left);
  }

  /** Takes the table away, until it is shown again. */
  void erase() {
    if (lines > 0) {
      console.err().print("\033[" + lines + "A\r\033[J");
      lines = 0;
    }
  }

  /** Takes the table away: the final one comes where results go. */
  @Override
  public void close() {
    erase();
    console.err().flush();
  }
}
