package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WardenTest {
  /** An engine that ignores the end of its input and what can be ignored of signals, and has a child that does too. */
  private static final String STUBBORN =
      "trap '' HUP INT TERM; sh -c 'trap \"\" HUP INT TERM; echo $$; while :; do sleep 1; done' & echo $$; "
          + "while :; do sleep 1; done";

  @BeforeAll
  static void needsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh, without which engines are not watched over");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "no setsid, without which children are not found");
  }

  /** A program that starts two stubborn engines, tells their process numbers, and then does nothing. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) throws Exception {
      for (int i = 0; i < 2; i++) {
        try (BufferedReader output = Warden.instance().start(new Launch(List.of("/bin/sh", "-c", STUBBORN), null, Map.of())).inputReader()) {
          System.out.println(output.readLine());
          System.out.println(output.readLine());
        }
      }
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  private static void assertAllEnd(List<Long> pids) throws InterruptedException {
    for (long pid : pids) {
      while (isAlive(pid)) {
        Thread.sleep(20); // Killing takes a moment; the timeout ends this if it never comes.
      }
    }
  }

  @Test
  void start_programIsKilledWithoutWarning_enginesAndTheirChildrenDie() throws IOException, InterruptedException {
    Process program = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", System.getProperty("java.class.path"), Program.class.getName())
        .redirectError(Redirect.INHERIT).start();
    List<Long> pids = new ArrayList<>();
    BufferedReader output = program.inputReader();
    for (int i = 0; i < 4; i++) {
      pids.add(Long.valueOf(output.readLine()));
    }
    assertThat(pids).allMatch(WardenTest::isAlive);
    program.destroyForcibly(); // kill -9
    assertAllEnd(pids);
  }

  @Test
  void kill_engineWithAChild_killsBoth() throws IOException, InterruptedException {
    Process engine = Warden.instance().start(new Launch(List.of("/bin/sh", "-c", STUBBORN), null, Map.of()));
    BufferedReader output = engine.inputReader();
    List<Long> pids = List.of(Long.valueOf(output.readLine()), Long.valueOf(output.readLine()));
    assertThat(pids).allMatch(WardenTest::isAlive);
    Warden.instance().kill(engine);
    assertAllEnd(pids);
  }
}
