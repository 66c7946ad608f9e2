package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;

import mesa.core.Rng;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static boolean[][] graph(int size, int... ends) {
    boolean[][] edges = new boolean[size][size];
    for (int i = 0; i < ends.length; i += 2) {
      edges[ends[i]][ends[i + 1]] = true;
      edges[ends[i + 1]][ends[i]] = true;
    }
    return edges;
  }

  // A pentagon with a tail at each of two corners: only through the blossom can all but one be paired.
  @Test
  void pairs_oddCircles_areSeenThrough() {
    assertThat(Matching.pairs(graph(5, 0, 1, 1, 2, 2, 3, 3, 4, 4, 0))).isEqualTo(2);
    assertThat(Matching.pairs(graph(6, 0, 1, 1, 2, 2, 0, 2, 3, 3, 4, 4, 5, 5, 3))).isEqualTo(3);
    assertThat(Matching.pairs(graph(8, 0, 1, 1, 2, 2, 3, 3, 4, 4, 0, 1, 5, 3, 6, 6, 7))).isEqualTo(4);
  }

  @Test
  void pairs_starOrNothing_isOneOrNone() {
    assertThat(Matching.pairs(graph(4, 0, 1, 0, 2, 0, 3))).isEqualTo(1);
    assertThat(Matching.pairs(graph(4))).isZero();
    assertThat(Matching.pairs(graph(0))).isZero();
  }

  @Test
  void pairs_randomGraphs_areAsManyAsTryingAllFinds() {
    Rng rng = new Rng(1);
    for (int trial = 0; trial < 2000; trial++) {
      int size = 2 + rng.below(8);
      boolean[][] edges = new boolean[size][size];
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < a; b++) {
          edges[a][b] = rng.below(3) == 0;
          edges[b][a] = edges[a][b];
        }
      }
      assertThat(Matching.pairs(edges)).as("trial " + trial).isEqualTo(most(edges, (1 << size) - 1));
    }
  }

  private static int most(boolean[][] edges, int left) {
    if (left == 0) {
      return 0;
    }
    int a = Integer.numberOfTrailingZeros(left);
    int rest = left & left - 1;
    int best = most(edges, rest);
    for (int b = a + 1; b < edges.length; b++) {
      if ((rest >> b & 1) != 0 && edges[a][b]) {
        best = Math.max(best, 1 + most(edges, rest & ~(1 << b)));
      }
    }
    return best;
  }
}
