package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values were computed apart from Mesa, in double precision, without the small-sample factor of the sandwich. */
class ComputeResponseTest {
  private static final int A = 0;
  private static final int B = 1;
  private static final int GAMES = 1000;
  private static final double WITHOUT_FACTOR = Math.sqrt((GAMES - 1.0) / GAMES);
  private static final double CLOSE = 1e-4;

  private int cluster;

  private void add(BradleyTerry.Games games, int first, int second, int won, int drawn, int lost) {
    int[] counts = {lost, drawn, won};
    for (int score = 0; score < 3; score++) {
      for (int n = 0; n < counts[score]; n++) {
        games.add(first, second, score / 2.0, cluster++);
      }
    }
  }

  /** Two agents with budgets 1, 2, 4, 8; a hundred games each between neighbours and between equals. */
  private ComputeResponse ladder(boolean commonSlope) {
    ComputeResponse.Agents agents = new ComputeResponse.Agents(2).commonSlope(commonSlope);
    BradleyTerry.Games games = new BradleyTerry.Games(8).prior(0).advantage(false);
    int[] a = new int[4];
    int[] b = new int[4];
    for (int x = 0; x < 4; x++) {
      a[x] = agents.player(A, x);
      b[x] = agents.player(B, x);
    }
    add(games, a[1], a[0], 55, 20, 25);
    add(games, a[2], a[1], 52, 22, 26);
    add(games, a[3], a[2], 50, 24, 26);
    add(games, b[1], b[0], 60, 18, 22);
    add(games, b[2], b[1], 58, 20, 22);
    add(games, b[3], b[2], 56, 20, 24);
    add(games, a[0], b[0], 62, 18, 20);
    add(games, a[1], b[1], 58, 20, 22);
    add(games, a[2], b[2], 55, 20, 25);
    add(games, a[3], b[3], 51, 24, 25);
    return agents.fit(games);
  }

  private static void assertEstimate(ComputeResponse.Estimate estimate, double value, double halfWidth) {
    assertThat(estimate.value()).isCloseTo(value, within(CLOSE));
    assertThat(Elo.Z * estimate.standardError() * WITHOUT_FACTOR).isCloseTo(halfWidth, within(CLOSE));
  }

  @Test
  void perDoubling_twoAgents_agreesWithReference() {
    ComputeResponse fit = ladder(false);

    assertEstimate(fit.difference(A, B, 0), 157.835815, 50.521821);
    assertEstimate(fit.perDoubling(A), 99.472813, 28.396953);
    assertEstimate(fit.perDoubling(B), 123.523070, 28.651087);
    assertThat(Elo.Z * fit.difference(A, B, 0).modelError()).isCloseTo(57.195267, within(CLOSE));
    assertThat(Elo.Z * fit.perDoubling(A).modelError()).isCloseTo(32.390057, within(CLOSE));
    assertThat(Elo.Z * fit.perDoubling(B).modelError()).isCloseTo(32.656433, within(CLOSE));
  }

  @Test
  void perDoubling_oneSlope_agreesWithReference() {
    ComputeResponse fit = ladder(true);

    assertEstimate(fit.difference(A, B, 2), 121.063848, 31.690441);
    assertEstimate(fit.perDoubling(A), 111.368882, 25.681208);
    assertThat(fit.isoStrength(A, B, 3).value()).isCloseTo(2.124396, within(1e-5));
  }

  /** The factor of the sandwich widens intervals by some 0.05 %. */
  @ParameterizedTest
  @CsvSource({"0, 2.424663, 1.851148, 3.347968", "1.5, 1.980315, 1.609504, 2.626930", "3, 1.617400, 1.216926, 2.370252"})
  void isoStrength_twoAgents_agreesWithReference(double x, double ratio, double low, double high) {
    ComputeResponse.Ratio iso = ladder(false).isoStrength(A, B, x);

    assertThat(iso.value()).isCloseTo(ratio, within(1e-5));
    assertThat(iso.interval().low()).isCloseTo(low, within(1e-3));
    assertThat(iso.interval().high()).isCloseTo(high, within(1e-3));
  }

