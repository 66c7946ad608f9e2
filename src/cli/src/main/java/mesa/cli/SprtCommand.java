package mesa.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import mesa.arena.Interval;
import mesa.arena.PairStatistics;
import mesa.arena.Sprt;
import mesa.arena.SprtModel;
import mesa.core.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mesa sprt}: a calculator for sequential tests. */
@Command(
    name = "sprt",
    header = "Work out a sequential test: its bounds, how long it takes, what results say.",
    description = {
      "%nA test decides between two hypotheses on how much stronger the first player is: elo0 and elo1. alpha is the risk to "
          + "accept elo1 where elo0 holds, beta the other way round; each is usually 0.05.",
      "%nmodel is normalized (as usual), logistic, bayesian, cutechess or openbench: what the bounds are measured in, and which "
          + "tool's arithmetic is followed. units are pairs (of games with the same opening, as usual) or games.",
      "%nThe last line is: verdict H0, verdict H1 or verdict undecided.",
    },
    footer = {
      "",
      "Examples:",
      "  ./mesa sprt elo0=0,elo1=5",
      "  ./mesa sprt elo0=0,elo1=10 --pairs 20,60,150,80,40",
      "  ./mesa sprt elo0=0,elo1=5,model=cutechess,units=games --wdl 880,1863,759",
    })
final class SprtCommand implements Callable<Integer> {
  private static final int MOST = 1_000_000_000;

  @ParentCommand
  private Mesa mesa;

  @Parameters(index = "0", paramLabel = "TEST", description = "Such as elo0=0,elo1=5,alpha=0.05,beta=0.05,model=normalized.")
  private String test;

  @Option(names = "--pairs", paramLabel = "N,N,N,N,N", split = ",",
      description = "Pairs of games that brought the first player 0, ½, 1, 1½, 2 points.")
  private int[] pairs;

  @Option(names = "--wdl", paramLabel = "W,D,L", split = ",", description = "Games that the first player won, drew and lost.")
  private int[] games;

  @Option(names = "--json", description = "Print the same as JSON.")
  private boolean json;

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Report(String test, double lower, double upper, Long gamesAtElo0, Long gamesBetween, Long gamesAtElo1,
      Double elo, Interval interval, Double normalizedElo, Double normalizedEloError, Double superiority, Double logRatio, String verdict) {}

  @Override
  public Integer call() {
    Sprt sprt = Sprt.of(test);
    int[] counts = counts(sprt);
    Report report = report(sprt, counts);
    if (json) {
      Json.print(report, mesa.console().out());
    } else {
      print(sprt, report);
    }
    return 0;
  }

  private int[] counts(Sprt sprt) {
    if (pairs != null && games != null) {
      throw new BadInputException("--pairs and --wdl exclude each other");
    }
    int[] counts = games == null ? pairs : new int[games.length];
    for (int i = 0; games != null && i < games.length; i++) {
      counts[i] = games[games.length - 1 - i];
    }
    if (counts == null) {
      return new int[sprt.countsPairs() ? 5 : 3];
    }
    String option = games == null ? "--pairs" : "--wdl";
    String given = Arrays.stream(games == null ? pairs : games).mapToObj(Integer::toString).collect(Collectors.joining(","));
    if ((games == null) != sprt.countsPairs() || counts.length != (games == null ? 5 : 3)) {
      throw new BadInputException(option + " " + given + " won't do: \"" + test + "\" counts " + (sprt.countsPairs()
          ? "pairs; write --pairs with five numbers" : "games; write --wdl with three numbers"));
    }
    if (Arrays.stream(counts).anyMatch(count -> count < 0)) {
      throw new BadInputException(option + " " + given + " holds a number below 0");
    }
    if (Arrays.stream(counts).asLongStream().sum() > MOST) {
      throw new BadInputException(String.format(Locale.ROOT, "%s %s are too many; at most %,d can be weighed", option, given, MOST));
    }
    return counts;
  }

  private static Report report(Sprt sprt, int[] counts) {
    PairStatistics seen = PairStatistics.of(counts);
    boolean isPlayed = seen.units() > 0;
    boolean isNormalized = sprt.model() == SprtModel.NORMALIZED;
    double between = (sprt.elo0() + sprt.elo1()) / 2;
    double logRatio = sprt.logRatio(counts);
    return new Report(sprt.title(), sprt.lowerBound(), sprt.upperBound(),
        isNormalized ? Math.round(sprt.expectedGames(sprt.elo0())) : null,
        isNormalized ? Math.round(sprt.expectedGames(between)) : null,
        isNormalized ? Math.round(sprt.expectedGames(sprt.elo1())) : null,
        isPlayed ? seen.elo() : null,
        isPlayed ? seen.interval().orElse(null) : null,
        isPlayed ? seen.normalizedElo() : null,
        isPlayed ? seen.normalizedEloError() : null,
        isPlayed ? seen.superiority() : null,
        isPlayed ? logRatio : null,
        sprt.verdict(logRatio).toString());
  }

  private void print(Sprt sprt, Report report) {
    PrintWriter out = mesa.console().out();
    out.println(report.test);
    out.printf(Locale.ROOT, "bounds          %.6f %.6f%n", report.lower, report.upper);
    if (report.gamesBetween != null) {
      out.printf(Locale.ROOT, "expected games  %,d at elo0, %,d half-way, %,d at elo1%n", report.gamesAtElo0, report.gamesBetween,
          report.gamesAtElo1);
    }
    if (report.logRatio != null) {
      out.println("Elo             " + (Double.isInfinite(report.elo)
          ? report.interval + " (95 %)" : String.format(Locale.ROOT, "%+.6f", report.elo)));
      if (Double.isNaN(report.superiority)) {
        out.println("no normalized Elo, nor a chance to be the stronger one: all came out the same");
      } else {
        out.printf(Locale.ROOT, "normalized Elo  %+.6f ± %.6f%n", report.normalizedElo, report.normalizedEloError);
        out.printf(Locale.ROOT, "stronger        %.6f%n", report.superiority);
      }
      out.printf(Locale.ROOT, "LLR             %.6f%n", report.logRatio);
    }
    out.println("verdict " + sprt.verdict(report.logRatio == null ? 0 : report.logRatio));
  }
}
