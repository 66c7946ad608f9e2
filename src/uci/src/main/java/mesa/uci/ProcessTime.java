package mesa.uci;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The processor time of a process. Linux tells it of each living thread in nanoseconds, and of the whole process, threads
 * that have ended included, in hundredths of a second; elsewhere only the latter is known.
 */
final class ProcessTime {
  private final Process process;
  private final Path threads;
  private long most;

  ProcessTime(Process process) {
    this.process = process;
    this.threads = Path.of("/proc", "" + process.pid(), "task");
  }

  /** {@return nanoseconds so far, never less than the last time; once the process has ended, what was known then} */
  long nanos() {
    most = Math.max(most, Math.max(ofThreads(), ofProcess()));
    return most;
  }

  private long ofThreads() {
    long sum = 0;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
      for (Path thread : all) {
        String text = Files.readString(thread.resolve("schedstat"));
        sum += Long.parseLong(text, 0, text.indexOf(' '), 10);
      }
    } catch (IOException | RuntimeException e) {
      return 0; // Another system, or the process or a thread of it has just ended.
    }
    return sum;
  }

  private long ofProcess() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }
}
