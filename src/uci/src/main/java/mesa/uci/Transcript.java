package mesa.uci;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The last lines that were said between Mesa and an engine. Any thread may add to it; they are put into words only when
 * somebody asks for them.
 */
final class Transcript {
  private static final int MOST_LINES = 1000;
  private static final int LONGEST = 2000;
  private static final double NANOS_PER_MILLI = 1e6;

  /** One line, and when it was said. */
  private record Line(long nanos, char who, String text) {}

  private final ArrayDeque<Line> lines = new ArrayDeque<>();
  private long start = System.nanoTime();
  private long dropped;
  private boolean hasGame;

  /** Forgets the last game, if there was one. */
  synchronized void beginGame() {
    if (hasGame) {
      lines.clear();
      dropped = 0;
      start = System.nanoTime();
    }
    hasGame = true;
  }

  /**
   * Adds a line.
   *
   * @param who said it: {@code >} Mesa, {@code <} the engine, {@code !} the engine among its errors
   */
  synchronized void add(char who, String text) {
    if (lines.size() == MOST_LINES) {
      lines.removeFirst();
      dropped++;
    }
    lines.add(new Line(System.nanoTime(), who, text));
  }

  /** {@return the lines, oldest first: milliseconds since the first, who said it, and what} */
  synchronized List<String> lines() {
    List<String> all = new ArrayList<>();
    if (dropped > 0) {
      all.add(dropped + " earlier lines were not kept");
    }
    for (Line line : lines) {
      String text = line.text.length() <= LONGEST ? line.text : line.text.substring(0, LONGEST) + "...";
      all.add(String.format(Locale.ROOT, "%11.3f %c %s", (line.nanos - start) / NANOS_PER_MILLI, line.who, text));
    }
    return all;
  }
}
