package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values were computed apart from Mesa, in double precision. */
class BradleyTerryTest {
  private static final double CLOSE = 2e-4;
  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final int D = 3;

  private int cluster;

  /** Adds games, each a cluster of its own. */
  private void add(BradleyTerry.Games games, int first, int second, int won, int drawn, int lost) {
    int[] counts = {lost, drawn, won};
    for (int score = 0; score < 3; score++) {
      for (int n = 0; n < counts[score]; n++) {
        games.add(first, second, score / 2.0, cluster++);
      }
    }
  }

  /** Four players, a hundred games a pairing. */
  private BradleyTerry.Games four() {
    BradleyTerry.Games games = new BradleyTerry.Games(4).advantage(false).prior(0);
    add(games, A, B, 30, 40, 30);
    add(games, A, C, 45, 35, 20);
    add(games, A, D, 70, 20, 10);
    add(games, B, C, 40, 40, 20);
    add(games, B, D, 60, 25, 15);
    add(games, C, D, 50, 30, 20);
    return games;
  }

  /** The references leave the small-sample factor of the sandwich out. */
  private static double halfWidth(double standardError, int clusters) {
    return Elo.Z * standardError * Math.sqrt((clusters - 1.0) / clusters);
  }

  private static void assertRatings(BradleyTerry fit, double... elos) {
    for (int player = 0; player < elos.length; player++) {
      assertThat(fit.elo(player)).as("player " + player).isCloseTo(elos[player], within(CLOSE));
    }
  }

  private static void assertHalfWidths(BradleyTerry fit, double... halfWidths) {
    for (int player = 0; player < halfWidths.length; player++) {
      assertThat(halfWidth(fit.standardError(player), fit.clusters())).as("player " + player)
          .isCloseTo(halfWidths[player], within(CLOSE));
    }
  }

  @Test
  void fit_fourPlayers_agreesWithReference() {
    BradleyTerry fit = four().fit();

    assertRatings(fit, 79.773146, 60.874415, -12.827678, -127.819883);
    assertHalfWidths(fit, 24.786438, 24.801006, 24.315321, 27.356372);
    assertModelHalfWidths(fit, 31.497468, 31.095868, 30.598183, 33.238104);
  }

  private static void assertModelHalfWidths(BradleyTerry fit, double... halfWidths) {
    for (int player = 0; player < halfWidths.length; player++) {
      assertThat(Elo.Z * fit.modelError(player)).as("player " + player).isCloseTo(halfWidths[player], within(CLOSE));
    }
  }

  @Test
  void agreement_fourPlayers_agreesWithReference() {
    BradleyTerry fit = four().fit();

    assertThat(fit.agreement().degreesOfFreedom()).isEqualTo(3);
    assertThat(fit.agreement().chiSquare()).isCloseTo(1.914392, within(2e-5));
    assertThat(fit.agreement().chance()).isCloseTo(.5904, within(1e-4));
    assertThat(fit.modelAgreement().chiSquare()).isCloseTo(1.217756, within(2e-5));
    assertThat(fit.modelAgreement().chance()).isCloseTo(.7487, within(1e-4));
  }

  @Test
  void difference_fourPlayers_agreesWithReference() {
    BradleyTerry fit = four().fit();

    BradleyTerry.Difference ab = fit.difference(A, B);
    assertThat(ab.elo()).isCloseTo(18.898732, within(CLOSE));
    assertThat(halfWidth(ab.standardError(), 600)).isCloseTo(39.560317, within(CLOSE));
    assertThat(Elo.Z * ab.modelError()).isCloseTo(50.257596, within(CLOSE));
    assertThat(Elo.normal(ab.elo() / ab.modelError())).isCloseTo(.769445, within(1e-5));
    double withoutFactor = ab.elo() / ab.standardError() * Math.sqrt(600 / 599.0);
    assertThat(Elo.normal(withoutFactor)).isCloseTo(.825444, within(1e-5));
    assertThat(ab.superiority()).isCloseTo(.825444, within(5e-4));
    BradleyTerry.Difference ad = fit.difference(A, D);
    assertThat(ad.elo()).isCloseTo(207.593030, within(CLOSE));
    assertThat(halfWidth(ad.standardError(), 600)).isCloseTo(43.221564, within(CLOSE));
    assertThat(Elo.Z * ad.modelError()).isCloseTo(53.799998, within(CLOSE));
  }

  @Test
  void fit_onePlayerAnchored_isRelativeToIt() {
    BradleyTerry fit = four().anchor(D, 0).fit();

    assertRatings(fit, 207.593030, 188.694298, 114.992205, 0);
    assertHalfWidths(fit, 43.221564, 43.693576, 42.252996, 0);
  }

