package mesa.uci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Sees to it that a process, with all that it has started, keeps within a limit of memory, by looking once a second at what of
 * it is in the machine's main memory. Linux tells that; elsewhere nothing is known, and there is no limit to be had.
 */
final class MemoryLimit {
  private static final Path PROCESSES = Path.of("/proc");
  private static final String RESIDENT = "VmRSS:";
  private static final String MOST_RESIDENT = "VmHWM:";
  private static final long MILLIS_BETWEEN = 1000;

  private static final ScheduledExecutorService LOOKING = Executors.newSingleThreadScheduledExecutor(task -> {
    Thread thread = new Thread(task, "memory-limit");
    thread.setDaemon(true);
    return thread;
  });

  private MemoryLimit() {}

  /** {@return whether this system tells how much memory a process has} */
  static boolean canLook() {
    return kilobytes(ProcessHandle.current(), RESIDENT) > 0;
  }

  /**
   * Looks after a process until it has ended.
   *
   * @param process which
   * @param megabytes it may have, with all that it has started
   * @param exceeded told once, by another thread, how many it has
   */
  static void watch(Process process, long megabytes, LongConsumer exceeded) {
    AtomicBoolean told = new AtomicBoolean();
    ScheduledFuture<?> looks = LOOKING.scheduleWithFixedDelay(() -> {
      long found = megabytes(process);
      if (found > megabytes && !told.getAndSet(true)) {
        exceeded.accept(found);
      }
    }, MILLIS_BETWEEN, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
    process.onExit().thenRun(() -> looks.cancel(false));
  }

  private static long megabytes(Process process) {
    try (Stream<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())) {
      return all.mapToLong(each -> kilobytes(each, RESIDENT)).sum() >> 10;
    }
  }

  /** {@return the most bytes that a process has had by now, without those that it has started; 0 if it has ended, or nobody tells} */
  static long mostBytes(Process process) {
    return kilobytes(process.toHandle(), MOST_RESIDENT) << 10;
  }

  /** {@return 0 for one that has ended, and where the system does not tell} */
  private static long kilobytes(ProcessHandle process, String what) {
    try (Stream<String> lines = Files.lines(PROCESSES.resolve(process.pid() + "/status"))) {
      return lines.filter(line -> line.startsWith(what))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
    } catch (IOException | UncheckedIOException | NumberFormatException e) {
      return 0;
    }
  }
}
