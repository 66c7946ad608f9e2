package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class TreeTest {
  private static final Thicket BIG = new Thicket(7, 2, 40, 40, 6, 1000);

  private static Tree grown() {
    Mcts mcts = Search.mcts(new Search.HashEvaluator());
    mcts.choose(BIG.start(), Search.nodes(5000));
    return mcts.tree();
  }

  @Test
  void keep_anyNode_keepsAllBelowItAndNothingElse() {
    for (int node = 1; node < 2000; node += 37) {
      Tree tree = grown();
      List<String> below = Trees.dump(tree, node);
      tree.keep(node, 0, () -> true);
      assertThat(Trees.dump(tree, Tree.ROOT)).as("below node %d", node).isEqualTo(below);
      assertThat(tree.size()).as("nodes below node %d", node).isEqualTo(below.size());
    }
  }

  /** As trees are that several threads have grown. */
  @Test
  void keep_childrenBeforeTheirParentAndGaps_keepsAllBelow() {
    Tree tree = new Tree(1 << 20);
    tree.growFor(100);
    tree.allot(100);
    hang(tree, Tree.ROOT, 60, 3);
    hang(tree, 62, 10, 2);
    hang(tree, 11, 30, 4);
    hang(tree, 33, 4, 1);
    hang(tree, 60, 90, 5);
    List<String> below = Trees.dump(tree, 62);
    tree.keep(62, 0, () -> true);
    assertThat(Trees.dump(tree, Tree.ROOT)).isEqualTo(below).hasSize(1 + 2 + 4 + 1).hasSize(tree.size());
  }

  private static void hang(Tree tree, int parent, int first, int count) {
    tree.expand(parent, first, count);
    for (int child = first; child < first + count; child++) {
      tree.set(child, child, 0);
      tree.setVisits(child, 1000 - child);
    }
  }

  @Test
  void closeGaps_unvisitedAmongVisited_putsThemBehindInTheirOrder() {
    Tree tree = new Tree(1);
    int first = tree.allot(6);
    int[] visits = {2, 0, 3, 0, 4, 0};
    tree.expand(Tree.ROOT, first, 6);
    tree.prefix[Tree.ROOT] = 5;
    for (int i = 0; i < 6; i++) {
      tree.set(first + i, 10 + i, 60 - i);
      tree.setVisits(first + i, visits[i]);
    }
    tree.closeGaps(Tree.ROOT);
    assertThat(Arrays.copyOfRange(tree.move, first, first + 6)).containsExactly(10, 12, 14, 11, 13, 15);
    assertThat(Arrays.copyOfRange(tree.visits, first, first + 6)).containsExactly(2, 3, 4, 0, 0, 0);
    assertThat(Arrays.copyOfRange(tree.prior, first, first + 6)).containsExactly(60, 58, 56, 59, 57, 55);
    assertThat(tree.prefix[Tree.ROOT]).isEqualTo((short) 3);
  }

  @Test
  void keep_withLeastVisits_cutsTheChildrenOfNodesWithFewerOnly() {
    Tree tree = grown();
    List<String> all = Trees.dump(tree, Tree.ROOT);
    tree.keep(Tree.ROOT, 16, () -> true);
    List<String> kept = Trees.dump(tree, Tree.ROOT);
    assertThat(kept).hasSizeLessThan(all.size() / 2).hasSize(tree.size());
    for (int node = 0; node < tree.size(); node++) {
      assertThat(tree.isExpanded(node)).as("node %d with %d visits", node, tree.visits[node])
          .isEqualTo(tree.visits[node] >= 16 && tree.isOpen(node));
    }
  }

  @Test
  void shrink_anyTree_leavesAtMostAboutHalf() {
    Tree tree = grown();
    int before = tree.size();
    tree.shrink(() -> true);
    assertThat(tree.size()).isBetween(before / 16, before / 2 + 1);
  }

  /** Wherever that happens, and if clearing is broken off as well. */
  @Test
  void keep_brokenOff_leavesATreeThatCanBeClearedAndGrown() {
    int nodes = 60_000;
    List<String> fresh = Trees.dump(bush(new Tree(4 << 20), nodes), Tree.ROOT);
    int questions = 0;
    for (boolean done = false; !done; questions++) {
      Tree tree = bush(new Tree(4 << 20), nodes);
      done = tree.keep(1, 0, atMost(questions));
      if (!done) {
        assertThat(tree.isExpanded(Tree.ROOT)).as("seems to know something").isFalse();
      } else {
        assertThat(tree.size()).as("nodes that stay").isBetween(nodes / 4, nodes / 2);
      }
      tree.clear();
      assertThat(tree.size()).isEqualTo(1);
      assertThat(Trees.dump(bush(tree, nodes), Tree.ROOT)).as("broken off at question %d", questions).isEqualTo(fresh);
    }
    assertThat(questions).isGreaterThan(15);
  }

  private static BooleanSupplier atMost(int questions) {
    int[] asked = {0};
    return () -> asked[0]++ < questions;
  }

  /** So many nodes, three below each but the last ones. */
  private static Tree bush(Tree tree, int nodes) {
    tree.growFor(nodes);
    for (int node = Tree.ROOT; tree.size() + 3 <= nodes; node++) {
      hang(tree, node, tree.allot(3), 3);
    }
    return tree;
  }

  @Test
  void sortRootChildren_newPriors_putsVisitedFirstThenTheGreaterPrior() {
    Tree tree = new Tree(1);
    int first = tree.size();
    int[] priors = {5, 4, 3, 2, 1};
    int[] visits = {2, 1, 0, 0, 0};
    for (int i = 0; i < 5; i++) {
      tree.setVisits(tree.add(10 + i, priors[i]), visits[i]);
    }
    tree.expand(Tree.ROOT, first, 5);
    tree.setPrior(first, 1);
    tree.setPrior(first + 4, 9);
    tree.sortRootChildren();
    int[] moves = new int[5];
    for (int i = 0; i < 5; i++) {
      moves[i] = tree.move[first + i];
    }
    assertThat(moves).containsExactly(11, 10, 14, 12, 13);
  }

  @Test
  void allot_noRoomLeft_isRefused() {
    Tree tree = new Tree(1);
    assertThat(tree.allot(1000)).isEqualTo(1);
    assertThat(tree.allot(24)).isEqualTo(Tree.NONE);
    assertThat(tree.allot(23)).isEqualTo(1001);
  }
}
