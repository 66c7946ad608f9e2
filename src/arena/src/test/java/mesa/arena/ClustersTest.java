package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClustersTest {
  private static final int DRAW = 1;

  private final Encounter encounter = new Encounter(new Pairing(0, 1));

  private void add(int round, int opening, long firstHash, long secondHash) {
    encounter.add(round, 0, DRAW, firstHash, opening);
    encounter.add(round, 1, DRAW, secondHash, opening);
  }

  @Test
  void new_sameGamesOverAndOver_areOneCluster() {
    for (int round = 0; round < 20; round++) {
      add(round, 0, 100, 200);
    }
    Clusters clusters = new Clusters(encounter);

    assertThat(clusters.rule()).isEqualTo(Clusters.Rule.DISTINCT);
    assertThat(clusters.count()).isEqualTo(1);
    assertThat(encounter.distinctGames()).isEqualTo(2);
  }

  @Test
  void new_twoOpeningsRepeatedAlike_areTwoClusters() {
    for (int round = 0; round < 20; round++) {
      add(round, round % 2, 100 + round % 2, 200);
    }
    Clusters clusters = new Clusters(encounter);

    assertThat(clusters.rule()).isEqualTo(Clusters.Rule.DISTINCT);
    assertThat(clusters.count()).isEqualTo(2);
    assertThat(clusters.of(0)).isEqualTo(clusters.of(2)).isNotEqualTo(clusters.of(1));
  }

  @Test
  void new_oneOpeningDifferentGames_areAClusterEach() {
    for (int round = 0; round < 20; round++) {
      add(round, 0, round, 100 + round % 3);
    }
    Clusters clusters = new Clusters(encounter);

    assertThat(clusters.rule()).isEqualTo(Clusters.Rule.PAIR);
    assertThat(clusters.count()).isEqualTo(20);
  }

  @Test
  void new_openingsRepeatedWithDifferentGames_areAClusterEachOpening() {
    for (int round = 0; round < 20; round++) {
      add(round, round % 5, round, 100 + round);
    }
    Clusters clusters = new Clusters(encounter);

    assertThat(clusters.rule()).isEqualTo(Clusters.Rule.OPENING);
    assertThat(clusters.count()).isEqualTo(5);
  }

  @Test
  void new_openingsWithoutRepeats_areAClusterEach() {
    for (int round = 0; round < 20; round++) {
      add(round, round, round, round);
    }

    assertThat(new Clusters(encounter).count()).isEqualTo(20);
  }

  @Test
  void statistics_halfAPair_isLeftOut() {
    add(0, 0, 1, 2);
    encounter.add(1, 0, DRAW, 3, 0);
    PairStatistics statistics = new Clusters(encounter).statistics(encounter);

    assertThat(statistics.units()).isEqualTo(1);
    assertThat(encounter.games()).containsExactly(0, 3, 0);
  }

  // The two openings are met from one seat each, as seats in turn bring about.
  @Test
  void new_singleGamesOfTwoOpenings_areAClusterEachOpening() {
    Encounter single = new Encounter(new Pairing(0, 1), 1);
    for (int round = 0; round < 20; round++) {
      single.add(round, round % 2, DRAW, round, round % 2);
    }
    Clusters clusters = new Clusters(single);

    assertThat(clusters.rule()).isEqualTo(Clusters.Rule.OPENING);
    assertThat(clusters.count()).isEqualTo(2);
  }

  @Test
  void statistics_singleGames_areUnitsOfTheirOwn() {
    Encounter single = new Encounter(new Pairing(0, 1), 1);
    single.add(0, 0, 2, 1, 0);
    single.add(1, 1, 2, 2, 0);
    single.add(2, 0, 0, 3, 0);
    PairStatistics statistics = single.clusters().statistics(single);

    assertThat(statistics.counts()).as("lost, drawn, won").containsExactly(1, 0, 2);
    assertThat(statistics.clusters()).isEqualTo(3);
    assertThat(single.clusters().rule()).isEqualTo(Clusters.Rule.GAME);
  }
}
