package mesa.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, which only a process of its own can be sent. */
class InterruptTest {
  @TempDir
  private Path folder;

  @Test
  void tournament_interrupted_exitsWith130AndCanBeResumed() throws Exception {
    Path kill = Path.of("/bin/kill");
    assumeTrue(Files.isExecutable(kill), "there is no kill to interrupt with");
    assumeTrue(!interruptsAreIgnored(), "interrupts are ignored here, as in a shell's background jobs");
    Path run = folder.resolve("run");
    Path err = folder.resolve("err");
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-modules", "jdk.incubator.vector", "-cp", System.getProperty("java.class.path"), "mesa.cli.Main",
        "match", "pebbles:size=99", "random", "mcts:eval=uniform,nodes=50", "--games", "1000000", "--out", run.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(err.toFile()).start();
    try {
      while (process.isAlive() && lines(run.resolve("games.jsonl")) < 10) {
        Thread.sleep(20);
      }
      new ProcessBuilder(kill.toString(), "-INT", Long.toString(process.pid())).start().waitFor();

      assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("the interrupt ends it").isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      assertThat(Files.readString(err)).contains("interrupted after", "--resume " + run);
      assertThat(Files.readString(run.resolve("games.jsonl"))).endsWith("}\n").contains("\"t\":\"end\"");
    } finally {
      process.destroyForcibly();
    }
  }

  /** The command tells of its progress every five seconds; by then it has some of its twelve answers. */
  @Test
  void suite_interrupted_exitsWith130AndShowsWhatWasDone() throws Exception {
    Path kill = Path.of("/bin/kill");
    assumeTrue(Files.isExecutable(kill), "there is no kill to interrupt with");
    assumeTrue(!interruptsAreIgnored(), "interrupts are ignored here, as in a shell's background jobs");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-modules", "jdk.incubator.vector", "-cp", System.getProperty("java.class.path"), "mesa.cli.Main",
        "suite", "bratko-kopec", "mcts:eval=uniform,time=2s")
        .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      while (process.isAlive() && !Files.readString(err).contains("answers")) {
        Thread.sleep(20);
      }
      new ProcessBuilder(kill.toString(), "-INT", Long.toString(process.pid())).start().waitFor();

      assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("the interrupt ends it").isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      assertThat(Files.readString(err)).containsPattern("interrupted after \\d+ of 24 answers");
      assertThat(Files.readString(out)).contains("BK.01").containsPattern("solved \\d+ of \\d+\\s*$");
    } finally {
      process.destroyForcibly();
    }
  }

  private static long lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  /** A program inherits what its parent ignores, and so would the one started here. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored = Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:")).findFirst().orElse(":0");
    return (Long.parseUnsignedLong(ignored.substring(ignored.indexOf(':') + 1).strip(), 16) & 2) != 0;
  }
}
