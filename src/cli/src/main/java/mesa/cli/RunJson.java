package mesa.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mesa.arena.Accuracy;
import mesa.arena.Audit;
import mesa.arena.BradleyTerry;
import mesa.arena.ComputeStudy;
import mesa.arena.Holm;
import mesa.arena.Interval;
import mesa.arena.IsoStrength;
import mesa.arena.PairStatistics;
import mesa.arena.Parity;
import mesa.arena.Results;
import mesa.arena.SprtRun;
import mesa.arena.Standings;

/**
 * What {@code --json} prints of a tournament.
 *
 * @param game that was played
 * @param folder with its files
 * @param played games by now
 * @param scheduled games of the whole tournament
 * @param seconds it took, or null if it was not played just now
 * @param jobs games at the same time, or null likewise
 * @param openings that games begin with, how many, and who plays which
 * @param standings a row for each player, best first
 * @param faults games lost otherwise than on the board, by player and kind
 * @param meetings all games of each two players
 * @param firstMove what moving first is worth, or null if the games don't tell
 * @param differences between each two players by the games of all
 * @param agreement whether one number a player tells what the games do, or null
 * @param test that may end a match, or null
 * @param parity how far two players have spent the same, or null if that was not asked for
 * @param equalStrength what a search for it has found, or null
 * @param compute what doublings of budgets are worth, or null if there are none
 * @param computeByCpu the same of processor time, measured, in nanoseconds a move
 * @param accuracy how moves compare with best play, by player, or null if that was not asked for
 * @param audit of budgets
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunJson(String game, String folder, int played, int scheduled, Double seconds, Integer jobs,
    String openings, List<Standings.Row> standings, Map<String, Map<String, Integer>> faults, List<MeetingRow> meetings, Estimate firstMove, List<DifferenceRow> differences,
    AgreementRow agreement, TestRow test, Parity parity, IsoStrength equalStrength, ComputeRow compute, ComputeRow computeByCpu, List<Accuracy.Row> accuracy,
    List<FindingRow> audit) {
  /** After so many pairs the interval that may be looked at all the time is tightest. */
  private static final int TIGHTEST = 500;

  /**
   * All games of two players, seen by the first of them; pairs are worth 0, ½, 1, 1½, 2 points, and null where openings
   * were played once, so that all statistics are of single games. Effective clusters are Kish's, the largest is a share of
   * the pairs. The plain interval is Student's by clusters; the normal one is what other tools print; that of a sequence may be looked at all the time.
   * The draw ratio is the share of level pairs, the win ratio pairs won over pairs lost.
   */
  record MeetingRow(String player, String opponent, int wins, int draws, int losses, int distinctGames, int[] pairs,
      int clusters, double effectiveClusters, double largestCluster, String clustersBy, double score, double elo, Interval interval, Interval normalInterval,
      Interval sequenceInterval, double normalizedElo,
      double normalizedEloError, double superiority, double drawRatio, double winRatio, Integer pairsWonByBoth) {}

  /** A value and half the width of its 95 % interval, in Elo. */
  record Estimate(double elo, double error) {}

  /** Two players' difference, the half width of its 95 % interval, the chance that the first is the stronger one, and p of no
   * difference, two-sided, adjusted by Holm's rule for all of these tests at once. */
  record DifferenceRow(String player, String opponent, double elo, double error, double superiority, double holm) {
    DifferenceRow withHolm(double chance) {
      return new DifferenceRow(player, opponent, elo, error, superiority, chance);
    }
  }

  /** A test of whether one number a player is enough. */
  record AgreementRow(double chiSquare, int degreesOfFreedom, double chance) {}

  /** A sequential test. */
  record TestRow(String test, double logRatio, double lower, double upper, String verdict, boolean exhausted, int[] counts) {}

  /** What compute buys. */
  record ComputeRow(String unit, List<ComputeStudy.Ladder> ladders, List<ComputeStudy.Equality> equalStrength) {}

  /** Something that the audit found. */
  record FindingRow(String player, String check, boolean violation, String text) {}

  /**
   * Gathers it.
   *
   * @param results of the tournament
   * @param anchors ratings that are given
   * @param folder with its files
   * @param seconds it took, or null
   * @param jobs games at the same time, or null
   * @param sprt test to apply, or null
   */
  static RunJson of(
      Results results, Map<String, Double> anchors, String folder, Double seconds, Integer jobs, SprtRun sprt) {
    return of(results, anchors, folder, seconds, jobs, sprt, null);
  }

  /** Gathers the same, with how moves compare with best play, or null. */
  static RunJson of(Results results, Map<String, Double> anchors, String folder, Double seconds, Integer jobs, SprtRun sprt,
      Accuracy accuracy) {
    Standings standings = results.standings(anchors);
    List<String> names = results.players();
    return new RunJson(results.game(), folder, results.played(), results.scheduled(), seconds, jobs,
        results.facts().get("openings"), standings.rows(), faults(results),
        standings.meetings().stream().map(meeting -> row(meeting, names)).toList(),
        standings.fit().map(fit -> new Estimate(fit.advantage(), fit.advantageReach())).orElse(null),
        differences(standings, names),
        standings.fit().map(BradleyTerry::agreement)
            .map(test -> new AgreementRow(test.chiSquare(), test.degreesOfFreedom(), test.chance())).orElse(null),
        sprt == null ? null : row(sprt),
        Parity.of(results).orElse(null),
        IsoStrength.of(results).orElse(null),
        ComputeStudy.of(results).map(RunJson::row).orElse(null),
        ComputeStudy.byCpu(results).map(RunJson::row).orElse(null),
        accuracy == null ? null : accuracy.rows(),
        Audit.of(results).findings().stream().map(finding ->
            new FindingRow(names.get(finding.player()), finding.check(), finding.isViolation(), finding.text())).toList());
  }

  private static Map<String, Map<String, Integer>> faults(Results results) {
    Map<String, Map<String, Integer>> faults = new LinkedHashMap<>();
    for (int player = 0; player < results.players().size(); player++) {
      if (!results.faultsByKind(player).isEmpty()) {
        faults.put(results.players().get(player), results.faultsByKind(player));
      }
    }
    return faults;
  }

  private static MeetingRow row(Standings.Meeting meeting, List<String> names) {
    PairStatistics pairs = meeting.pairs();
    boolean isOpen = pairs.variance() > 0; // Else only the first interval tells anything.
    return new MeetingRow(names.get(meeting.player()), names.get(meeting.opponent()), meeting.wins(), meeting.draws(),
        meeting.losses(), meeting.distinctGames(), pairs.gamesPerUnit() == 1 ? null : pairs.counts(), pairs.clusters(),
        pairs.effectiveClusters(), pairs.largestShare(), meeting.clusters(), pairs.score(), pairs.elo(), pairs.interval().orElse(null), isOpen ? pairs.normalInterval() : null,
        isOpen ? pairs.sequenceInterval(TIGHTEST) : null, pairs.normalizedElo(), pairs.normalizedEloError(), pairs.clusteredSuperiority(),
        pairs.drawRatio(), pairs.winRatio(), pairs.gamesPerUnit() == 1 ? null : meeting.winsByBoth());
  }

  /** {@return each two players compared, the better first; adjusted by Holm's rule for as many tests as there are} */
  static List<DifferenceRow> differences(Standings standings, List<String> names) {
    List<DifferenceRow> rows = new ArrayList<>();
    for (Standings.Row one : standings.rows()) {
      for (Standings.Row other : standings.rows()) {
        if (one.rank() < other.rank()) {
          standings.difference(one.index(), other.index()).ifPresent(difference -> rows.add(new DifferenceRow(
              names.get(one.index()), names.get(other.index()), difference.elo(), difference.reach(),
              difference.superiority(), difference.chance())));
        }
      }
    }
    List<DifferenceRow> known = rows.stream().filter(row -> !Double.isNaN(row.superiority())).toList();
    double[] adjusted = Holm.adjusted(known.stream().map(DifferenceRow::holm).toList());
    rows.replaceAll(row -> known.contains(row) ? row.withHolm(adjusted[known.indexOf(row)]) : row);
    return rows;
  }

  private static ComputeRow row(ComputeStudy study) {
    return new ComputeRow(study.unit(), study.ladders(), study.equalities());
  }

  static TestRow row(SprtRun run) {
    return new TestRow(run.sprt().title(), run.logRatio(), run.sprt().lowerBound(), run.sprt().upperBound(),
        run.verdict().toString(), run.isExhausted(), run.counts());
  }
}
