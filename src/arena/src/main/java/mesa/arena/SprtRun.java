package mesa.arena;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A test under way: what it has seen of a match, in the order of its schedule. Pairs that repeat an earlier one count
 * once only where the players leave nothing to chance, by the rule that {@link Clusters} has. Where no new pair comes for
 * {@value #MOST_COPIES} pairs the openings are used up, and the test ends undecided.
 */
public final class SprtRun {
  static final int MOST_COPIES = 50;

  private final Sprt sprt;
  private final int[] pairs = new int[5];
  private final int[] games = new int[3];
  private final int[] distinctPairs = new int[5];
  private final int[] distinctGames = new int[3];
  private final Set<Distinct> seen = new HashSet<>();
  private final Map<Seating, Long> firstGames = new HashMap<>();
  private int repeats;
  private int same;
  private int copiesInARow;
  private Double logRatio;

  private record Distinct(long asFirst, long asSecond) {}

  private record Seating(int opening, boolean asFirst) {}

  SprtRun(Sprt sprt) {
    this.sprt = sprt;
  }

  /**
   * Tests the games of a match.
   *
   * @param sprt the test
   * @param results of two players; whole pairs are looked at, up to the first that is missing
   * @return what the test came to: it ends where it would have ended while they were played
   * @throws mesa.core.BadInputException if there are more players, or pairs were not played
   */
  public static SprtRun of(Sprt sprt, Results results) {
    return of(sprt, results, true);
  }

  /** {@return where a test stands by all whole pairs, as if it never ended; much quicker than asking whether it has} */
  static SprtRun ofAll(Sprt sprt, Results results) {
    return of(sprt, results, false);
  }

  private static SprtRun of(Sprt sprt, Results results, boolean ends) {
    SprtRun run = new SprtRun(sprt);
    if (results.players().size() != 2) {
      throw new mesa.core.BadInputException(
          "a test needs two players, and " + results.players().size() + " have played here");
    }
    if (results.run().legs() != Schedule.LEGS) {
      throw new mesa.core.BadInputException(
          "a test counts pairs of games with the same opening, and here each opening was played once");
    }
    Encounter encounter = results.encounters().getFirst();
    for (int round = 0; round < encounter.rounds() && encounter.isWhole(round) && !(ends && run.isOver()); round++) {
      run.add(new PlayedPair(0, 1, encounter.opening(round), encounter.score(round, 0), encounter.score(round, 1),
          encounter.hash(round, 0), encounter.hash(round, 1)));
    }
    return run;
  }

  /** Looks at another pair. */
  void add(PlayedPair pair) {
    count(pair, pairs, games);
    look(pair.opening(), true, pair.asFirstHash());
    look(pair.opening(), false, pair.asSecondHash());
    boolean isNew = seen.add(new Distinct(pair.asFirstHash(), pair.asSecondHash()));
    if (isNew) {
      count(pair, distinctPairs, distinctGames);
    }
    copiesInARow = isNew ? 0 : copiesInARow + 1;
    logRatio = null;
  }

  private static void count(PlayedPair pair, int[] pairs, int[] games) {
    pairs[pair.asFirst() + pair.asSecond()]++;
    games[pair.asFirst()]++;
    games[pair.asSecond()]++;
  }

  private void look(int opening, boolean asFirst, long hash) {
    Long earlier = firstGames.putIfAbsent(new Seating(opening, asFirst), hash);
    if (earlier != null) {
      repeats++;
      same += earlier == hash ? 1 : 0;
    }
  }

  /** {@return whether copies are left out} */
  public boolean leavesCopiesOut() {
    return Clusters.isDeterministic(repeats, same);
  }

  /** {@return what the test rests on: pairs worth 0, ½, 1, 1½, 2 points, or games lost, drawn, won} */
  public int[] counts() {
    int[] counts = sprt.countsPairs()
        ? leavesCopiesOut() ? distinctPairs : pairs
        : leavesCopiesOut() ? distinctGames : games;
    return counts.clone();
  }

  /** {@return how many pairs it has seen, copies included} */
  public int pairs() {
    return Arrays.stream(pairs).sum();
  }

  /** {@return the log likelihood ratio by now} */
  public double logRatio() {
    if (logRatio == null) {
      logRatio = sprt.logRatio(counts());
    }
    return logRatio;
  }

  /** {@return what is accepted by now} */
  public Sprt.Verdict verdict() {
    return sprt.verdict(logRatio());
  }

  /** {@return whether no new pair is to be expected} */
  public boolean isExhausted() {
    return leavesCopiesOut() && copiesInARow >= MOST_COPIES;
  }

  /** {@return whether the test has come to its end} */
  public boolean isOver() {
    return verdict() != Sprt.Verdict.UNDECIDED || isExhausted();
  }

  /** {@return the test} */
  public Sprt sprt() {
    return sprt;
  }

  /** {@return in the words of other tools, such as {@code LLR: 1.23 (41.8 %) (-2.94, 2.94) [0.00, 5.00]}: bounds, hypotheses} */
  String report() {
    double bound = logRatio() < 0 ? sprt.lowerBound() : sprt.upperBound();
    return String.format(Locale.ROOT, "LLR: %.2f (%.1f %%) (%.2f, %.2f) [%.2f, %.2f]", logRatio,
        logRatio == 0 ? 0 : 100 * logRatio / bound, sprt.lowerBound(), sprt.upperBound(), sprt.elo0(), sprt.elo1());
  }

  /** {@return in a line, such as {@code LLR 1.23 (42 %) [-2.94, 2.94], undecided}} */
  @Override
  public String toString() {
    double bound = logRatio() < 0 ? sprt.lowerBound() : sprt.upperBound();
    return String.format(Locale.ROOT, "LLR %.2f (%.0f %%) [%.2f, %.2f], %s%s", logRatio, 100 * logRatio / bound,
        sprt.lowerBound(), sprt.upperBound(), verdict(),
        isExhausted() ? ": no new pair in the last " + MOST_COPIES : "");
  }
}
