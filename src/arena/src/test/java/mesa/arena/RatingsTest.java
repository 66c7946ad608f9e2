package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  // Four players of known ratings, ten independent results against each.
  @ParameterizedTest
  @CsvSource({".05, 459.6647", ".5, 719.7241"})
  void floor_playerThatWonEverything_hasThatChance(double chance, double floor) {
    List<double[]> four = List.of(
        new double[] {79.773146, 10}, new double[] {60.874415, 10}, new double[] {-12.827678, 10},
        new double[] {-127.819883, 10});

    assertThat(Ratings.floor(four, 1, chance)).isCloseTo(floor, within(1e-4));
  }

  // One in twenty = s^10: the strength is at least 182.73 above the other's.
  @Test
  void of_oneWinsAll_isAboveABound() {
    meet(0, 1, times(10, 4));
    Ratings ratings = new Ratings(2, encounters, Map.of());

    assertThat(ratings.order()).containsExactly(0, 1);
    assertThat(ratings.of(0)).hasToString("> +183");
    assertThat(ratings.of(1)).hasToString("0");
  }

  @Test
  void of_threeInAStrictOrder_boundsEachAndRanksThem() {
    meet(0, 1, times(10, 0));
    meet(0, 2, times(10, 0));
    meet(1, 2, times(10, 0));
    Ratings ratings = new Ratings(3, encounters, Map.of());

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
    Ratings ratings = new Ratings(3, encounters, Map.of());

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
    Ratings ratings = new Ratings(2, encounters, Map.of());

    // One half of all results but those of a chance of 1 - 0.05^(1/50) may still be hidden: 20.3 Elo between the two.
    assertThat(ratings.of(0).elo()).isCloseTo(0, within(1e-6));
    assertThat(ratings.of(0)).hasToString("0 ± 11");
  }

  // The paragraph about the match bounds the score by Clopper and Pearson: 78.61 Elo of 3.6's nearly-all-win.
  @Test
  void of_nearlyAllWon_isTheBoundOfTheMatch() {
    meet(0, 1, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4);
    Ratings ratings = new Ratings(2, encounters, Map.of());

    assertThat(ratings.of(0)).hasToString("> +79");
    assertThat(ratings.of(1)).hasToString("0");
    assertThat(ratings.order()).containsExactly(0, 1);
  }

  // s = .9 and t = 2.26 with an error of .0408: the upper end is nearly 1, and in Elo many times as far away as the lower.
  @Test
  void of_matchWithALopsidedInterval_tellsBothEnds() {
    meet(0, 1, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3);
    Ratings ratings = new Ratings(2, encounters, Map.of());

    Interval interval = PairStatistics.of(0, 0, 0, 4, 6).interval().orElseThrow().halved();
    assertThat(ratings.of(0)).hasToString(
        String.format(java.util.Locale.ROOT, "+191 [%+.0f, %+.0f]", interval.low(), interval.high()));
  }

  @Test
  void of_match_isHalfOfWhatTheScoreSays() {
    meet(1, 0, 0, 1, 3, 2, 2, 4, 3, 2);
    PairStatistics pairs = PairStatistics.of(1, 1, 3, 2, 1);
    Ratings ratings = new Ratings(2, encounters, Map.of());

    assertThat(ratings.of(1).elo()).isCloseTo(pairs.elo() / 2, within(1e-9));
    assertThat(ratings.of(1).interval()).isEqualTo(pairs.interval().orElseThrow().halved());
    assertThat(ratings.of(0).elo()).isCloseTo(-pairs.elo() / 2, within(1e-9));
  }

  // The highest has met the middle alone, of whom there is but a bound itself: nothing relates it to the zero.
  @Test
  void of_aChain_boundsOnlyWhoHasMetTheZero() {
    meet(0, 1, times(10, 4));
    meet(1, 2, times(10, 4));
    Ratings ratings = new Ratings(3, encounters, Map.of());

    assertThat(ratings.order()).containsExactly(0, 1, 2);
    assertThat(ratings.of(0)).hasToString("–");
    assertThat(ratings.of(1)).hasToString("> +183");
    assertThat(ratings.of(2)).hasToString("0");
  }

  // 37 of 40 points from ten pairs: Student's interval of the score goes past 1, that of the fit does not.
  @Test
  void of_manyPointsAmongThree_holdsItsOwnEstimate() {
    meet(0, 1, 4, 4, 4, 4, 1);
    meet(0, 2, 4, 4, 4, 4, 4);
    meet(1, 2, 2, 3, 1, 2, 3);
    Rating best = new Ratings(3, encounters, Map.of()).of(0);

    assertThat(best.kind()).isEqualTo(Rating.Kind.INTERVAL);
    assertThat(best.elo()).isBetween(best.interval().low(), best.interval().high()).isGreaterThan(150);
  }

  @Test
  void of_matchWithAnAnchor_isTheWholeDifferenceAwayFromIt() {
    meet(0, 1, 0, 1, 3, 2, 2, 4, 3, 4);
    PairStatistics pairs = PairStatistics.of(1, 1, 2, 2, 2);
    Ratings ratings = new Ratings(2, encounters, Map.of(1, 1500.0));

    assertThat(ratings.of(1)).hasToString("+1500");
    assertThat(ratings.of(0).elo()).isCloseTo(1500 + pairs.elo(), within(1e-9));
    assertThat(ratings.of(0).interval().low()).isCloseTo(1500 + pairs.interval().orElseThrow().low(), within(1e-9));
  }

  // Half a point against the others links a player to them: it is rated, with the sandwich's interval, on their scale.
  @Test
  void of_nearlyAllLostAmongThree_isRatedThere() {
    meet(0, 1, 2, 1, 3, 2, 2, 3, 1, 2);
    meet(0, 2, 4, 4, 4, 4, 4, 4, 4, 4);
    meet(1, 2, 4, 4, 4, 4, 4, 4, 4, 3);
    Ratings ratings = new Ratings(3, encounters, Map.of());

    assertThat(ratings.of(2).kind()).isEqualTo(Rating.Kind.INTERVAL);
    assertThat(ratings.of(2).elo()).isLessThan(-200);
    assertThat(ratings.of(0).elo() + ratings.of(1).elo() + ratings.of(2).elo()).isCloseTo(0, within(1e-6));
  }

  @Test
  void of_anchors_areWhatTheyAreSaidToBe() {
    meet(0, 1, 2, 1, 3, 2, 2, 3, 1, 2);
    meet(0, 2, 4, 3, 1, 3, 2, 4, 3, 0);
    meet(1, 2, 4, 3, 3, 1, 2, 4, 1, 2);
    Ratings one = new Ratings(3, encounters, Map.of(2, 2000.0));
    Ratings two = new Ratings(3, encounters, Map.of(1, 2100.0, 2, 2000.0));

    assertThat(one.of(2)).hasToString("+2000");
    assertThat(one.of(0).elo()).isBetween(2000.0, 2200.0);
    assertThat(two.of(1)).hasToString("+2100");
    assertThat(two.of(2)).hasToString("+2000");
    assertThat(two.of(0).kind()).isEqualTo(Rating.Kind.INTERVAL);
  }

  // What is given is given, even where the games say less, or more.
  @Test
  void of_anchorsThatNeverScoredAgainstEachOther_areWhatTheyAreSaidToBe() {
    meet(0, 1, times(4, 4));
    meet(1, 2, times(4, 4));
    Ratings ratings = new Ratings(3, encounters, Map.of(0, 1200.0, 2, 1000.0));

    assertThat(ratings.of(0)).hasToString("+1200");
    assertThat(ratings.of(2)).hasToString("+1000");
    assertThat(ratings.order()).containsExactly(0, 1, 2);
  }

  @Test
  void of_copiesOfOnePair_hasNoError() {
    Encounter encounter = new Encounter(new Pairing(0, 1));
    for (int round = 0; round < 50; round++) {
      encounter.add(round, 0, 1, 1, 0);
      encounter.add(round, 1, 1, 2, 0);
    }
    encounters.add(encounter);

    assertThat(new Ratings(2, encounters, Map.of()).of(0)).hasToString("0 ± ?");
  }

  @Test
  void of_nothingPlayed_isNone() {
    encounters.add(new Encounter(new Pairing(0, 1)));

    assertThat(new Ratings(2, encounters, Map.of()).of(0)).hasToString("–");
    assertThat(new Ratings(2, encounters, Map.of()).of(1)).hasToString("–");
  }

  @Test
  void of_firstMoveAlwaysWins_isInTheAdvantageAndNotInTheRatings() {
    Encounter encounter = new Encounter(new Pairing(0, 1));
    for (int round = 0; round < 20; round++) {
      encounter.add(round, 0, 2, hash++, 0);
      encounter.add(round, 1, 0, hash++, 0);
    }
    encounters.add(encounter);
    Ratings ratings = new Ratings(2, encounters, Map.of());

    assertThat(ratings.of(0).elo()).isCloseTo(0, within(1e-6));
    assertThat(ratings.fit().orElseThrow().advantage()).isGreaterThan(200);
  }

  @Test
  void order_highestBoundHasFewerPoints_staysAboveThoseItBeat() {
    // 0 has beaten 1 and met nobody else; 1 and 2 are near equals, 2 with more points.
    meet(0, 1, 4);
    meet(1, 2, 2, 1, 2, 1);
    Ratings ratings = new Ratings(3, encounters, Map.of());

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
      Ratings ratings = new Ratings(players, encounters, Map.of());
      assertThat(ratings.order()).as("trial " + trial).hasSize(players).doesNotHaveDuplicates();
      for (int player = 0; player < players; player++) {
        assertThat(ratings.of(player).toString()).as("trial " + trial).doesNotContain("NaN", "Inf", "∞", "± 0");
      }
    }
  }
}
