package mesa.cli;

import java.util.List;
import java.util.concurrent.Callable;
import mesa.core.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesa jmh}, as help and completion know it: the launcher itself starts JMH, on a class path of its own. */
@Command(
    name = "jmh",
    header = "Run the JMH benchmarks.",
    description = "%nEverything after jmh is passed on to JMH; ./mesa jmh -h lists its options.",
    footer = {
      "",
      "Examples:",
      "  ./mesa jmh -l                        list the benchmarks",
      "  ./mesa jmh Mcts -f 1 -wi 3 -i 5      run those whose name contains Mcts, briefly",
      "  ./mesa jmh Mcts -prof gc             with bytes allocated an operation",
    })
final class JmhCommand implements Callable<Integer> {
  @Parameters(paramLabel = "[REGEX] [JMH OPTIONS]", hideParamSyntax = true, arity = "0..*",
      description = "Which benchmarks, and how.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() {
    throw new BadInputException("jmh needs the launcher, and comes first: ./mesa jmh " + String.join(" ", arguments));
  }
}