  @Test
  void crossing_slopesAboutEqual_hasNoFiniteInterval() {
    ComputeResponse.Ratio crossing = ladder(false).crossing(A, B);

    assertThat(crossing.value()).isCloseTo(6.562749, within(1e-4));
    assertThat(crossing.g() * WITHOUT_FACTOR * WITHOUT_FACTOR).isCloseTo(1.0666, within(1e-4));
    assertThat(crossing.interval()).isNull();
  }

  // E. C. Fieller's own limits follow from the definition: at either end the squared distance is z^2 of its variance.
  @Test
  void fieller_anyNumbers_endsWhereTheDefinitionSays() {
    ComputeResponse.Ratio ratio = ComputeResponse.fieller(3, 2, 0.04, 0.01, 0.09);

    for (double end : new double[] {ratio.interval().low(), ratio.interval().high()}) {
      double variance = 0.04 - 2 * end * 0.01 + end * end * 0.09;
      assertThat(Math.pow(3 - 2 * end, 2)).isCloseTo(Elo.Z * Elo.Z * variance, within(1e-9));
    }
  }

  @Test
  void bend_diminishingReturns_isNegative() {
    ComputeResponse.Agents agents = new ComputeResponse.Agents(1).curved(true);
    int[] player = {agents.player(0, 0), agents.player(0, 1), agents.player(0, 2), agents.player(0, 3)};
    BradleyTerry.Games games = new BradleyTerry.Games(4);
    add(games, player[1], player[0], 180, 0, 20);
    add(games, player[2], player[1], 140, 0, 60);
    add(games, player[3], player[2], 105, 0, 95);
    ComputeResponse fit = agents.fit(games);

    assertThat(fit.bend(0).interval().high()).isNegative();
    assertThat(fit.bend(0).chanceIfZero()).isLessThan(0.001);
    assertThatThrownBy(() -> ladder(false).bend(0)).isInstanceOf(IllegalStateException.class);
  }

  /**
   * Games simulated from known lines, in pairs that share an opening which favours one side now and then: the interval
   * holds the truth in 95 % of runs, give or take three standard errors.
   */
  @Test
  void perDoubling_simulatedLadders_intervalHoldsTheTruth() {
    Rng rng = new Rng(11);
    int runs = 300;
    int held = 0;
    for (int run = 0; run < runs; run++) {
      ComputeResponse.Agents agents = new ComputeResponse.Agents(2);
      BradleyTerry.Games games = new BradleyTerry.Games(8);
      int[][] players = new int[2][4];
      for (int agent = 0; agent < 2; agent++) {
        for (int x = 0; x < 4; x++) {
          players[agent][x] = agents.player(agent, x);
        }
      }
      cluster = 0;
      for (int x = 0; x < 4; x++) {
        meet(games, players[0][x], 80 * x, players[1][x], 60 * x - 50, rng);
        if (x > 0) {
          meet(games, players[0][x], 80 * x, players[0][x - 1], 80 * x - 80, rng);
          meet(games, players[1][x], 60 * x, players[1][x - 1], 60 * x - 60, rng);
        }
      }
      Interval interval = agents.fit(games).perDoubling(0).interval();
      held += interval.low() <= 80 && 80 <= interval.high() ? 1 : 0;
    }
    assertThat(held / (double) runs).as("seed 11").isBetween(0.91, 0.985);
  }

  /** Thirty pairs; openings give 60 Elo to either seat, which the model does not know, and seat 0 has 40 more. */
  private void meet(BradleyTerry.Games games, int one, double elo, int other, double otherElo, Rng rng) {
    for (int pair = 0; pair < 30; pair++) {
      double seat = 40 + (rng.below(2) == 0 ? -60 : 60);
      games.add(one, other, rng.unit() < Elo.score(elo - otherElo + seat) ? 1 : 0, cluster);
      games.add(other, one, rng.unit() < Elo.score(otherElo - elo + seat) ? 1 : 0, cluster++);
    }
  }
}
