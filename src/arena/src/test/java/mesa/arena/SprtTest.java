package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import mesa.core.BadInputException;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Log ratios were computed apart from Mesa, in double precision; they agree with the tests of the tools named. */
class SprtTest {
  private static final double RELATIVE = 1e-5;

  private static void assertLogRatio(String test, double expected, int... counts) {
    assertThat(Sprt.of(test).logRatio(counts)).as(test + " " + Arrays.toString(counts))
        .isCloseTo(expected, within(Math.max(1e-6, RELATIVE * Math.abs(expected))));
  }

  /** Won, lost, drawn, as the tools write it. */
  @ParameterizedTest
  @CsvSource({
    "normalized, 36433, 36027, 68692, 0, 2, .923293", // fastchess
    "normalized, 10871, 10650, 20431, -1.75, .25, 2.297500", // fastchess
    "normalized, 4250, 0, 0, 0, 10, 120.548268", // fastchess, with a coarser root
    "logistic, 21404, 21184, 40708, .5, 2.5, -1.571889", // fastchess
    "logistic, 57433, 57030, 106593, 0, 2, -2.593024", // fastchess
    "bayesian, 68965, 68526, 128429, 0, 2, -1.262156", // fastchess
    "bayesian, 21629, 21484, 41111, .5, 2.5, -1.130642", // fastchess
    "openbench, 22976, 22569, 44137, .5, 2.5, .975772", // OpenBench
    "cutechess, 1477, 1351, 2942, 0, 10, 2.523585", // cutechess
    "cutechess, 555, 555, 298, 0, 10, -.740595", // cutechess
    "cutechess, 3, 149, 1, 0, 10, -4.690026", // cutechess
    "cutechess, 880, 759, 1863, 0, 5, 2.950855", // cutechess
  })
  void logRatio_ofGames_agreesWithReference(
      String model, int won, int lost, int drawn, String elo0, String elo1, double expected) {
    assertLogRatio("elo0=" + elo0 + ",elo1=" + elo1 + ",units=games,model=" + model, expected, lost, drawn, won);
  }

  @ParameterizedTest
  @CsvSource({
    "normalized, 365, 16618, 36229, 16974, 390, 0, 2, 2.250368", // fastchess
    "normalized, 127, 4883, 10712, 5150, 104, -1.75, .25, 3.010154", // fastchess
    "normalized, 0, 0, 0, 0, 5550, 0, 5, 111.797555", // fastchess, with a coarser root
    "normalized, 379, 10170, 21828, 10640, 343, 0, 2, 2.945495", // fastchess
    "normalized, 39, 8843, 26675, 9240, 44, .5, 2.5, 2.941675", // OpenBench
    "normalized, 20, 60, 150, 80, 40, 0, 10, 2.060454",
    "normalized, 3, 10, 30, 20, 9, 0, 10, .794668",
    "logistic, 223, 9863, 21279, 10037, 246, .5, 2.5, -3.074126", // fastchess
    "logistic, 871, 26175, 55983, 26678, 821, 0, 2, -4.978673", // fastchess
    "logistic, 10789, 19328, 33806, 19402, 10543, -3, 1, 2.131068", // fishtest
    "logistic, 39, 2226, 31451, 2412, 40, .2, .9, 2.162543", // fishtest
    "normalized, 39, 2226, 31451, 2412, 40, .764, 3.439, 2.162941", // fishtest
  })
  void logRatio_ofPairs_agreesWithReference(
      String model, int p0, int p1, int p2, int p3, int p4, String elo0, String elo1, double expected) {
    assertLogRatio("elo0=" + elo0 + ",elo1=" + elo1 + ",model=" + model, expected, p0, p1, p2, p3, p4);
  }

  @ParameterizedTest
  @CsvSource({".05, .05, -2.944439, 2.944439", ".01, .01, -4.595120, 4.595120", ".05, .10, -2.251292, 2.890372"})
  void bounds_ofRisks_areWalds(String alpha, String beta, double lower, double upper) {
    Sprt sprt = Sprt.of("elo0=0,elo1=5,alpha=" + alpha + ",beta=" + beta);

    assertThat(sprt.lowerBound()).isCloseTo(lower, within(1e-6));
    assertThat(sprt.upperBound()).isCloseTo(upper, within(1e-6));
    assertThat(sprt.verdict(upper + 1e-5)).isEqualTo(Sprt.Verdict.H1);
    assertThat(sprt.verdict(lower - 1e-5)).isEqualTo(Sprt.Verdict.H0);
    assertThat(sprt.verdict(0)).isEqualTo(Sprt.Verdict.UNDECIDED);
  }

  /** Width of the bounds; games expected where a hypothesis holds, and half-way between. */
  @ParameterizedTest
  @CsvSource({"2, 159942, 261634", "5, 25591, 41861", "10, 6398, 10465"})
  void expectedGames_atABoundAndHalfWay_areWalds(int width, long atBound, long halfWay) {
    Sprt sprt = Sprt.of("elo0=0,elo1=" + width);

    assertThat(Math.round(sprt.expectedGames(0))).isEqualTo(atBound);
    assertThat(Math.round(sprt.expectedGames(width))).isEqualTo(atBound);
    assertThat(Math.round(sprt.expectedGames(width / 2.0))).isEqualTo(halfWay);
    assertThat(sprt.expectedGames(1000)).isPositive().isLessThan(atBound);
    assertThat(sprt.expectedGames(-1000)).isPositive().isLessThan(atBound);
  }

