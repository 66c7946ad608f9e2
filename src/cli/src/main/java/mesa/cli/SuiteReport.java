package mesa.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import mesa.core.Entrant;
import mesa.core.Position;
import mesa.core.Problem;
import mesa.core.Settlement;

/** Shows what players made of a suite: as tables, or as JSON. */
final class SuiteReport {
  private static final String NONE = "–";

  private final Suite suite;
  private final List<Entrant> entrants;
  private final List<Answer> answers;

  /** What {@code --json} prints. */
  private record Whole(String suite, String game, long seed, int jobs, List<PlayerRow> players,
      List<ProblemRow> problems) {}

  private record PlayerRow(String player, String budget, int solved, int of, double low, double high, int faults,
      long nodes, long evaluations, long ticks, double seconds) {}

  private record ProblemRow(String id, String position, List<String> best, List<String> avoid,
      List<AnswerRow> answers) {}

  private record AnswerRow(String player, String played, boolean solved, long nodes, long evaluations, long ticks,
      double seconds, SettlementRow toSolution, String fault) {}

  private record SettlementRow(long nodes, long evaluations, double seconds) {}

  /**
   * Takes what is to be shown.
   *
   * @param suite that was asked
   * @param entrants who were
   * @param answers by problem and then by player
   */
  SuiteReport(Suite suite, List<Entrant> entrants, List<Answer> answers) {
    this.suite = suite;
    this.entrants = entrants;
    this.answers = answers;
  }

  /** Prints tables, what they mean, and for each player a line with its result. */
  void print(PrintWriter out) {
    if (entrants.size() == 1) {
      printAnswersOfOne(out);
    } else {
      printAnswersSideBySide(out);
    }
    out.println();
    printSummary(out);
    out.println();
    for (Answer answer : answers) {
      if (answer.fault() != null) {
        out.println(problem(answer).id() + ": " + entrants.get(answer.player()).label() + " failed: " + answer.fault());
      }
    }
    out.println("To solution: spent when the player last came to favour the move it played; " + NONE
        + " where it does not say.");
    out.println("Interval: Wilson, 95 %, as if the problems had been drawn at random from many like them.");
    out.println();
    for (int player = 0; player < entrants.size(); player++) {
      String who = entrants.size() == 1 ? "" : entrants.get(player).label() + " ";
      out.println(who + "solved " + solved(player) + " of " + of(player).size());
    }
  }

  private void printAnswersOfOne(PrintWriter out) {
    Table table = new Table("Problem", "Wanted", "Played", "Solved", ">Nodes", ">Evals", ">Time", ">To solution: nodes",
        ">time");
    for (Answer answer : answers) {
      Settlement settlement = answer.isSolved() ? answer.settlement() : null;
      table.add(problem(answer).id(), wanted(problem(answer)), played(answer), yesOrNo(answer),
          count(answer.nodes()), count(answer.evaluations()), time(answer.nanos()),
          settlement == null ? NONE : count(settlement.nodes()), settlement == null ? NONE : time(settlement.nanos()));
    }
    table.print(out);
  }

  private void printAnswersSideBySide(PrintWriter out) {
    List<String> headings = new ArrayList<>(List.of("Problem", "Wanted"));
    for (int player = 1; player <= entrants.size(); player++) {
      headings.addAll(List.of(player + " played", "Solved", ">To solution"));
    }
    Table table = new Table(headings.toArray(String[]::new));
    for (List<Answer> ofProblem : byProblem()) {
      Problem problem = problem(ofProblem.getFirst());
      List<Object> row = new ArrayList<>(List.of(problem.id(), wanted(problem)));
      for (int player = 0; player < entrants.size(); player++) {
        row.addAll(cells(ofProblem, player));
      }
      table.add(row.toArray());
    }
    table.print(out);
  }

  /** What was played, whether it solves, and when; empty if the run was stopped before. */
  private static List<String> cells(List<Answer> ofProblem, int player) {
    for (Answer answer : ofProblem) {
      if (answer.player() == player) {
        boolean told = answer.isSolved() && answer.settlement() != null;
        return List.of(played(answer), yesOrNo(answer), told ? time(answer.settlement().nanos()) : NONE);
      }
    }
    return List.of("", "", "");
  }