  @Test
  void fit_halfADrawOfPrior_pullsTogether() {
    BradleyTerry fit = four().prior(0.5).fit();

    assertRatings(fit, 79.310042, 60.521452, -12.767166, -127.064328);
    assertHalfWidths(fit, 24.630347, 24.646239, 24.172910, 27.148544);
  }

  @Test
  void fit_aCircleOfWins_ratesAllEqual() {
    BradleyTerry.Games games = new BradleyTerry.Games(3).advantage(false).prior(0);
    add(games, A, B, 70, 0, 30);
    add(games, B, C, 70, 0, 30);
    add(games, C, A, 70, 0, 30);

    BradleyTerry fit = games.fit();
    assertRatings(fit, 0, 0, 0);
    assertThat(fit.modelAgreement().chiSquare()).isCloseTo(48, within(1e-6));
    assertThat(fit.modelAgreement().degreesOfFreedom()).isOne();
    assertThat(fit.modelAgreement().chance()).isBetween(3e-12, 5e-12);
  }

  // The scores are those of OpenSpiel's own test of its Elo; a score of n is n wins.
  @Test
  void fit_openSpielsMatrices_agree() {
    BradleyTerry.Games two = new BradleyTerry.Games(2).advantage(false).prior(0);
    add(two, A, B, 2, 0, 1);
    assertThat(two.fit().difference(A, B).elo()).isCloseTo(120.411998, within(CLOSE));

    BradleyTerry.Games withZero = new BradleyTerry.Games(3).advantage(false).prior(0);
    add(withZero, A, B, 4, 0, 1);
    add(withZero, A, C, 2, 0, 3);
    add(withZero, B, C, 2, 0, 3);
    BradleyTerry level = withZero.fit();
    assertThat(level.difference(A, B).elo()).isCloseTo(147.190714, within(CLOSE));
    assertThat(level.difference(C, B).elo()).isCloseTo(147.190714, within(CLOSE));

    BradleyTerry.Games three = new BradleyTerry.Games(3).advantage(false).prior(0);
    add(three, A, B, 5, 0, 0);
    add(three, A, C, 2, 0, 3);
    add(three, B, C, 2, 0, 3);
    BradleyTerry fit = three.fit();
    assertThat(fit.difference(A, B).elo()).isCloseTo(268.537649, within(CLOSE));
    assertThat(fit.difference(C, B).elo()).isCloseTo(215.535624, within(CLOSE));
  }

  /** A fifth player beats all four 10:0: its rating is what the prior makes of it, and its error says so. */
  @ParameterizedTest
  @CsvSource({"1, 544.1283, 197.875", "0.5, 661.1812, 276.241", "0.02, 1217.1047, 1362.721"})
  void fit_playerThatWonAll_isThePriorsNumber(double prior, double aboveTheFour, double modelHalfWidth) {
    BradleyTerry.Games games = new BradleyTerry.Games(5).advantage(false).prior(prior);
    add(games, A, B, 30, 40, 30);
    add(games, A, C, 45, 35, 20);
    add(games, A, D, 70, 20, 10);
    add(games, B, C, 40, 40, 20);
    add(games, B, D, 60, 25, 15);
    add(games, C, D, 50, 30, 20);
    for (int opponent = A; opponent <= D; opponent++) {
      add(games, 4, opponent, 10, 0, 0);
    }
    BradleyTerry fit = games.fit();

    double mean = (fit.elo(A) + fit.elo(B) + fit.elo(C) + fit.elo(D)) / 4;
    assertThat(fit.elo(4) - mean).isCloseTo(aboveTheFour, within(1e-3));
    assertThat(Elo.Z * fit.modelError(4)).isCloseTo(modelHalfWidth, within(2e-3));
  }

  private BradleyTerry.Games firstPlayerWinsMore() {
    BradleyTerry.Games games = new BradleyTerry.Games(3).prior(0);
    int p = 0;
    int q = 1;
    int r = 2;
    add(games, p, q, 70, 0, 30);
    add(games, q, p, 60, 0, 40);
    add(games, p, r, 85, 0, 15);
    add(games, r, p, 45, 0, 55);
    add(games, q, r, 75, 0, 25);
    add(games, r, q, 50, 0, 50);
    return games;
  }

  @Test
  void fit_firstPlayerWinsMore_findsTheAdvantage() {
    BradleyTerry fit = firstPlayerWinsMore().fit();

    assertRatings(fit, 66.345420, 19.916532, -86.261953);
    assertThat(fit.advantage()).isCloseTo(111.146174, within(CLOSE));
    assertThat(Elo.score(fit.advantage())).isCloseTo(.654710, within(1e-5));
    assertHalfWidths(fit, 24.733774, 24.649120, 25.428824);
    assertThat(halfWidth(fit.advantageError(), 600)).isCloseTo(30.766813, within(CLOSE));
    assertModelHalfWidths(fit, 25.014377, 24.369109, 25.511671);
    assertThat(Elo.Z * fit.advantageModelError()).isCloseTo(30.808486, within(CLOSE));
  }

