package mesa.uci;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import mesa.core.PlayerFault;
import mesa.core.PlayerFault.Kind;

/**
 * The process of an engine: how it begins, what it has cost, and how it ends. What it writes among its errors is always read,
 * by a thread of its own, so that it never has to wait with that.
 */
final class EngineProcess {
  private final String name;
  private final Patience patience;
  private final Transcript transcript;
  private final Process process;
  private final OutputStream input;
  private final ProcessTime time;
  private volatile String lastError = "";
  /** Why it was killed, or null. */
  private volatile String killedFor;

  /**
   * Starts it.
   *
   * @param launch how
   * @param patience how long to wait for its end
   * @param memory megabytes that it may have, or 0 for as many as it likes
   * @param transcript takes what is said to it, and its errors
   * @throws PlayerFault of kind {@link Kind#START} if it can't be started
   */
  EngineProcess(Launch launch, Patience patience, long memory, Transcript transcript) {
    this.name = "\"" + launch.program() + "\"";
    this.patience = patience;
    this.transcript = transcript;
    try {
      process = Warden.instance().start(launch);
    } catch (IOException e) {
      throw new PlayerFault(Kind.START, name + " can't be started: " + e.getMessage());
    }
    input = process.getOutputStream();
    time = new ProcessTime(process);
    Thread errors = new Thread(this::readErrors, "engine-errors-" + process.pid());
    errors.setDaemon(true);
    errors.start();
    if (memory > 0) {
      MemoryLimit.watch(process, memory, found -> {
        killedFor = "has taken " + found + " MB of memory, more than its mem=" + memory;
        kill();
      });
    }
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

  /** {@return the program in quotes, for messages} */
  String name() {
    return name;
  }

  /** {@return the process itself, for who reads its output} */
  Process process() {
    return process;
  }

  /** {@return the same failure as one to start, with what the process said last among its errors} */
  PlayerFault asStart(PlayerFault fault) {
    String error = lastError;
    return new PlayerFault(Kind.START, fault.getMessage() + (error.isEmpty() ? "" : ": " + error));
  }

  /**
   * Says something to it.
   *
   * @param lines one or more, which go in one write
   * @throws PlayerFault of kind {@link Kind#CRASH} if it reads no more
   */
  void send(String lines) {
    lines.lines().forEach(line -> transcript.add('>', line));
    try {
      input.write((lines + '\n').getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      throw crash("input");
    }
  }

  /**
   * Says how it has ended, for which it is waited for a little: after the end of its streams it is about to, or else is
   * given up.
   *
   * @param closed what it has closed if it has not ended at all
   */
  PlayerFault crash(String closed) {
    try {
      process.waitFor(patience.quitNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String cause = killedFor;
    return new PlayerFault(Kind.CRASH, name + " " + (cause == null ? ending(closed) : cause));
  }

  private String ending(String closed) {
    if (process.isAlive()) {
      return "has closed its " + closed;
    }
    int code = process.exitValue();
    return code > 128 ? "was killed by signal " + (code - 128) : "has ended with exit code " + code;
  }

  /** Asks it to quit, and kills it and all that it has started if it has not done so soon. */
  void quit() {
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

  /** Kills it and all that it has started. */
  void kill() {
    Warden.instance().kill(process);
  }

  /** {@return nanoseconds of processor time that it has spent; without what it has started itself} */
  long cpuNanos() {
    return time.nanos();
  }

  /** {@return the most bytes of main memory that it has had; 0 if it has ended, or the system does not tell} */
  long mostBytes() {
    return MemoryLimit.mostBytes(process);
  }
}