  @Test
  void logRatio_withoutGames_isZero() {
    assertThat(Sprt.of("elo0=0,elo1=5").logRatio(0, 0, 0, 0, 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "elo0=5,elo1=5", "elo0=5,elo1=0", "elo0=0", "elo0=0,elo1=5,alpha=0", "elo0=0,elo1=5,alpha=0.5,beta=0.5",
    "elo0=0,elo1=5,gamma=1", "elo0=0,elo1=5,model=best", "elo0=0,elo1=5,model=bayesian,units=pairs", "elo0=a,elo1=5"})
  void of_noTest_isRefusedInALine(String text) {
    assertThatThrownBy(() -> Sprt.of(text)).isInstanceOf(BadInputException.class)
        .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("\n"));
  }

  @Test
  void parse_whatToStringWrites_isTheSameTest() {
    Sprt sprt = Sprt.of("elo1=2.5,elo0=-1.75,model=logistic,units=games,beta=0.1");
    StoppingRule parsed = StoppingRule.parse(sprt.toString());

    assertThat(parsed).hasToString(sprt.toString());
    assertThat(((Sprt) parsed).logRatio(30, 40, 50)).isEqualTo(sprt.logRatio(30, 40, 50));
    assertThat(sprt.title()).isEqualTo("SPRT elo0=-1.75, elo1=2.5 (logistic, games)");
  }

  /**
   * Pairs whose two games depend on each other: normalized Elo 0 and 60 by their distribution. The risks are those asked
   * for, somewhat less because the last pair oversteps the bound.
   */
  @ParameterizedTest
  @CsvSource({"0, 0.05", "60, 0.95"})
  void verdict_simulatedPairs_errsAsSeldomAsAsked(double elo, double shareOfH1) {
    Sprt sprt = Sprt.of("elo0=0,elo1=60");
    double[] chances = chances(elo);
    Rng rng = new Rng(7);
    int runs = 400;
    int accepted = 0;
    long games = 0;
    for (int run = 0; run < runs; run++) {
      int[] counts = new int[5];
      Sprt.Verdict verdict = Sprt.Verdict.UNDECIDED;
      while (verdict == Sprt.Verdict.UNDECIDED) {
        counts[draw(chances, rng)]++;
        games += 2;
        verdict = sprt.verdict(sprt.logRatio(counts));
      }
      accepted += verdict == Sprt.Verdict.H1 ? 1 : 0;
    }
    double error = Math.abs(accepted / (double) runs - (shareOfH1 < 0.5 ? 0 : 1));

    assertThat(error).as("seed 7").isBetween(0.01, 0.07);
    assertThat(games / (double) runs).as("games a run").isCloseTo(sprt.expectedGames(elo), within(60.0));
  }

  /** Pairs that are mostly even, tilted until their mean is so far from a half. */
  private static double[] chances(double normalizedElo) {
    return new EmpiricalLikelihood(new int[] {4, 20, 52, 20, 4}).ofDistance(Math.sqrt(2) * normalizedElo / Elo.PER_SIGMA);
  }

  private static int draw(double[] chances, Rng rng) {
    double left = rng.unit();
    for (int i = 0; i < chances.length - 1; i++) {
      left -= chances[i];
      if (left < 0) {
        return i;
      }
    }
    return chances.length - 1;
  }

  private static PlayedPair pair(int opening, int asFirst, int asSecond, long hash) {
    return new PlayedPair(0, 1, opening, asFirst, asSecond, hash, -hash);
  }

  @Test
  void add_copiesBetweenPlayersWithoutChance_countOnce() {
    SprtRun run = new SprtRun(Sprt.of("elo0=0,elo1=10"));
    for (int n = 0; n < 20; n++) {
      run.add(pair(n % 2, 2, n % 2, 1 + n % 2));
    }

    assertThat(run.leavesCopiesOut()).isTrue();
    assertThat(run.counts()).containsExactly(0, 0, 1, 1, 0);
  }

  @Test
  void add_equalGamesOfManyOpenings_countEach() {
    SprtRun run = new SprtRun(Sprt.of("elo0=0,elo1=10"));
    for (int n = 0; n < 20; n++) {
      run.add(pair(n, 1, 1, 5));
    }

    assertThat(run.counts()).containsExactly(0, 0, 20, 0, 0);
  }

  @Test
  void isOver_noNewPairForLong_endsUndecided() {
    SprtRun run = new SprtRun(Sprt.of("elo0=0,elo1=10"));
    int pairs = 0;
    while (!run.isOver()) {
      run.add(pair(pairs % 3, 1, 1, pairs % 3));
      pairs++;
    }

    assertThat(pairs).isEqualTo(3 + SprtRun.MOST_COPIES);
    assertThat(run.verdict()).isEqualTo(Sprt.Verdict.UNDECIDED);
    assertThat(run.toString()).contains("no new pair");
  }

  @Test
  void toString_anyRun_tellsRatioBoundsAndVerdict() {
    SprtRun run = new SprtRun(Sprt.of("elo0=0,elo1=50"));
    for (int n = 0; n < 12; n++) {
      run.add(pair(n, 2, 1, n));
      run.add(pair(100 + n, 2, 0, 100 + n));
    }

    assertThat(run.toString()).matches("LLR \\d\\.\\d\\d \\(\\d+ %\\) \\[-2\\.94, 2\\.94], (undecided|H1)");
  }
}
