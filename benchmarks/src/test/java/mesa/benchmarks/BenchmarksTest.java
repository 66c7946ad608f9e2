package mesa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs; what it measures in a moment inside a test means nothing. */
class BenchmarksTest {
  /** Another one running on the machine spoils figures, of which there are none here. */
  @BeforeAll
  static void runBesideOthers() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  void moveGeneration_eachPosition_runs() throws RunnerException {
    assertThat(run("MoveGenerationBenchmark", null, null)).hasSize(9);
  }

  @Test
  void perft_threePlies_countsLeaves() throws RunnerException {
    RunResult result = run("PerftBenchmark", "depth", "3").iterator().next();
    assertThat(result.getSecondaryResults().get("leaves").getScore()).isPositive();
  }

  @Test
  void net_withoutOne_runsOnTheGamesOwnEvaluator() throws RunnerException {
    assertThat(run("NetBenchmark", "evaluator", "own")).hasSize(6);
  }

  @Test
  void sparseNet_eachWidth_runs() throws RunnerException {
    assertThat(run("SparseNetBenchmark", null, null)).hasSize(12);
  }

  @Test
  void lc0_aNetworkFromElsewhere_runsInEachBatch() throws RunnerException {
    Path network = Path.of("../../shared/nets/maia-1100.pb.gz");
    assumeTrue(Files.exists(network), "there is no " + network);
    assertThat(run("Lc0Benchmark", "file", network.toString())).hasSize(6);
  }

  @Test
  void playout_oneSearch_reportsNodes() throws RunnerException {
    RunResult result = run("PlayoutBenchmark", "search", "tictactoe mcts eval=rollout").iterator().next();
    assertThat(result.getSecondaryResults().get("nodes").getScore()).isPositive();
  }

  @Test
  void tradeoff_solver_isAlwaysOptimal() throws RunnerException {
    RunResult result = run("TradeoffBenchmark.tictactoe", "player", "solver hash=1").iterator().next();
    assertThat(counted(result, "asked")).isCloseTo(3191, within(1e-6));
    assertThat(counted(result, "optimal")).isCloseTo(3191, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hex5", "chess"})
  void tradeoff_labelledPositions_areAnsweredBadlyAtRandom(String game) throws RunnerException {
    RunResult result = run("TradeoffBenchmark." + game, "player", "random").iterator().next();
    assertThat(counted(result, "asked")).isBetween(100.0, 150.0);
    assertThat(counted(result, "optimal") / counted(result, "asked")).isBetween(0.01, 0.5);
  }

  @Test
  void tradeoff_connectFour_leavesOutPositionsWhereEveryMoveIsBest() throws RunnerException {
    RunResult result = run("TradeoffBenchmark.connectfour", "player", "rules").iterator().next();
    assertThat(counted(result, "asked")).isBetween(150.0, 299.0);
    assertThat(counted(result, "optimal")).isLessThan(counted(result, "asked"));
  }

  private static double counted(RunResult result, String counter) {
    return result.getSecondaryResults().get(counter).getScore();
  }

  @Test
  void params_wordsOfAPlayer_areItsSpec() {
    assertThat(Params.spec("mcts eval=rollout nodes=100")).isEqualTo("mcts:eval=rollout,nodes=100");
    assertThat(Params.spec("random")).isEqualTo("random");
  }

  private static Collection<RunResult> run(String benchmark, String param, String value) throws RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder()
        .include("\\." + benchmark + "\\b")
        .forks(0)
        .warmupIterations(0)
        .measurementIterations(2)
        .measurementTime(TimeValue.milliseconds(1))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    if (param != null) {
      options.param(param, value);
    }
    return new Runner(options.build()).run();
  }
}
