package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A search tree worked out by hand; {@link GoldenSearchTest} has larger ones on file. */
class GoldenTreeTest {
  /** Pays 0.5, 0.25 and 0, the best arm with the least prior. */
  private static final Bandit BANDIT = new Bandit(new float[] {0.5f, 0.25f, 0}, new float[] {0.2f, 0.3f, 0.5f});

  @Test
  void choose_banditOneNodeAtATime_pullsAsWorkedOutByHand() {
    Mcts mcts = Search.mcts(BANDIT.evaluator(), new Puct(1, 0.5, 0), new RootPriors(1, 0, null), 1 << 20);
    // With N visits of the root, n of the arm, unvisited arms count as the root's mean m:
    //
    //  N  sqrt N    m      arm 0, P 0.2              arm 1, P 0.3              arm 2, P 0.5
    //  1  1.000   0.000    0.000 + 0.200 = 0.200     0.000 + 0.300 = 0.300     0.000 + 0.500   = 0.500 <
    //  2  1.414   0.000    0.000 + 0.283 = 0.283     0.000 + 0.424 = 0.424 <   0.000 + 0.707/2 = 0.354
    //  3  1.732   0.083    0.083 + 0.346 = 0.430     0.250 + 0.520/2 = 0.510 < 0.000 + 0.866/2 = 0.433
    //  4  2.000   0.125    0.125 + 0.400 = 0.525 <   0.250 + 0.600/3 = 0.450   0.000 + 1.000/2 = 0.500
    //  5  2.236   0.200    0.500 + 0.447/2 = 0.724 < 0.250 + 0.671/3 = 0.474   0.000 + 1.118/2 = 0.559
    //  6  2.449   0.250    0.500 + 0.490/3 = 0.663 < 0.250 + 0.735/3 = 0.495   0.000 + 1.225/2 = 0.612
    //  7  2.646   0.286    0.500 + 0.529/4 = 0.632   0.250 + 0.794/3 = 0.515   0.000 + 1.323/2 = 0.661 <
    int[] pulls = {2, 1, 1, 0, 0, 0, 2};
    int[] expected = new int[3];
    for (int i = 0; i < pulls.length; i++) {
      expected[pulls[i]]++;
      mcts.choose(BANDIT.start(), Search.nodes(i + 2));
      int[] visits = new int[3];
      Tree tree = mcts.tree();
      for (int child = 0; child < 3; child++) {
        int node = tree.firstChild[Tree.ROOT] + child;
        visits[tree.move[node]] = tree.visits[node];
      }
      assertThat(visits).as("visits of the arms with %d nodes", i + 2).isEqualTo(expected);
    }
  }
}
