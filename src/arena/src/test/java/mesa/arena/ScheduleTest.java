package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mesa.core.BadInputException;
import mesa.core.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static List<Pairing> pairings(String format, List<Spec> players) {
    return ((Format.Fixed) Format.parse(format)).pairings(players);
  }

  private static List<Spec> players(int count) {
    return IntStream.range(0, count).mapToObj(i -> Spec.parse("p" + i)).toList();
  }

  private static List<Pairing> roundRobin(int players) {
    return pairings("round-robin", players(players));
  }

  @Test
  void pairings_fourPlayers_areTheCircleOrder() {
    assertThat(roundRobin(4)).containsExactly(
        new Pairing(0, 3), new Pairing(1, 2),
        new Pairing(0, 1), new Pairing(2, 3),
        new Pairing(0, 2), new Pairing(1, 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 12, 13})
  void pairings_roundRobin_eachOnceAndNobodyTwiceInATurn(int players) {
    List<Pairing> pairings = roundRobin(players);

    assertThat(pairings).hasSize(players * (players - 1) / 2).doesNotHaveDuplicates();
    int turn = players / 2;
    for (int from = 0; from < pairings.size(); from += turn) {
      Set<Integer> seen = new HashSet<>();
      for (Pairing pairing : pairings.subList(from, from + turn)) {
        assertThat(pairing.first()).isLessThan(pairing.second());
        assertThat(seen.add(pairing.first()) & seen.add(pairing.second())).as(pairing + " in turn " + from / turn).isTrue();
      }
    }
  }

  @Test
  void pairings_gauntlet_isTheFirstAgainstEachOther() {
    assertThat(pairings("gauntlet", players(4)))
        .containsExactly(new Pairing(0, 1), new Pairing(0, 2), new Pairing(0, 3));
    assertThat(pairings("gauntlet:seeds=2", players(4)))
        .containsExactly(new Pairing(0, 2), new Pairing(1, 2), new Pairing(0, 3), new Pairing(1, 3));
  }

  @Test
  void fixture_threePlayers_goesRoundByRoundWithSwappedSeats() {
    FixedSchedule schedule = new FixedSchedule(roundRobin(3), 2, 2, false, 2, OpeningPolicy.SHARED);

    assertThat(schedule.size()).isEqualTo(12);
    assertThat(schedule.fixture(0)).isEqualTo(new Fixture(0, 0, 0, 0, 1, 2));
    assertThat(schedule.fixture(1)).isEqualTo(new Fixture(1, 0, 1, 0, 2, 1));
    assertThat(schedule.fixture(2)).isEqualTo(new Fixture(2, 0, 0, 0, 1, 0));
    assertThat(schedule.fixture(3)).isEqualTo(new Fixture(3, 0, 1, 0, 0, 1));
    assertThat(schedule.fixture(4)).isEqualTo(new Fixture(4, 0, 0, 0, 0, 2));
    assertThat(schedule.fixture(6)).isEqualTo(new Fixture(6, 1, 0, 1, 2, 1));
  }

  /** {@return all formats of fixed pairings, with single games and with pairs of them} */
  static Stream<Arguments> layouts() {
    return Stream.of("round-robin", "gauntlet", "gauntlet:seeds=2", "ladder", "ladder:reach=3", "grid")
        .flatMap(format -> IntStream.of(1, 2).mapToObj(legs -> Arguments.of(format, legs)));
  }

  /** {@return the pairings of so many players; in a grid they are two with budgets} */
  private static List<Pairing> pairings(String format, int count) {
    return pairings(format, !format.equals("grid") ? players(count)
        : IntStream.range(0, count).mapToObj(i -> Spec.parse((i % 2 == 0 ? "a" : "b") + ":nodes=" + (100 << i / 2))).toList());
  }

  private static Pairing pairing(Fixture fixture) {
    return Pairing.of(fixture.first(), fixture.second());
  }

  // Others let a pairing see rounds / gcd(pairings, rounds) openings: 10 of 100 for five players.
  @ParameterizedTest
  @MethodSource("layouts")
  void fixture_anyTournament_everyPairingSeesAsManyOpeningsAsItCan(String format, int legs) {
    for (OpeningPolicy policy : OpeningPolicy.values()) {
      for (int players = 3; players <= 12; players++) {
        for (int openings = 1; openings <= 50; openings += 7) {
          for (int rounds : new int[] {1, 10, 60}) {
            List<Pairing> pairings = pairings(format, players);
            FixedSchedule schedule = new FixedSchedule(pairings, rounds, legs, false, openings, policy);
            Map<Pairing, Set<Integer>> seen = new HashMap<>();
            for (int i = 0; i < schedule.size(); i++) {
              seen.computeIfAbsent(pairing(schedule.fixture(i)), any -> new HashSet<>()).add(schedule.fixture(i).opening());
            }
            int possible = Math.min(rounds, openings);
            assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(pairings);
            assertThat(seen.values())
                .as("%d players, %d rounds, %d openings, %s", players, rounds, openings, policy)
                .allMatch(of -> of.size() == possible);
          }
        }
      }
    }
  }

  @Test
  void fixture_spread_pairingsOfOneRoundPlayDifferentOpenings() {
    FixedSchedule schedule = new FixedSchedule(roundRobin(4), 1, 2, false, 12, OpeningPolicy.SPREAD);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < schedule.size(); i += 2) {
      seen.add(schedule.fixture(i).opening());
    }

    assertThat(seen).hasSize(6);
  }

  // Others seat by the parity of a global number, so that with an even number of pairings seats never change.
  @ParameterizedTest
  @MethodSource("layouts")
  void fixture_anyPrefix_seatsOfAPairingDifferByOneAtMost(String format, int legs) {
    for (int players = 3; players <= 7; players++) {
      FixedSchedule schedule =
          new FixedSchedule(pairings(format, players), 10, legs, players % 2 == 0, 3, OpeningPolicy.SPREAD);
      Map<Pairing, Integer> balance = new HashMap<>();
      for (int i = 0; i < schedule.size(); i++) {
        Fixture fixture = schedule.fixture(i);
        int now = balance.merge(pairing(fixture), fixture.first() < fixture.second() ? 1 : -1, Integer::sum);
        assertThat(Math.abs(now)).as("%d players, %s after game %d", players, pairing(fixture), i).isLessThanOrEqualTo(1);
        if (fixture.leg() == 1) {
          assertThat(now).as("%d players, %s after its pair %d", players, pairing(fixture), fixture.round()).isZero();
          assertThat(fixture.opening()).as("the opening of a pair").isEqualTo(schedule.fixture(i - 1).opening());
        }
      }
      assertThat(balance.values()).as("%d players, after whole pairs of rounds", players).containsOnly(0);
    }
  }

  // Who meets many others with single games is to sit first about as often as second, not only against each of them.
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 8})
  void fixture_gauntletOfSingleGames_seatsOfTheFirstAreEvenInEachRound(int players) {
    int tables = players - 1;
    FixedSchedule schedule = new FixedSchedule(pairings("gauntlet", players), 6, 1, false, 6, OpeningPolicy.SHARED);
    for (int round = 0; round < 6; round++) {
      long asFirst = IntStream.range(round * tables, (round + 1) * tables)
          .filter(i -> schedule.fixture(i).first() == 0).count();
      assertThat(Math.abs(2 * asFirst - tables)).as("round %d", round).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void fixture_halfARoundOfFirstLegs_seatsAlternateInAPairing() {
    FixedSchedule schedule = new FixedSchedule(roundRobin(4), 4, 2, false, 1, OpeningPolicy.SHARED);
    int perRound = schedule.size() / 4;

    assertThat(schedule.fixture(0).first()).isEqualTo(schedule.fixture(perRound).second());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void fixture_reversed_isTheSameGameFromTheOtherSeats(String format, int legs) {
    FixedSchedule usual = new FixedSchedule(pairings(format, 5), 4, legs, false, 3, OpeningPolicy.SHARED);
    FixedSchedule reversed = new FixedSchedule(pairings(format, 5), 4, legs, true, 3, OpeningPolicy.SHARED);

    for (int i = 0; i < usual.size(); i++) {
      Fixture was = usual.fixture(i);
      assertThat(reversed.fixture(i))
          .isEqualTo(new Fixture(i, was.round(), was.leg(), was.opening(), was.second(), was.first()));
    }
  }

  @Test
  void new_tooManyGames_isRefused() {
    assertThatThrownBy(() -> new FixedSchedule(roundRobin(100), 1_000_000, 2, false, 1, OpeningPolicy.SHARED))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("9900000000");
  }

  @Test
  void pairings_match_isForTwo() {
    assertThat(pairings("match", players(2))).containsExactly(new Pairing(0, 1));
    assertThatThrownBy(() -> pairings("match", players(3)))
        .isInstanceOf(BadInputException.class)
        .hasMessage("a match is between two players, not 3; try round-robin");
  }

  @Test
  void pairings_gauntletOfSeedsAlone_isRefused() {
    assertThatThrownBy(() -> pairings("gauntlet:seeds=3", players(3))).isInstanceOf(BadInputException.class);
  }

  @Test
  void pairings_ladder_isNeighboursAndTheirNeighbours() {
    assertThat(pairings("ladder", players(4))).containsExactly(
        new Pairing(0, 1), new Pairing(1, 2), new Pairing(2, 3), new Pairing(0, 2), new Pairing(1, 3));
    assertThat(pairings("ladder:reach=1", players(4))).containsExactly(
        new Pairing(0, 1), new Pairing(1, 2), new Pairing(2, 3));
    assertThat(pairings("ladder", players(2))).containsExactly(new Pairing(0, 1));
  }

  private static List<Spec> specs(String... specs) {
    return Arrays.stream(specs).map(Spec::parse).toList();
  }

  // Two agents with budgets of 1, 2 and 4 times the size: A 0 1 2, B 3 4 5.
  @Test
  void pairings_grid_isALadderForEachAgentAndEqualBudgetsAcross() {
    assertThat(pairings("grid", specs("a:nodes=1", "a:nodes=2", "a:nodes=4", "b:nodes=1", "b:nodes=2", "b:nodes=4")))
        .containsExactly(new Pairing(0, 1), new Pairing(1, 2), new Pairing(0, 2),
            new Pairing(3, 4), new Pairing(4, 5), new Pairing(3, 5),
            new Pairing(0, 3), new Pairing(1, 4), new Pairing(2, 5));
  }

  @Test
  void pairings_gridOfDifferentRanges_meetsWhereBudgetsAreEqual() {
    assertThat(pairings("grid", specs("a:nodes=1", "a:nodes=2", "b:nodes=2", "b:nodes=4")))
        .containsExactly(new Pairing(0, 1), new Pairing(2, 3), new Pairing(1, 2));
  }

  @Test
  void pairings_gridOfDifferentUnits_meetsRungByRung() {
    assertThat(pairings("grid", specs("a:nodes=100", "a:nodes=200", "b:depth=2", "b:depth=3")))
        .containsExactly(new Pairing(0, 1), new Pairing(2, 3), new Pairing(0, 2), new Pairing(1, 3));
  }

  @Test
  void fixture_openingsPlayedOnce_seatsAlternateFromOneToTheNext() {
    FixedSchedule schedule = new FixedSchedule(roundRobin(2), 4, 1, false, 4, OpeningPolicy.SHARED);

    assertThat(IntStream.range(0, 4).mapToObj(schedule::fixture)).containsExactly(
        new Fixture(0, 0, 0, 0, 0, 1), new Fixture(1, 1, 0, 1, 1, 0),
        new Fixture(2, 2, 0, 2, 0, 1), new Fixture(3, 3, 0, 3, 1, 0));
  }

  @Test
  void parse_anyFormat_isReadBack() {
    for (String text : List.of("match", "round-robin", "gauntlet", "gauntlet:seeds=2", "ladder", "ladder:reach=3", "grid",
        "grid:reach=1", "swiss", "swiss:rounds=7", "swiss:seeded=true", "swiss:rounds=7,seeded=true")) {
      assertThat(Format.parse(text)).hasToString(text);
    }
  }

  @Test
  void parse_unknownFormatOrOption_isRefusedWithTheNearest() {
    assertThatThrownBy(() -> Format.parse("round_robin"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("\"round_robin\" is no format; did you mean round-robin? There are gauntlet, grid, iso, ladder, match, "
            + "round-robin, swiss");
    assertThatThrownBy(() -> Format.parse("swiss:round=3"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("swiss has no option \"round\" (in \"swiss:round=3\"); did you mean rounds? It has rounds, seeded");
  }
}
