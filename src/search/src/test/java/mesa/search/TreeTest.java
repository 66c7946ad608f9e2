package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeTest {
  /** Some nodes have few moves and some have many. */
  private static final Thicket BIG = new Thicket(7, 2, 40, 40, 16, 1000);

  private static Tree grown() {
    Mcts mcts = Search.mcts(new Search.HashEvaluator());
    mcts.choose(BIG.start(), Search.nodes(5000));
    return mcts.tree();
  }

  private static List<Integer> nodes(Tree tree) {
    List<Integer> nodes = new ArrayList<>();
    Trees.forEach(tree, Tree.ROOT, nodes::add);
    return nodes;
  }

  @Test
  void keep_anyNode_keepsAllBelowItAndNothingElse() {
    List<Integer> nodes = nodes(grown());
    assertThat(nodes).hasSizeGreaterThan(3000);
    for (int i = 1; i < nodes.size(); i += 61) {
      Tree tree = grown();
      int node = nodes.get(i);
      List<String> below = Trees.dump(tree, node);
      tree.keep(node, 0, () -> true);
      assertThat(Trees.dump(tree, Tree.ROOT)).as("below node %d", node).isEqualTo(below);
      assertThat(tree.size()).as("nodes below node %d", node).isEqualTo(Trees.nodes(tree, Tree.ROOT));
      assertThat(tree.moves.size()).as("edges below node %d", node).isEqualTo(1 + edges(tree));
    }
  }

  private static int edges(Tree tree) {
    int[] edges = {0};
    Trees.forEach(tree, Tree.ROOT, node -> edges[0] += tree.hasEdges(node) ? 1 + tree.count(node) : 0);
    return edges[0];
  }

  @Test
  void growFor_heapEnds_isFullAndAsItWas() throws Exception {
    Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx32m", "-cp",
        System.getProperty("java.class.path"), FullHeap.class.getName()).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(Integer.parseInt(printed)).as("nodes in 32 MB").isBetween(1 << 17, (32 << 20) / Tree.BYTES_PER_NODE);
  }

  @Test
  void mean_nodeThatIsCutOff_isALossAtWorst() {
    Tree tree = new Tree(1 << 20);
    int first = Trees.hang(tree, Tree.ROOT, 40_000, 20_000);
    Trees.visit(tree, Tree.ROOT, 1, 1);
    tree.prove(first, Verdict.NOT_WON);
    tree.prove(first + 1, Verdict.of(0, 1));
    assertThat(Verdict.proof(tree.verdictOfChildren(Tree.ROOT, 1, Verdict.OPEN))).isZero();
    Tree open = new Tree(1 << 20);
    first = Trees.hang(open, Tree.ROOT, 30_000, 20_000, 10_000);
    Trees.visit(open, Tree.ROOT, 1, 1);
    open.prove(first, Verdict.NOT_WON);
    open.prove(first + 1, Verdict.of(0, 1));
    assertThat(open.verdictOfChildren(Tree.ROOT, 1, Verdict.OPEN)).isEqualTo(Verdict.NOT_LOST);
    assertThat(open.q[first]).as("so that nobody goes there").isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(open.mean(first)).isEqualTo(-1);
  }

  /** As where memory was full and the children of which that was known were dropped. */
  @Test
  void verdictOfChildren_boundsThatWereKnown_stand() {
    Tree tree = new Tree(1 << 20);
    int first = Trees.hang(tree, Tree.ROOT, 40_000, 20_000);
    Trees.visit(tree, Tree.ROOT, 1, 1);
    tree.prove(first, Verdict.NOT_WON);
    tree.prove(first + 1, Verdict.of(-1, 3));
    assertThat(tree.verdictOfChildren(Tree.ROOT, 1, Verdict.OPEN)).isEqualTo(Verdict.NOT_WON);
    assertThat(tree.verdictOfChildren(Tree.ROOT, -1, Verdict.OPEN)).isEqualTo(Verdict.NOT_LOST);
    for (int sign = -1; sign < 2; sign += 2) {
      int known = sign > 0 ? Verdict.NOT_LOST : Verdict.NOT_WON;
      assertThat(Verdict.proof(tree.verdictOfChildren(Tree.ROOT, sign, known))).as("a draw, sign %d", sign).isZero();
    }
    tree.prove(first, Verdict.NOT_LOST);
    assertThat(tree.verdictOfChildren(Tree.ROOT, 1, Verdict.NOT_WON) & 3).as("a draw by the most that was known")
        .isEqualTo(Verdict.DRAWN);
  }

  /** As trees are that several threads have grown. */
  @Test
  void keep_childrenBeforeTheirParentAndGaps_keepsAllBelow() {
    Tree tree = new Tree(1 << 20);
    tree.growFor(100, 0);
    tree.waste(tree.allot(100), 101);
    hang(tree, Tree.ROOT, 60, 3);
    hang(tree, 62, 10, 2);
    tree.moves.allot(77);
    hang(tree, 11, 30, 4);
    hang(tree, 33, 4, 1);
    hang(tree, 60, 90, 5);
    List<String> below = Trees.dump(tree, 62);
    tree.keep(62, 0, () -> true);
    assertThat(Trees.dump(tree, Tree.ROOT)).isEqualTo(below).hasSize(1 + 2 + 4 + 1).hasSize(tree.size());
    assertThat(tree.moves.size()).isEqualTo(1 + 3 + 5 + 2);
  }

  private static void hang(Tree tree, int parent, int first, int count) {
    Trees.hangAt(tree, parent, first, IntStream.range(0, count).map(place -> 1000 - place).toArray());
    Trees.visit(tree, parent, IntStream.range(0, count).map(place -> 1000 - first - place).toArray());
  }

  @Test
  void closeGaps_unvisitedAmongVisited_putsThemBehindInTheirOrder() {
    Tree tree = new Tree(1);
    int first = Trees.hang(tree, Tree.ROOT, 60, 59, 58, 57, 56, 55);
    Trees.visit(tree, Tree.ROOT, 2, 0, 3, 0, 4);
    tree.closeGaps(Tree.ROOT);
    assertThat(Arrays.copyOfRange(tree.move, first, first + 6)).containsExactly(0, 2, 4, 1, 3, 5);
    assertThat(Arrays.copyOfRange(tree.visits, first, first + 6)).containsExactly(2, 3, 4, 0, 0, 0);
    assertThat(Arrays.copyOfRange(tree.prior, first, first + 6)).containsExactly(60, 58, 56, 59, 57, 55);
    assertThat(tree.prefix[Tree.ROOT]).isEqualTo((short) 3);
    assertThat(IntStream.range(0, 6).map(place -> tree.moves.move(tree.edges[Tree.ROOT], place)))
        .as("moves in the order of the children").containsExactly(0, 2, 4, 1, 3, 5);
    assertThat(IntStream.range(0, 6).map(place -> tree.moves.prior(tree.edges[Tree.ROOT], place)))
        .as("priors").containsExactly(60, 58, 56, 59, 57, 55);
  }

  /** Twice as many places each time, until there is one for each move. */
  @Test
  void firstUnvisited_asOftenAsThereAreMoves_keepsWhatIsKnownOfThoseBefore() {
    Tree tree = new Tree(1);
    int node = Trees.hang(tree, Tree.ROOT, 1);
    int head = tree.moves.allot(6);
    tree.moves.setHead(head, 5, 0);
    for (int place = 0; place < 5; place++) {
      tree.moves.set(head, place, -place, 50 - place);
    }
    tree.expand(node, head);
    Lot lot = new Lot(tree, 1);
    List<Integer> places = new ArrayList<>();
    for (int visited = 0; visited < 5; visited++) {
      int child = lot.firstUnvisited(node);
      assertThat(child).isEqualTo(tree.firstChild[node] + visited);
      assertThat(tree.move[child]).as("move of child %d", visited).isEqualTo(-visited);
      assertThat(tree.prior(child)).as("prior of child %d", visited).isEqualTo(50 - visited);
      assertThat(tree.visits[child]).as("visits of child %d", visited).isZero();
      tree.write(child, 10 + visited, (long) visited << 20);
      tree.prefix[node]++;
      places.add(tree.places(node));
      for (int i = 0; i <= visited; i++) {
        int sibling = tree.firstChild[node] + i;
        assertThat(tree.visits[sibling]).as("visits of child %d, once %d are", i, visited + 1).isEqualTo(10 + i);
        assertThat(tree.sum[sibling]).as("sum of child %d", i).isEqualTo((long) i << 20);
        assertThat(tree.weight(sibling)).as("weight of child %d", i).isEqualTo((50f - i) / (11 + i));
      }
    }
    assertThat(places).containsExactly(1, 2, 4, 4, 5);
  }

  @Test
  void keep_withLeastVisits_cutsTheChildrenOfNodesWithFewerOnly() {
    Tree tree = grown();
    List<String> all = Trees.dump(tree, Tree.ROOT);
    tree.keep(Tree.ROOT, 16, () -> true);
    assertThat(Trees.dump(tree, Tree.ROOT)).hasSizeLessThan(all.size() / 2);
    assertThat(tree.size()).isEqualTo(Trees.nodes(tree, Tree.ROOT));
    for (int node = 0; node < tree.size(); node++) {
      assertThat(tree.isExpanded(node)).as("node %d with %d visits", node, tree.visits[node])
          .isEqualTo(tree.visits[node] >= 16 && tree.isOpen(node));
    }
  }

  @Test
  void shrink_anyTree_leavesAtMostAboutHalf() {
    Tree tree = grown();
    int before = tree.size();
    int edgesBefore = tree.moves.size();
    tree.shrink(() -> true);
    assertThat(tree.size()).isBetween(before / 16, before / 2 + 1);
    assertThat(tree.moves.size()).isBetween(edgesBefore / 16, edgesBefore / 2 + 1);
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
    tree.growFor(nodes, 2 * nodes);
    for (int node = Tree.ROOT; tree.size() + 3 <= nodes; node++) {
      hang(tree, node, tree.allot(3), 3);
    }
    return tree;
  }

  @Test
  void sortRootChildren_newPriors_putsVisitedFirstThenTheGreaterPrior() {
    Tree tree = new Tree(1);
    int first = Trees.hang(tree, Tree.ROOT, 5, 4, 3, 2, 1);
    Trees.visit(tree, Tree.ROOT, 2, 1);
    tree.setPrior(first, 1);
    tree.setPrior(first + 4, 9);
    tree.sortRootChildren();
    assertThat(Arrays.copyOfRange(tree.move, first, first + 5)).containsExactly(1, 0, 4, 2, 3);
    assertThat(IntStream.range(0, 5).map(place -> tree.moves.move(tree.edges[Tree.ROOT], place)))
        .as("moves in the order of the children").containsExactly(1, 0, 4, 2, 3);
  }

  @Test
  void allot_noRoomLeft_isRefused() {
    Tree tree = new Tree(1);
    assertThat(tree.allot(1000)).isEqualTo(1);
    assertThat(tree.allot(24)).isEqualTo(Tree.NONE);
    assertThat(tree.allot(23)).isEqualTo(1001);
  }

  /** Whatever is used more of; the last time all that is left is shared out. */
  @Test
  void growFor_moreAndMore_staysWithinTheBoundAndUsesIt() {
    for (int edgesPerNode : new int[] {1, 5, 40}) {
      long bytes = 5_000_000;
      Tree tree = new Tree(bytes);
      int times = 0;
      for (; tree.growFor(100, 100 * edgesPerNode); times++) {
        tree.allot(100);
        tree.moves.allot(100 * edgesPerNode);
        assertThat((long) tree.visits.length * Tree.BYTES_PER_NODE + (long) tree.moves.room() * Edges.BYTES)
            .as("bytes after %d times", times).isLessThanOrEqualTo(bytes);
      }
      assertThat(tree.filled()).as("thousandths in use, %d edges a node", edgesPerNode).isBetween(950, 1000);
    }
  }
}
