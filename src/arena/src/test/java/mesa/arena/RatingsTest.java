package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingsTest {
  private final List<Encounter> encounters = new ArrayList<>();
  private long hash;

  /** Adds whole pairs of different games, by the points of the first player. */
  private void meet(int first, int second, int... points) {
    Encounter encounter = new Encounter(new Pairing(first, second));
    for (int round = 0; round < points.length; round++) {
      encounter.add(round, 0, (points[round] + 1) / 2, hash++, 0);
      encounter.add(round, 1, points[round] / 2, hash++, 0);
    }
    encounters.add(encounter);
  }

  private static int[] times(int count, int points) {
    int[] all = new int[count];
    java.util.Arrays.fill(all, points);
    return all;
  }

  // Four players of known ratings, ten independent results against each: 3.5 of the reference, prior 0.
  @Test
  void floor_playerThatWonEverything_hasOddsOfOneInTwenty() {
    List<double[]> four = List.of(
        new double[] {79.773146, 10}, new double[] {60.874415, 10}, new double[] {-12.827678, 10},
        new double[] {-127.819883, 10});

    assertThat(Ratings.floor(four, 1)).isCloseTo(459.6647, within(1e-3));
  }

  // One in twenty = s^10: the strength is at least 182.73 above the other's.
  @Test
  void of_oneWinsAll_isAboveABound() {
    meet(0, 1, times(10, 4));
    Ratings ratings = new Ratings(2, encounters);

    assertThat(ratings.order()).containsExactly(0, 1);
    assertThat(ratings.of(0)).hasToString("> +183");
    assertThat(ratings.of(1)).hasToString("0");
  }

  @Test
  void of_threeInAStrictOrder_boundsEachAndRanksThem() {
    meet(0, 1, times(10, 0));
    meet(0, 2, times(10, 0));
    meet(1, 2, times(10, 0));
    Ratings ratings = new Ratings(3, encounters);

    assertThat(ratings.order()).containsExactly(2, 1, 0);
    assertThat(ratings.of(0).kind()).isEqualTo(Rating.Kind.REFERENCE);
    assertThat(ratings.of(1).kind()).isEqualTo(Rating.Kind.ABOVE);
    assertThat(ratings.of(2).kind()).isEqualTo(Rating.Kind.ABOVE);
  }

  @Test
  void of_twoEqualsAndABeginner_ratesTheTwoAndBoundsTheThird() {
    meet(0, 1, 2, 1, 3, 2, 2, 3, 1, 2);
    meet(0, 2, times(8, 4));
    meet(1, 2, times(8, 4));
    Ratings ratings = new Ratings(3, encounters);

    assertThat(ratings.order()).last().isEqualTo(2);
    assertThat(ratings.of(0).kind()).isEqualTo(Rating.Kind.INTERVAL);
    assertThat(ratings.of(0).elo()).isCloseTo(0, within(1e-6));
    assertThat(ratings.of(2).kind()).isEqualTo(Rating.Kind.BELOW);
    // Sixteen independent losses against equals: s^16 = 0.05.
    assertThat(ratings.of(2).elo()).isCloseTo(-Elo.of(Math.pow(0.05, 1.0 / 16)), within(1e-3));
  }

  @Test
  void of_allDrawn_isZeroWithAnHonestError() {
    meet(0, 1, times(50, 2));
    Ratings ratings = new Ratings(2, encounters);

    // One half of all results but those of a chance of 1 - 0.05^(1/50) may still be hidden: 20.3 Elo.
    assertThat(ratings.of(0).elo()).isCloseTo(0, within(1e-6));
    assertThat(ratings.of(0)).hasToString("0 ± 21");
  }

  @Test
  void of_copiesOfOnePair_hasNoError() {
    Encounter encounter = new Encounter(new Pairing(0, 1));
    for (int round = 0; round < 50; round++) {
      encounter.add(round, 0, 1, 1, 0);
      encounter.add(round, 1, 1, 2, 0);
    }
    encounters.add(encounter);

    assertThat(new Ratings(2, encounters).of(0)).hasToString("0 ± ?");
  }

  @Test
  void of_nothingPlayed_isNone() {
    encounters.add(new Encounter(new Pairing(0, 1)));

    assertThat(new Ratings(2, encounters).of(0)).hasToString("–");
    assertThat(new Ratings(2, encounters).of(1)).hasToString("–");
  }

  @Test
  void of_firstMoveAlwaysWins_isInTheAdvantageAndNotInTheRatings() {
    Encounter encounter = new Encounter(new Pairing(0, 1));
    for (int round = 0; round < 20; round++) {
      encounter.add(round, 0, 2, hash++, 0);
      encounter.add(round, 1, 0, hash++, 0);
    }
    encounters.add(encounter);
    Ratings ratings = new Ratings(2, encounters);

    assertThat(ratings.of(0).elo()).isCloseTo(0, within(1e-6));
    assertThat(ratings.advantage()).isGreaterThan(200);
  }

  @Test
  void order_highestBoundHasFewerPoints_staysAboveThoseItBeat() {
    // 0 has beaten 1 and met nobody else; 1 and 2 are near equals, 2 with more points.
    meet(0, 1, 4);
    meet(1, 2, 2, 1, 2, 1);
    Ratings ratings = new Ratings(3, encounters);

    assertThat(ratings.order()).containsExactly(0, 2, 1);
  }

  @Test
  void of_anySmallTournament_neverPrintsNonsense() {
    mesa.core.Rng rng = new mesa.core.Rng(1);
    for (int trial = 0; trial < 500; trial++) {
      encounters.clear();
      int players = 2 + rng.below(4);
      for (int first = 0; first < players; first++) {
        for (int second = first + 1; second < players; second++) {
          int[] points = new int[rng.below(4)];
          for (int round = 0; round < points.length; round++) {
            points[round] = rng.below(3) * rng.below(3);
          }
          meet(first, second, points);
        }
      }
      Ratings ratings = new Ratings(players, encounters);
      assertThat(ratings.order()).as("trial " + trial).hasSize(players).doesNotHaveDuplicates();
      for (int player = 0; player < players; player++) {
        assertThat(ratings.of(player).toString()).as("trial " + trial).doesNotContain("NaN", "Inf", "∞", "± 0");
      }
    }
  }
}