  @Test
  void fit_advantageLeftOut_shrinksRatings() {
    assertRatings(firstPlayerWinsMore().advantage(false).fit(), 60.282103, 18.105359, -78.387462);
  }

  /**
   * Errors by pairs are half those of games taken singly where paired openings agree, and a little less where they don't. The
   * middle pairs are two draws, but for those that brought each player a win.
   */
  @ParameterizedTest
  @CsvSource({
    "379, 10170, 21828, 0, 10640, 343, 1.594561, 2.312423, 1.208745",
    "332, 433, 457, 41, 333, 334, -8.642667, 10.963850, 10.331142",
  })
  void fit_pairsOfTwoPlayers_errorIsThatOfPairs(int p0, int p1, int draws, int winEach, int p3, int p4, double elo,
      double modelHalfWidth, double halfWidth) {
    BradleyTerry.Games games = new BradleyTerry.Games(2).advantage(false).prior(0);
    int[] pairs = {p0, p1, draws, winEach, p3, p4};
    double[][] scores = {{0, 0}, {0.5, 0}, {0.5, 0.5}, {1, 0}, {1, 0.5}, {1, 1}};
    for (int kind = 0; kind < pairs.length; kind++) {
      for (int n = 0; n < pairs[kind]; n++) {
        games.add(A, B, scores[kind][0], cluster);
        games.add(B, A, 1 - scores[kind][1], cluster++);
      }
    }
    BradleyTerry fit = games.fit();

    BradleyTerry.Difference difference = fit.difference(A, B);
    assertThat(difference.elo()).isCloseTo(elo, within(1e-5));
    assertThat(Elo.Z * difference.modelError()).isCloseTo(modelHalfWidth, within(1e-5));
    PairStatistics statistics = PairStatistics.of(p0, p1, draws + winEach, p3, p4);
    double delta = Elo.PER_LOGIT * Math.sqrt(statistics.variance() / statistics.units())
        / (statistics.score() * (1 - statistics.score()));
    assertThat(Elo.Z * delta).as("by the slope of the curve").isCloseTo(halfWidth, within(1e-5));
    assertThat(halfWidth(difference.standardError(), fit.clusters())).isCloseTo(halfWidth, within(1e-5));
  }

  // Odds of a hundred thousand to one: 400 Elo a power of ten.
  @Test
  void fit_lopsidedResult_converges() {
    BradleyTerry.Games games = new BradleyTerry.Games(2).advantage(false).prior(0);
    for (int n = 0; n < 200_000; n++) {
      games.add(A, B, 1, 0);
    }
    games.add(A, B, 0, 1);
    games.add(A, B, 0, 1);

    assertThat(games.fit().difference(A, B).elo()).isCloseTo(2000, within(CLOSE));
  }

  @Test
  void fit_copiesInOneCluster_leaveTheErrorAlone() {
    BradleyTerry.Games once = new BradleyTerry.Games(2).advantage(false).prior(0);
    BradleyTerry.Games tenfold = new BradleyTerry.Games(2).advantage(false).prior(0);
    double[] scores = {1, 0.5, 0, 1, 0.5};
    for (int c = 0; c < scores.length; c++) {
      once.add(A, B, scores[c], c);
      for (int copy = 0; copy < 10; copy++) {
        tenfold.add(A, B, scores[c], c);
      }
    }

    assertThat(tenfold.fit().standardError(A)).isCloseTo(once.fit().standardError(A), within(1e-9));
  }

  @Test
  void fit_allWonWithoutPrior_saysThatRatingsAreUndetermined() {
    BradleyTerry.Games games = new BradleyTerry.Games(2).advantage(false).prior(0);
    add(games, A, B, 10, 0, 0);

    assertThatThrownBy(games::fit).isInstanceOf(ArithmeticException.class).hasMessageContaining("determine");
  }

  @Test
  void fit_seatZeroAlwaysWins_staysFinite() {
    BradleyTerry.Games games = new BradleyTerry.Games(2);
    for (int n = 0; n < 10; n++) {
      games.add(A, B, 1, cluster);
      games.add(B, A, 1, cluster++);
    }
    BradleyTerry fit = games.fit();

    assertThat(fit.elo(A)).isCloseTo(0, within(1e-6));
    assertThat(fit.advantage()).isBetween(200.0, 2000.0);
  }
}
