package mesa.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import mesa.core.BadInputException;
import mesa.core.Entrant;
import mesa.core.Problem;
import mesa.core.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa suite}: problems with a known answer, put to players. */
@Command(
    name = "suite",
    header = "Put problems with a known answer to players: which they solve, and at what cost.",
    description = {
      "%nA suite is a file in the format of its game, or the name of one that ships: ./mesa list suites. A problem is "
          + "solved if the move played is one of the best, or none of those to avoid. The time to solution is when the "
          + "player last came to favour the move that it then played.",
      "%nThe last line is: solved N of M; with several players there is one for each, in order: PLAYER solved N of M. "
          + "M counts the problems asked; positions without an answer are left out.",
    },
    footer = {
      "",
      "Exit codes: 0 done, 2 bad arguments, 3 a player failed on a problem, 130 interrupted (what was done is shown).",
      "",
      "Examples:",
      "  ./mesa suite ${bundle:example.suite} ${bundle:example.player}",
      "  ./mesa suite problems.epd ${bundle:example.player} ${bundle:example.opponent} --jobs 2 --json",
    })
final class SuiteCommand implements Callable<Integer> {
  private static final int FAULTS = 3;
  private static final int INTERRUPTED = 130;

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", paramLabel = "FILE", description = "A file, or the name of a suite that ships with a game.")
  private String file;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "PLAYER",
      description = "Players with their budgets; ./mesa list players shows them.")
  private List<String> players;

  @Option(names = "--game", paramLabel = "GAME",
      description = "The game; default: the first by name that ships the suite or keeps suites in such files.")
  private String game;

  @Option(names = "--only", paramLabel = "ID", description = "This problem alone; may be repeated.")
  private List<String> only = List.of();

  @Option(names = "--limit", paramLabel = "N", converter = Count.class, description = "The first N problems alone.")
  private Integer limit;

  @Option(names = "--lenient", description = "Pass over lines that are wrong, and say so, instead of giving up.")
  private boolean lenient;

  @Option(names = "--jobs", paramLabel = "N", converter = Count.class, defaultValue = "1",
      description = "Problems at the same time; default: ${DEFAULT-VALUE}, so that none disturbs another's time. "
          + "With counted budgets it changes no answer.")
  private int jobs;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
      description = "Where all randomness comes from; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Option(names = "--json", description = "Print JSON instead.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Suite suite = Suite.load(mesa.registry(), file, game, lenient);
    suite.faults().forEach(fault -> mesa.console().err().println("mesa: passed over: " + fault));
    int[] chosen = choose(suite);
    List<Entrant> entrants =
        players.stream().map(player -> Asked.entrant(mesa.registry(), suite.game(), player)).toList();
    SuiteRun run = new SuiteRun(suite, chosen, entrants, seed, System::nanoTime);
    try (OnInterrupt interrupt = new OnInterrupt(run::stop)) {
      List<Answer> answers;
      try (Progress progress = Progress.of("suite", "answers", mesa.console(), quiet)) {
        answers = run.run(jobs, done -> progress.show(done, run.size(), () -> ""));
      }
      SuiteReport report = new SuiteReport(suite, entrants, answers);
      if (json) {
        report.printJson(seed, jobs, mesa.console().out());
      } else {
        print(suite, chosen, report);
      }
      if (interrupt.interrupted()) {
        mesa.console().out().flush();
        mesa.console().err().println("mesa: interrupted after " + answers.size() + " of " + run.size() + " answers");
        return INTERRUPTED;
      }
      return answers.stream().anyMatch(answer -> answer.fault() != null) ? FAULTS : 0;
    }
  }

  private void print(Suite suite, int[] chosen, SuiteReport report) {
    long silent = suite.problems().stream().filter(problem -> !problem.hasAnswer()).count();
    mesa.console().out().println(suite.name() + ": " + chosen.length + " of " + suite.problems().size()
        + " problems of " + suite.game().name() + (silent == 0 ? "" : ", " + silent + " have no answer")
        + "; " + jobs + " at a time, seed " + seed);
    mesa.console().out().println();
    report.print(mesa.console().out());
  }

  /** {@return the indices of the problems that are asked} */
  private int[] choose(Suite suite) {
    List<Problem> problems = suite.problems();
    List<String> ids = problems.stream().map(Problem::id).toList();
    for (String id : only) {
      if (!ids.contains(id)) {
        throw new BadInputException("\"" + file + "\" has no problem \"" + id + "\""
            + Suggestion.of(id, ids, problems.isEmpty() ? "it is empty" : "its first is \"" + ids.getFirst() + "\""));
      }
    }
    int[] chosen = IntStream.range(0, problems.size())
        .filter(index -> only.isEmpty() || only.contains(ids.get(index)))
        .filter(index -> problems.get(index).hasAnswer())
        .limit(limit == null ? Integer.MAX_VALUE : limit)
        .toArray();
    if (chosen.length == 0) {
      throw new BadInputException(problems.isEmpty()
          ? "\"" + file + "\" holds no problem"
          : "no position in \"" + file + "\" says which moves are best or to be avoided, such as bm Nf3; or am Nf3;");
    }
    return chosen;
  }
}
