package mesa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class JmhMainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Another one running on the machine spoils figures, of which there are none here. */
  @BeforeAll
  static void runBesideOthers() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  private int run(String... arguments) throws IOException {
    return JmhMain.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "foo | \"foo\" | ./mesa jmh -l",
    "Perft foo | \"foo\" | ./mesa jmh -l",
    "tradof | \"tradof\" | did you mean Tradeoff?",
    "[ | \"[\" | no regular expression",
    "Perft -e Per | -e Per | leaves nothing",
    "-zz | \"-zz\" | ./mesa jmh -h",
    "Perft -wi few | few | ./mesa jmh -h",
    "Perft -bm fo | fo | thrpt",
    "Perft -rf foo | \"foo\" | there are text, csv",
    "Perft -rf jsn | \"jsn\" | did you mean json?",
    "Perft -o /nowhere/out | /nowhere/out | folder",
    "Perft -rff /nowhere/out | /nowhere/out | folder",
    "Perft -jvm /nowhere/java | /nowhere/java | path",
    "Perft -prof fo | fo | ./mesa jmh -lprof",
    "Tradeoff -p plyer=random | plyer | did you mean player?",
    "Tradeoff.*tictactoe -p player=random,foo | foo | there are alphabeta, greedy",
    "Playout -p search=chess | chess | GAME PLAYER",
    "Perft -p game=ches | ches | did you mean chess?",
    "Perft -p depth=deep | deep | whole number",
    "Perft -p stage=START,END | END | MIDDLEGAME",
  })
  void run_badInput_isSaidInOneLineBeforeAnythingRuns(String arguments, String quoted, String right) throws IOException {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("mesa: ").contains(quoted, right).hasLineCount(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("# JMH version");
  }

  @Test
  void run_benchmarkThatCannotBeSetUp_doesNotExitWithZero() throws IOException {
    assertThat(run("Lc0Benchmark", "-p", "file=nowhere.pb.gz", "-p", "precision=float", "-p", "batch=1", "-f", "0", "-wi", "0", "-i", "1",
        "-r", "1ms")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("mesa: ").contains("nowhere.pb.gz").hasLineCount(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("nowhere.pb.gz").doesNotContain("at mesa.");
  }

  @Test
  void run_benchmarkThatWorks_exitsWithZero() throws IOException {
    assertThat(run("PerftBenchmark", "-p", "depth=2", "-p", "stage=START", "-f", "0", "-wi", "0", "-i", "1", "-r", "1ms")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("PerftBenchmark.perft:leaves");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void failed_benchmarkWithoutAResult_isCounted() {
    Outcomes outcomes = new Outcomes(
        OutputFormatFactory.createFormatInstance(new PrintStream(out, true, StandardCharsets.UTF_8), VerboseMode.SILENT));
    OutputFormat listener = outcomes.listener();
    listener.startBenchmark(null);
    listener.println("java.lang.IllegalStateException: no");
    listener.endBenchmark(null);
    assertThat(outcomes.failed()).isEqualTo(1);
    assertThat(outcomes.badInput()).isEmpty();
  }
}