  private static String played(Answer answer) {
    return answer.fault() == null ? answer.move() : "failed";
  }

  private static String yesOrNo(Answer answer) {
    return answer.isSolved() ? "yes" : "no";
  }

  private void printSummary(PrintWriter out) {
    Table table = new Table(">#", "Player", "Budget", ">Solved", ">Of", ">Share", ">95 %", ">Nodes", ">Evals", ">Ticks",
        ">Time");
    for (int player = 0; player < entrants.size(); player++) {
      int solved = solved(player);
      int of = of(player).size();
      Wilson interval = Wilson.of(solved, of);
      table.add(player + 1, entrants.get(player).label(), entrants.get(player).budget(), solved, of,
          of == 0 ? NONE : percent((double) solved / of) + " %",
          percent(interval.low()) + " to " + percent(interval.high()),
          count(sum(player, Answer::nodes)), count(sum(player, Answer::evaluations)), count(sum(player, Answer::ticks)),
          time(sum(player, Answer::nanos)));
    }
    table.print(out);
  }

  /** Prints the same as JSON; times are in seconds. */
  void printJson(long seed, int jobs, PrintWriter out) {
    List<PlayerRow> players = new ArrayList<>();
    for (int player = 0; player < entrants.size(); player++) {
      int solved = solved(player);
      int of = of(player).size();
      Wilson interval = Wilson.of(solved, of);
      int faults = (int) of(player).stream().filter(answer -> answer.fault() != null).count();
      players.add(new PlayerRow(entrants.get(player).label(), entrants.get(player).budget().toString(), solved, of,
          interval.low(), interval.high(), faults, sum(player, Answer::nodes), sum(player, Answer::evaluations),
          sum(player, Answer::ticks), sum(player, Answer::nanos) / 1e9));
    }
    List<ProblemRow> problems = byProblem().stream().map(this::row).toList();
    Json.print(new Whole(suite.name(), suite.game().name(), seed, jobs, players, problems), out);
  }

  /** {@return the answers to each problem that has any} */
  private Collection<List<Answer>> byProblem() {
    return answers.stream().collect(Collectors.groupingBy(Answer::problem, TreeMap::new, Collectors.toList())).values();
  }

  private ProblemRow row(List<Answer> ofProblem) {
    Problem problem = problem(ofProblem.getFirst());
    Position position = suite.game().parse(problem.position());
    return new ProblemRow(problem.id(), problem.position(), written(position, problem.best()),
        written(position, problem.avoid()), ofProblem.stream().map(this::row).toList());
  }

  private AnswerRow row(Answer answer) {
    Settlement settlement = answer.isSolved() ? answer.settlement() : null;
    return new AnswerRow(entrants.get(answer.player()).label(), answer.move(), answer.isSolved(), answer.nodes(),
        answer.evaluations(), answer.ticks(), answer.nanos() / 1e9,
        settlement == null ? null
            : new SettlementRow(settlement.nodes(), settlement.evaluations(), settlement.nanos() / 1e9),
        answer.fault());
  }

  private Problem problem(Answer answer) {
    return suite.problems().get(answer.problem());
  }

  private String wanted(Problem problem) {
    Position position = suite.game().parse(problem.position());
    String best = String.join(" ", written(position, problem.best()));
    String avoid = String.join(" ", written(position, problem.avoid()));
    return avoid.isEmpty() ? best : (best.isEmpty() ? "" : best + ", ") + "not " + avoid;
  }

  private List<String> written(Position position, List<String> moves) {
    return moves.stream().map(move -> suite.format().format(position, position.parseMove(move))).toList();
  }

  private List<Answer> of(int player) {
    return answers.stream().filter(answer -> answer.player() == player).toList();
  }

  private int solved(int player) {
    return (int) of(player).stream().filter(Answer::isSolved).count();
  }

  private long sum(int player, ToLongFunction<Answer> part) {
    return of(player).stream().mapToLong(part).sum();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static String count(long count) {
    return count == 0 ? NONE : String.format(Locale.ROOT, "%,d", count);
  }

  private static String time(long nanos) {
    return nanos < 1_000_000 ? String.format(Locale.ROOT, "%.1f us", nanos / 1e3)
        : nanos < 1_000_000_000 ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
