package mesa.cli;

import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far long work has come, on standard error: a bar on a terminal, else a line every few seconds, or nothing if the
 * user wants quiet. Close it before writing anything else.
 */
interface Progress extends AutoCloseable {
  /**
   * Tells it.
   *
   * @param done units so far
   * @param total units in all
   * @param note what else is worth knowing, in a few words; asked for only when it is shown
   */
  void show(long done, long total, Supplier<String> note);

  @Override
  void close();

  /**
   * Begins to show progress.
   *
   * @param task what is being done, in a few words
   * @param unit what is counted, such as {@code games}
   * @param console where to
   * @param quiet to show nothing
   */
  static Progress of(String task, String unit, Console console, boolean quiet) {
    if (quiet) {
      return new Quiet();
    }
    return console.terminal() ? new Bar(task, unit) : new Lines(task, unit, console);
  }

  /** Shows nothing. */
  final class Quiet implements Progress {
    @Override
    public void show(long done, long total, Supplier<String> note) {}

    @Override
    public void close() {}
  }

  /** For logs and pipes. */
  final class Lines implements Progress {
    private static final long NANOS_BETWEEN = 5_000_000_000L;

    private final String task;
    private final String unit;
    private final Console console;
    private long shownNanos = System.nanoTime();

    private Lines(String task, String unit, Console console) {
      this.task = task;
      this.unit = unit;
      this.console = console;
    }

    @Override
    public void show(long done, long total, Supplier<String> note) {
      long now = System.nanoTime();
      if (done == total || now - shownNanos >= NANOS_BETWEEN) {
        shownNanos = now;
        console.err().println("%s: %d of %d %s  %s".formatted(task, done, total, unit, note.get()).stripTrailing());
      }
    }

    @Override
    public void close() {}
  }

  /** For terminals. */
  final class Bar implements Progress {
    private static final long NANOS_BETWEEN_NOTES = 250_000_000L;

    private final ProgressBar bar;
    private long notedNanos;

    private Bar(String task, String unit) {
      bar = new ProgressBarBuilder().setTaskName(task).setUnit(" " + unit, 1).setStyle(ProgressBarStyle.ASCII).build();
    }

    @Override
    public void show(long done, long total, Supplier<String> note) {
      bar.maxHint(total);
      bar.stepTo(done);
      long now = System.nanoTime();
      if (done == total || now - notedNanos >= NANOS_BETWEEN_NOTES) {
        notedNanos = now;
        bar.setExtraMessage(note.get());
      }
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
