package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mesa.core.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @Test
  void pairings_fourPlayers_areTheCircleOrder() {
    assertThat(Format.ROUND_ROBIN.pairings(4)).containsExactly(
        new Pairing(0, 3), new Pairing(1, 2),
        new Pairing(0, 1), new Pairing(2, 3),
        new Pairing(0, 2), new Pairing(1, 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 12, 13})
  void pairings_roundRobin_eachOnceAndNobodyTwiceInATurn(int players) {
    List<Pairing> pairings = Format.ROUND_ROBIN.pairings(players);

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
    assertThat(Format.GAUNTLET.pairings(4))
        .containsExactly(new Pairing(0, 1), new Pairing(0, 2), new Pairing(0, 3));
  }

  @Test
  void fixture_threePlayers_goesRoundByRoundWithSwappedSeats() {
    Schedule schedule = new Schedule(Format.ROUND_ROBIN, 3, 2, 2, OpeningPolicy.SHARED);

    assertThat(schedule.size()).isEqualTo(12);
    assertThat(schedule.fixture(0)).isEqualTo(new Fixture(0, 0, 0, 0, 1, 2));
    assertThat(schedule.fixture(1)).isEqualTo(new Fixture(1, 0, 1, 0, 2, 1));
    assertThat(schedule.fixture(2)).isEqualTo(new Fixture(2, 0, 0, 0, 1, 0));
    assertThat(schedule.fixture(3)).isEqualTo(new Fixture(3, 0, 1, 0, 0, 1));
    assertThat(schedule.fixture(4)).isEqualTo(new Fixture(4, 0, 0, 0, 0, 2));
    assertThat(schedule.fixture(6)).isEqualTo(new Fixture(6, 1, 0, 1, 2, 1));
  }

  // Others let a pairing see rounds / gcd(pairings, rounds) openings: 10 of 100 for five players.
  @ParameterizedTest
  @EnumSource
  void fixture_anyTournament_everyPairingSeesAsManyOpeningsAsItCan(OpeningPolicy policy) {
    for (int players = 2; players <= 12; players++) {
      for (int openings = 1; openings <= 50; openings += 7) {
        for (int rounds : new int[] {1, 10, 60}) {
          Schedule schedule = new Schedule(Format.ROUND_ROBIN, players, rounds, openings, policy);
          Map<Set<Integer>, Set<Integer>> seen = new HashMap<>();
          for (int i = 0; i < schedule.size(); i++) {
            Fixture fixture = schedule.fixture(i);
            seen.computeIfAbsent(Set.of(fixture.first(), fixture.second()), any -> new HashSet<>()).add(fixture.opening());
          }
          int possible = Math.min(rounds, openings);
          assertThat(seen.values())
              .as("%d players, %d rounds, %d openings, %s", players, rounds, openings, policy)
              .allMatch(of -> of.size() == possible);
        }
      }
    }
  }

  @Test
  void fixture_spread_pairingsOfOneRoundPlayDifferentOpenings() {
    Schedule schedule = new Schedule(Format.ROUND_ROBIN, 4, 1, 12, OpeningPolicy.SPREAD);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < schedule.size(); i += 2) {
      seen.add(schedule.fixture(i).opening());
    }

    assertThat(seen).hasSize(6);
  }

  // Others seat by the parity of a global number, so that with an even number of pairings seats never change.
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void fixture_anyPrefix_seatsOfAPairingDifferByOneAtMost(int players) {
    Schedule schedule = new Schedule(Format.ROUND_ROBIN, players, 10, 1, OpeningPolicy.SHARED);
    Map<Pairing, Integer> balance = new HashMap<>();
    for (int i = 0; i < schedule.size(); i++) {
      Fixture fixture = schedule.fixture(i);
      boolean asNamed = fixture.first() < fixture.second();
      Pairing pairing = asNamed
          ? new Pairing(fixture.first(), fixture.second())
          : new Pairing(fixture.second(), fixture.first());
      int now = balance.merge(pairing, asNamed ? 1 : -1, Integer::sum);
      assertThat(Math.abs(now)).as("%s after game %d", pairing, i).isLessThanOrEqualTo(1);
      if (fixture.leg() == 1) {
        assertThat(now).as("%s after its pair %d", pairing, fixture.round()).isZero();
      }
    }
  }

  @Test
  void fixture_halfARoundOfFirstLegs_seatsAlternateInAPairing() {
    Schedule schedule = new Schedule(Format.ROUND_ROBIN, 4, 4, 1, OpeningPolicy.SHARED);
    int perRound = schedule.size() / 4;

    assertThat(schedule.fixture(0).first()).isEqualTo(schedule.fixture(perRound).second());
  }

  @Test
  void new_tooManyGames_isRefused() {
    assertThatThrownBy(() -> new Schedule(Format.ROUND_ROBIN, 100, 1_000_000, 1, OpeningPolicy.SHARED))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("9900000000");
  }

  @Test
  void parse_unknownFormat_isRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Format.parse("swiss"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("\"swiss\" is no format; there are round-robin, gauntlet");
  }
}
