package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClusteredMeanTest {
  // Clusters {1, 0} and {1, 1, 1}: mean 0.8; residual sums 1 - 1.6 = -0.6 and 3 - 2.4 = 0.6; variance 2/1 * 0.72 / 25 = 0.0576,
  // error 0.24; t(0.975, 1) = 12.7062.
  @Test
  void reach_twoClusters_isThatByHand() {
    ClusteredMean mean = new ClusteredMean();
    mean.add(7, 1);
    mean.add(7, 0);
    mean.add(9, 1);
    mean.add(9, 1);
    mean.add(9, 1);

    assertThat(mean.mean()).isEqualTo(0.8, within(1e-12));
    assertThat(mean.reach()).isEqualTo(12.7062 * 0.24, within(1e-4));
    assertThat(mean.clusters()).isEqualTo(2);
  }

  // Ten copies of a cluster's values tell no more than the cluster.
  @Test
  void reach_oneClusterOrNoScatter_isNone() {
    ClusteredMean one = new ClusteredMean();
    one.add(1, 0);
    one.add(1, 1);
    ClusteredMean level = new ClusteredMean();
    level.add(1, 1);
    level.add(2, 1);

    assertThat(one.reach()).isNaN();
    assertThat(level.reach()).isNaN();
    assertThat(new ClusteredMean().mean()).isNaN();
  }
}
