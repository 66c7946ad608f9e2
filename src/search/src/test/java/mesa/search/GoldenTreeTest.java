package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import mesa.core.Game;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;

/** Whole search trees, written down, so that a change of the search shows what it changes. */
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

  @Test
  void choose_ticTacToeWithAFork_growsTheTreeOnFile() throws IOException {
    // X forks with a2, at the ends of the middle row and of the first column: won on the third ply.
    Game game = Registry.load().game("tictactoe");
    Position position = game.parse("xo./.x./..o x");
    Mcts mcts = Search.mcts(new UniformEvaluator());
    mcts.choose(position, Search.nodes(60));
    assertThat(write(mcts.tree(), position, 1)).isEqualTo(read("tictactoe-tree.txt"));
  }

  private static String read(String file) throws IOException {
    try (InputStream in = GoldenTreeTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Writes the nodes with at least so many visits, children below their parent. */
  private static String write(Tree tree, Position position, int leastVisits) {
    StringBuilder text = new StringBuilder();
    write(tree, Tree.ROOT, position, "root", 0, leastVisits, text);
    return text.toString();
  }

  private static void write(
      Tree tree, int node, Position position, String move, int depth, int leastVisits, StringBuilder text) {
    String proof = tree.isOpen(node) ? "" : " proven in " + tree.distance[node];
    text.append(String.format(
        Locale.ROOT, "%-10s N %4d  q %6.3f  P %.3f%s%n",
        "  ".repeat(depth) + move, tree.visits[node], tree.value(node), (double) tree.prior(node) / Tree.CERTAIN, proof));
    for (int child = 0; child < tree.count[node]; child++) {
      int next = tree.firstChild[node] + child;
      if (tree.visits[next] >= leastVisits) {
        String name = position.format(tree.move[next]);
        position.make(tree.move[next]);
        write(tree, next, position, name, depth + 1, leastVisits, text);
        position.unmake();
      }
    }
  }
}
