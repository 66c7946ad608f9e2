package mesa.uci;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sees to it that no engine outlives this program, however that ends: {@code kill -9} runs no shutdown hook, and an
 * engine may well ignore the end of its input. A small shell, in a session of its own, reads the engines' process
 * numbers from a pipe; that pipe closes with this program, and then the shell kills all that are left.
 *
 * <p>Each engine leads a process group, so what it has started dies with it, and a Ctrl-C on the terminal does not reach
 * it. It runs only once the shell knows of it. Where there is no {@code /bin/sh}, engines are started as they are; where
 * there is no {@code setsid}, they stay in this program's process group.
 */
final class Warden {
  private static final Path SHELL = Path.of("/bin/sh");

  /** Waits for a line, which comes once the warden knows the process, and then becomes the engine. */
  private static final String GATE = "read -r line && exec \"$@\"";

  /** A line {@code + N} adds a process, {@code - N} kills what is left of its group. */
  private static final String WATCH = """
      trap '' HUP INT TERM QUIT
      alive=' '
      while read -r sign pid; do
        case $sign in
          +) alive="$alive$pid " ;;
          *) kill -s KILL -- "-$pid" 2>/dev/null
             case $alive in *" $pid "*) alive="${alive%% $pid *} ${alive#* $pid }" ;; esac ;;
        esac
      done
      for pid in $alive; do kill -s KILL -- "-$pid" 2>/dev/null || kill -s KILL "$pid" 2>/dev/null; done
      """;

  private static final Warden INSTANCE = new Warden();

  private final Set<Long> alive = new LinkedHashSet<>();
  private OutputStream pipe;

  private Warden() {}

  /** {@return the one that watches over all engines of this program} */
  static Warden instance() {
    return INSTANCE;
  }

  /**
   * Starts a process that dies with this program.
   *
   * @param launch how
   * @return the process, its three streams piped; where the program can't be run it ends at once and says why
   * @throws IOException if nothing can be started at all
   */
  Process start(Launch launch) throws IOException {
    if (!Files.isExecutable(SHELL)) {
      return launch.builder(launch.command()).start();
    }
    List<String> gated = new ArrayList<>(List.of(SHELL.toString(), "-c", GATE, "sh"));
    gated.addAll(launch.command());
    Process process = launch.builder(inOwnSession(gated)).start();
    add(process.pid());
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    return process;
  }

  /** Kills a process and all that it has started. */
  void kill(Process process) {
    try (Stream<ProcessHandle> children = process.descendants()) {
      children.forEach(ProcessHandle::destroyForcibly);
    }
    process.destroyForcibly();
    drop(process.pid());
  }

  private static List<String> inOwnSession(List<String> command) {
    for (Path program : List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"))) {
      if (Files.isExecutable(program)) {
        List<String> longer = new ArrayList<>(List.of(program.toString()));
        longer.addAll(command);
        return longer;
      }
    }
    return command;
  }

  private synchronized void add(long pid) throws IOException {
    if (pipe == null) {
      open();
    }
    alive.add(pid);
    tell("+ " + pid);
  }

  private synchronized void drop(long pid) {
    if (alive.remove(pid)) {
      try {
        tell("- " + pid);
      } catch (IOException e) {
        pipe = null; // Somebody has killed the shell: the next engine gets a new one.
      }
    }
  }

  private void tell(String line) throws IOException {
    try {
      write(line);
    } catch (IOException e) {
      open();
      for (long pid : alive) {
        write("+ " + pid);
      }
      write(line);
    }
  }

  private void write(String line) throws IOException {
    pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    pipe.flush();
  }

  private void open() throws IOException {
    pipe = new ProcessBuilder(inOwnSession(List.of(SHELL.toString(), "-c", WATCH)))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start()
        .getOutputStream();
  }
}
