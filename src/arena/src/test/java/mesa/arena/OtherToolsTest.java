package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Figures that other tools print of the same results, worked out here by their methods, and where Mesa's stand beside
 * them. Expected values were computed apart from Mesa, in double precision.
 */
class OtherToolsTest {
  /** Ratings of four players, against each of whom a fifth has won ten games. */
  private static final double[] FOUR = {79.773146, 60.874415, -12.827678, -127.819883};

  private static final int EACH = 10;

  /** {@return where a function that rises is 0} */
  private static double solve(DoubleUnaryOperator rising, double low, double high) {
    double from = low;
    double to = high;
    for (int step = 0; step < 100; step++) {
      double middle = (from + to) / 2;
      if (rising.applyAsDouble(middle) < 0) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static double sumOver(DoubleUnaryOperator ofDistance, double strength) {
    double sum = 0;
    for (double opponent : FOUR) {
      sum += EACH * ofDistance.applyAsDouble(strength - opponent);
    }
    return sum;
  }

  /**
   * Ordo's chance to win where draws are {@code nu} times the root of wins times losses, and the score is Elo's.
   *
   * @param share of draws between equals
   */
  private static double ordosWins(double elo, double share) {
    double nu = 2 * share / (1 - share);
    double rootOfLossToWin = -solve(root -> {
      double wins = 1 / (1 - nu * root + root * root);
      return wins * (1 - nu * root / 2) - Elo.score(elo);
    }, -1, 0);
    return 1 / (1 + nu * rootOfLossToWin + rootOfLossToWin * rootOfLossToWin);
  }

  // Whoever may draw has to be much stronger to win forty in a row with an even chance: Mesa's bound asks for points alone.
  @ParameterizedTest
  @CsvSource({".5, 841.0055", ".32, 838.1119"})
  void ordosFloor_playerThatWonEverything_isAboveOursForItCountsDraws(double share, double expected) {
    double ordo = solve(elo -> sumOver(distance -> Math.log(ordosWins(distance, share)), elo) - Math.log(0.5), 0, 5000);
    double ours = solve(elo -> sumOver(distance -> Math.log(Elo.score(distance)), elo) - Math.log(0.5), 0, 5000);

    assertThat(ordo).isCloseTo(expected, within(1e-4));
    assertThat(ours).isCloseTo(719.7241, within(1e-4));
  }

  // Its manual counts one of the forty games as half a point instead.
  @Test
  void ordosManual_playerThatWonEverything_losesHalfAPoint() {
    assertThat(solve(elo -> sumOver(Elo::score, elo) - (FOUR.length * EACH - 0.5), 0, 5000))
        .isCloseTo(775.683, within(1e-3));
  }

  // Ordo draws its scale through 76 % at 202 points; Elo's has 76.18 % there.
  @Test
  void ordosScale_aPoint_isAHundredthLessThanElo() {
    assertThat(1 / (1 + Math.exp(-202 / 175.25))).isCloseTo(0.76, within(5e-5));
    assertThat(Elo.score(202 * Elo.PER_LOGIT / 175.25)).isCloseTo(0.76, within(5e-5));
  }

  /** OpenSpiel adds .01 to every score; two hundredths of a draw a pairing are that. */
  @ParameterizedTest
  @CsvSource({"4, 1, 2, 3, 146.532068, 146.532068", "5, 0, 2, 3, 267.089468, 214.359828"})
  void openSpielsScores_aHundredthMoreOfEach_isAPriorOfTwoHundredths(
      int firstWon, int secondWon, int againstThird, int thirdWon, double first, double third) {
    BradleyTerry.Games games = new BradleyTerry.Games(3).advantage(false).prior(0.02);
    add(games, 0, 1, firstWon, secondWon);
    add(games, 0, 2, againstThird, thirdWon);
    add(games, 1, 2, againstThird, thirdWon);
    BradleyTerry fit = games.fit();

    assertThat(fit.difference(0, 1).elo()).isCloseTo(first, within(2e-4));
    assertThat(fit.difference(2, 1).elo()).isCloseTo(third, within(2e-4));
  }

  @Test
  void openSpielsScores_twoPlayers_theSame() {
    BradleyTerry.Games games = new BradleyTerry.Games(2).advantage(false).prior(0.02);
    add(games, 0, 1, 2, 1);

    assertThat(games.fit().difference(0, 1).elo()).isCloseTo(119.549873, within(2e-4));
  }

  private int cluster;

  private void add(BradleyTerry.Games games, int first, int second, int won, int lost) {
    for (int n = 0; n < won + lost; n++) {
      games.add(first, second, n < won ? 1 : 0, cluster++);
    }
  }

  /** OpenBench leaves the divisor N in the variance; Mesa's interval has N - 1, and so is a little wider. */
  @ParameterizedTest
  @CsvSource({"34, 54, 63, 64, 75, 28.162301, 83.702813", "0, 1, 3, 2, 2, -35.643521, 320.622826"})
  void openBenchsInterval_ofPairs_liesWithinOurs(int p0, int p1, int p2, int p3, int p4, double low, double high) {
    PairStatistics pairs = PairStatistics.of(p0, p1, p2, p3, p4);
    double reach = Elo.student(pairs.units() - 1) * Math.sqrt(pairs.variance() / pairs.units());

    assertThat(Elo.of(pairs.score() - reach)).isCloseTo(low, within(1e-5 * Math.abs(low)));
    assertThat(Elo.of(pairs.score() + reach)).isCloseTo(high, within(1e-5 * high));
    Interval ours = pairs.interval().orElseThrow();
    assertThat(ours.low()).isLessThan(low);
    assertThat(ours.high()).isGreaterThan(high);
  }

  /** The log ratio in closed form, which tools show and plan by, from the score in standard deviations. */
  private static double closedForm(int games, double sigmas, double elo0, double elo1) {
    double off0 = sigmas - elo0 / Elo.PER_SIGMA;
    double off1 = sigmas - elo1 / Elo.PER_SIGMA;
    return games / 2.0 * Math.log((1 + off0 * off0) / (1 + off1 * off1));
  }

  /** How far it is from the likelihood ratio that Mesa works out: a thousandth with many pairs, more with few. */
  @ParameterizedTest
  @CsvSource({
    "379, 10170, 21828, 10640, 343, 2, 2.946105, .001",
    "3, 10, 30, 20, 9, 10, , .013",
  })
  void closedForm_ofPairs_isNearTheLikelihoodRatio(
      int p0, int p1, int p2, int p3, int p4, double elo1, Double expected, double near) {
    PairStatistics pairs = PairStatistics.of(p0, p1, p2, p3, p4);
    double closed = closedForm(pairs.games(), pairs.normalizedElo() / Elo.PER_SIGMA, 0, elo1);

    if (expected != null) {
      assertThat(closed).isCloseTo(expected, within(1e-5 * expected));
    }
    assertThat(closed).isCloseTo(Sprt.of("elo0=0,elo1=" + elo1).logRatio(p0, p1, p2, p3, p4), within(near));
  }

  // 4,250 wins and nothing else: the closed form sees no more than what a thousandth of a draw and a loss leave it.
  @Test
  void closedForm_allWon_saysNothing() {
    double[] counts = {1e-3, 1e-3, 4250};
    double games = counts[0] + counts[1] + counts[2];
    double score = (counts[1] / 2 + counts[2]) / games;
    double squares = counts[0] * score * score + counts[1] * (0.5 - score) * (0.5 - score)
        + counts[2] * (1 - score) * (1 - score);
    double sigmas = (score - 0.5) / Math.sqrt(squares / games);

    assertThat(closedForm((int) games, sigmas, 0, 10)).isCloseTo(.1327, within(1e-4));
    assertThat(Sprt.of("elo0=0,elo1=10,units=games").logRatio(0, 0, 4250)).isCloseTo(120.548268, within(2e-3));
  }

  // fishtest keeps scores between a thousandth and 999 of them, and so prints no more than this; Mesa bounds.
  @Test
  void fishtestsElo_allWon_endsAtAClampedScore() {
    assertThat(Elo.of(0.999)).isCloseTo(1199.826, within(1e-3));
    assertThat(PairStatistics.of(0, 0, 0, 0, 1000).interval().orElseThrow().low()).isCloseTo(1009.14, within(0.005));
  }
}
