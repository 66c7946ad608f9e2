package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values were computed apart from Mesa, in double precision; those of games agree with other tools' tests. */
class PairStatisticsTest {
  private static final double RELATIVE = 1e-5;

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(Math.max(1e-6, RELATIVE * Math.abs(expected))));
  }

  /** Lost, drawn, won; score, variance, Elo, its interval, normalized Elo and its error, superiority. */
  @ParameterizedTest
  @CsvSource({
    "89, 123, 76, .477431, .142720, -15.693521, -46.272354, 14.643647, -20.756450, 40.126026, .155326",
    "96, 111, 136, .558309, .165696, 40.702458, 10.586756, 71.441192, 49.768415, 36.768451, .996010",
    "356, 0, 34, .087179, , -407.988432, -480.525705, -354.196675, -508.435325, 34.481812, ",
    "759, 1863, 880, , , 12.009265, , , 17.569796, 11.507058, .998617",
  })
  void of_gamesLostDrawnWon_agreesWithReference(
      int lost, int drawn, int won, Double score, Double variance, double elo, Double low, Double high, double nElo,
      double nEloError, Double superiority) {
    check(PairStatistics.of(lost, drawn, won), score, variance, elo, low, high, nElo, nEloError, superiority);
  }

  /** Pairs worth 0, ½, 1, 1½, 2; then the same. */
  @ParameterizedTest
  @CsvSource({
    "34, 54, 63, 64, 75, .579310, .113106, 55.579780, 28.276160, 83.583019, 57.935600, 28.275376, .999970",
    "332, 433, 498, 333, 334, , , -8.642667, , , -9.172914, 10.960459, .050470",
    "7895, 8757, 5685, 568, 9999, , , -21.043521, , , -19.012834, 2.654502, ",
    "379, 10170, 21828, 10640, 343, , .034154, 1.594561, , , 3.050530, 2.312399, .995139",
    "0, 1, 3, 2, 2, , , 112.330644, -10.863839, 273.158434, , , ",
  })
  void of_pairs_agreesWithReference(
      int p0, int p1, int p2, int p3, int p4, Double score, Double variance, double elo, Double low, Double high,
      Double nElo, Double nEloError, Double superiority) {
    check(PairStatistics.of(p0, p1, p2, p3, p4), score, variance, elo, low, high, nElo, nEloError, superiority);
  }

  /** Half the width of the interval that other tools print behind the number: of games lost, drawn, won, or of pairs. */
  @ParameterizedTest
  @CsvSource({
    "89 123 76, 30.458001",
    "96 111 136, 30.427218",
    "356 0 34, 63.164515",
    "759 1863 880, 7.872896",
    "34 54 63 64 75, 27.653430",
    "332 433 498 333 334, 10.334194",
    "7895 8757 5685 568 9999, 2.945281",
    "379 10170 21828 10640 343, 1.208750",
  })
  void normalInterval_ofAny_isAsWideAsTheReference(String counts, double halfWidth) {
    Interval interval = PairStatistics.of(Arrays.stream(counts.split(" ")).mapToInt(Integer::parseInt).toArray())
        .normalInterval();

    assertClose((interval.high() - interval.low()) / 2, halfWidth);
  }

  private static void check(
      PairStatistics statistics, Double score, Double variance, double elo, Double low, Double high, Double nElo,
      Double nEloError, Double superiority) {
    assertClose(statistics.elo(), elo);
    assertIfGiven(statistics.score(), score);
    assertIfGiven(statistics.variance(), variance);
    assertIfGiven(statistics.normalInterval().low(), low);
    assertIfGiven(statistics.normalInterval().high(), high);
    assertIfGiven(statistics.normalizedElo(), nElo);
    assertIfGiven(statistics.normalizedEloError(), nEloError);
    assertIfGiven(statistics.superiority(), superiority);
  }

  private static void assertIfGiven(double actual, Double expected) {
    if (expected != null) {
      assertThat(actual).isCloseTo(expected, within(Math.max(1e-6, RELATIVE * Math.abs(expected))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "34, 54, 63, 64, 75, 28.115305, 83.752267",
    "0, 1, 3, 2, 2, -45.730133, 342.746090",
  })
  void interval_independentPairs_isStudents(int p0, int p1, int p2, int p3, int p4, double low, double high) {
    Interval interval = PairStatistics.of(p0, p1, p2, p3, p4).interval().orElseThrow();

    assertClose(interval.low(), low);
    assertClose(interval.high(), high);
  }

  // Kish: as many as there are; Student's interval is the normal one by then: reach = 1.96 sqrt(1/8 / 1e9) = 2.19e-5.
  @Test
  void of_aThousandMillionPairs_needsNoRoomForEach() {
    PairStatistics pairs = PairStatistics.of(250_000_000, 0, 500_000_000, 0, 250_000_000);

    assertThat(pairs.clusters()).isEqualTo(1_000_000_000);
    assertThat(pairs.effectiveClusters()).isEqualTo(1e9);
    assertThat(pairs.interval().orElseThrow().high()).isCloseTo(Elo.of(0.5 + 2.1913e-5), within(1e-5));
  }

  @Test
  void interval_tenOpeningsOfTenIdenticalPairs_countsEachOpeningOnce() {
    double[] worth = {1, .75, .5, .5, .75, 1, .25, .5, .75, .5};
    PairStatistics statistics = clustered(worth, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10);

    assertClose(statistics.elo(), 107.538125);
    assertClose(statistics.standardError(), .076376);
    assertClose(statistics.interval().orElseThrow().low(), -15.836724);
    assertClose(statistics.interval().orElseThrow().high(), 266.702569);
    assertClose(statistics.normalInterval().low(), 74.129889);
    assertClose(statistics.normalInterval().high(), 142.998938);
  }

  @Test
  void interval_clustersOfDifferentSizes_weighsThem() {
    double[] worth = {1, .75, .5, .5, .75, 1, .25, .5, .75, .5};
    PairStatistics statistics = clustered(worth, 3, 20, 20, 15, 10, 4, 10, 10, 5, 3);

    assertClose(statistics.score(), .5975);
    assertClose(statistics.elo(), 68.628810);
    assertClose(statistics.standardError(), .062639);
    assertClose(statistics.effectiveClusters(), 7.225434);
    assertClose(statistics.interval().orElseThrow().low(), -30.793312);
    assertClose(statistics.interval().orElseThrow().high(), 180.981267);
  }

  private static PairStatistics clustered(double[] worth, int... sizes) {
    int[] counts = new int[5];
    double[] scores = new double[worth.length];
    for (int c = 0; c < worth.length; c++) {
      counts[(int) (4 * worth[c])] += sizes[c];
      scores[c] = worth[c] * sizes[c];
    }
    return new PairStatistics(counts, sizes, scores);
  }

  @ParameterizedTest
  @CsvSource({"1, -511.50", "5, 34.35", "10, 182.73", "20, 316.64", "50, 483.76", "100, 606.79", "1000, 1009.14"})
  void interval_allWon_isABoundFromBelow(int pairs, double bound) {
    Interval interval = PairStatistics.of(0, 0, 0, 0, pairs).interval().orElseThrow();

    assertThat(interval.low()).isCloseTo(bound, within(0.005));
    assertThat(interval.high()).isInfinite();
  }

  @Test
  void interval_allLost_isTheSameBoundFromAbove() {
    Interval interval = PairStatistics.of(10, 0, 0, 0, 0).interval().orElseThrow();

    assertThat(interval.high()).isCloseTo(-182.73, within(0.005));
    assertThat(interval).hasToString("< -182.7");
  }

  /** Clopper and Pearson for each step of the scale; Elo where the reference gives it. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0, 1, 9, 78.61", "0, 0, 1, 2, 17, 171.94"})
  void interval_nearlyAllWon_isACautiousBound(int p0, int p1, int p2, int p3, int p4, double bound) {
    Interval interval = PairStatistics.of(p0, p1, p2, p3, p4).interval().orElseThrow();

    assertThat(interval.low()).isCloseTo(bound, within(0.005));
    assertThat(interval.high()).isInfinite();
  }

  /** The same bound on the score, where Student's interval would do and it is not asked for. */
  @Test
  void cautiousBound_anyPairs_agreesWithReference() {
    assertThat(PairStatistics.of(0, 0, 0, 1, 9).cautiousBound(false, Elo.ALPHA)).isCloseTo(.611237, within(1e-6));
    assertThat(PairStatistics.of(0, 0, 1, 2, 17).cautiousBound(false, Elo.ALPHA)).isCloseTo(.729044, within(1e-6));
    assertThat(PairStatistics.of(0, 1, 3, 2, 2).cautiousBound(false, Elo.ALPHA)).isCloseTo(.288412, within(1e-6));
  }

  @Test
  void interval_nearlyAllLost_mirrorsNearlyAllWon() {
    Interval lost = PairStatistics.of(9, 1, 0, 0, 0).interval().orElseThrow();

    assertThat(lost.high()).isCloseTo(-78.61, within(0.005));
    assertThat(lost.low()).isInfinite();
  }

  // Tightest at 500 units: 1.55 times the fixed interval there.
  @ParameterizedTest
  @CsvSource({"100, .336389", "500, .135739", "5000, .045845"})
  void sequenceFactor_tightestAt500_agreesWithReference(int units, double factor) {
    assertThat(PairStatistics.sequenceFactor(units, 500)).isCloseTo(factor, within(1e-6));
  }

  @Test
  void sequenceFactor_whereTightest_isHalfAsWideAgainAsTheFixedInterval() {
    assertThat(PairStatistics.sequenceFactor(500, 500) / (Elo.Z / Math.sqrt(500))).isCloseTo(1.55, within(0.005));
  }

  // Games for so many normalized Elo either way: the error goes with one over the root of the games alone.
  @ParameterizedTest
  @CsvSource({"20, 1159", "10, 4637", "5, 18548", "2, 115927"})
  void normalizedEloError_ofGames_needsThatMany(double error, int games) {
    assertThat(PairStatistics.of(games / 4, games - games / 4 - games / 4, games / 4).normalizedEloError())
        .isCloseTo(680.961235 / Math.sqrt(games), within(1e-6)).isCloseTo(error, within(error / games));
  }

  // Ten copies of each of ten pairs are worth those ten.
  @Test
  void normalizedEloError_copies_areNotCounted() {
    double[] worth = {1, .75, .5, .5, .75, 1, .25, .5, .75, .5};

    assertThat(clustered(worth, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10).normalizedEloError())
        .isCloseTo(680.961235 / Math.sqrt(20), within(1e-4));
  }

  // With one degree of freedom the chance is 1/2 + atan(t) / pi; the clusters' scores .5 and .525 are t = 1 from level.
  @Test
  void clusteredSuperiority_twoClusters_isStudents() {
    PairStatistics narrow = new PairStatistics(new int[] {0, 0, 19, 1, 0}, new int[] {10, 10}, new double[] {5, 5.25});

    assertThat(narrow.clusteredSuperiority()).isCloseTo(.5 + Math.atan(1) / Math.PI, within(1e-9));
  }

  @Test
  void clusteredSuperiority_anySmallResult_neverContradictsTheInterval() {
    for (int code = 1; code < 3 * 3 * 3 * 3 * 3; code++) {
      int[] counts = {code % 3, code / 3 % 3, code / 9 % 3, code / 27 % 3, code / 81};
      PairStatistics statistics = PairStatistics.of(counts);
      double chance = statistics.clusteredSuperiority();
      if (!Double.isNaN(chance)) {
        assertThat(chance > .025 && chance < .975).as(() -> Arrays.toString(counts))
            .isEqualTo(holds(statistics.interval().orElseThrow()));
      }
    }
  }

  /** Looked at after each of 1,000 pairs, with the truth an even match: the fixed interval loses it far too often. */
  @Test
  void sequenceInterval_lookedAtAllTheTime_holdsTheTruth() {
    Rng rng = new Rng(3);
    int runs = 200;
    int lostBySequence = 0;
    int lostByFixed = 0;
    for (int run = 0; run < runs; run++) {
      double sum = 0;
      double squares = 0;
      boolean sequence = false;
      boolean fixed = false;
      for (int n = 1; n <= 1000; n++) {
        double x = (rng.below(3) + rng.below(3)) / 4.0;
        sum += x;
        squares += x * x;
        double mean = sum / n;
        double sigma = Math.sqrt(squares / n - mean * mean);
        sequence |= n >= 10 && Math.abs(mean - 0.5) > sigma * PairStatistics.sequenceFactor(n, 500);
        fixed |= n >= 10 && Math.abs(mean - 0.5) > sigma * Elo.Z / Math.sqrt(n);
      }
      lostBySequence += sequence ? 1 : 0;
      lostByFixed += fixed ? 1 : 0;
    }
    assertThat(lostBySequence / (double) runs).as("seed 3").isLessThan(0.08);
    assertThat(lostByFixed / (double) runs).as("seed 3").isGreaterThan(0.2);
  }

  @Test
  void sequenceInterval_fewUnits_neverLeavesTheScale() {
    Interval interval = PairStatistics.of(0, 0, 1, 0, 2).sequenceInterval(500);

    assertThat(interval.low()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(interval.high()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void ratios_ofPairs_areSharesOfCounts() {
    PairStatistics pairs = PairStatistics.of(34, 54, 63, 64, 75);

    assertThat(pairs.drawRatio()).isCloseTo(63 / 290.0, within(1e-12));
    assertThat(pairs.winRatio()).isCloseTo(139 / 88.0, within(1e-12));
    assertThat(PairStatistics.of(0, 0, 3, 1, 0).winRatio()).isNaN();
  }

  /**
   * Pairs of which ten share an opening that favours one player: intervals by opening hold the truth in 95 % of runs, give
   * or take what 400 runs leave open; those that take pairs for independent don't.
   */
  @Test
  void interval_simulatedPairsOfSharedOpenings_holdsTheTruth() {
    Rng rng = new Rng(5);
    int runs = 400;
    int held = 0;
    int heldByNormal = 0;
    for (int run = 0; run < runs; run++) {
      int[] counts = new int[5];
      int[] sizes = new int[20];
      double[] scores = new double[20];
      for (int opening = 0; opening < 20; opening++) {
        double chance = 0.35 + 0.3 * rng.unit();
        for (int n = 0; n < 10; n++) {
          int points = 0;
          for (int half = 0; half < 4; half++) {
            points += rng.unit() < chance ? 1 : 0;
          }
          counts[points]++;
          sizes[opening]++;
          scores[opening] += points / 4.0;
        }
      }
      PairStatistics statistics = new PairStatistics(counts, sizes, scores);
      held += holds(statistics.interval().orElseThrow()) ? 1 : 0;
      heldByNormal += holds(statistics.normalInterval()) ? 1 : 0;
    }
    assertThat(held / (double) runs).as("seed 5").isBetween(0.92, 0.98);
    assertThat(heldByNormal / (double) runs).as("seed 5").isLessThan(0.9);
  }

  private static boolean holds(Interval interval) {
    return interval.low() <= 0 && 0 <= interval.high();
  }

  @Test
  void bayesElo_ofGames_agreesWithReference() {
    BayesElo model = BayesElo.of(880 / 3502.0, 759 / 3502.0);

    assertClose(model.elo(), 16.766803);
    assertClose(model.drawElo(), 206.426809);
    assertClose(Elo.normal((880 - 759) / Math.sqrt(880 + 759)), .998600); // cutechess's chance of superiority
  }

  @Test
  void interval_allDrawn_leavesRoomForWhatNeverCameUp() {
    Interval interval = PairStatistics.of(0, 0, 519, 0, 0).interval().orElseThrow();

    assertThat(interval.low()).isCloseTo(-2.00, within(0.005));
    assertThat(interval.high()).isCloseTo(2.00, within(0.005));
  }

  @Test
  void interval_copiesOfOnePair_isNone() {
    assertThat(new PairStatistics(new int[] {0, 0, 100, 0, 0}, new int[] {100}, new double[] {50}).interval()).isEmpty();
  }

  @Test
  void interval_noPairs_isNone() {
    assertThat(PairStatistics.of(0, 0, 0, 0, 0).interval()).isEmpty();
  }

  @Test
  void interval_anySmallResult_isFiniteOrOneSidedAndHoldsTheEstimate() {
    for (int code = 1; code < 3 * 3 * 3 * 3 * 3; code++) {
      int[] counts = {code % 3, code / 3 % 3, code / 9 % 3, code / 27 % 3, code / 81};
      PairStatistics statistics = PairStatistics.of(counts);
      statistics.interval().ifPresent(interval -> {
        assertThat(interval.low()).as(() -> Arrays.toString(counts)).isLessThanOrEqualTo(statistics.elo());
        assertThat(interval.high()).as(() -> Arrays.toString(counts)).isGreaterThanOrEqualTo(statistics.elo());
        assertThat(interval.toString()).as(() -> Arrays.toString(counts)).doesNotContain("NaN", "Inf", "±0");
      });
    }
  }

  @Test
  void of_otherSide_isMirrored() {
    PairStatistics one = PairStatistics.of(3, 5, 8, 13, 7);
    PairStatistics other = PairStatistics.of(7, 13, 8, 5, 3);

    assertThat(other.elo()).isCloseTo(-one.elo(), within(1e-9));
    assertThat(other.interval().orElseThrow().low()).isCloseTo(-one.interval().orElseThrow().high(), within(1e-9));
  }
}
