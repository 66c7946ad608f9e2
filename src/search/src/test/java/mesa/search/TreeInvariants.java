package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;

/**
 * What holds in every search tree, whatever game it is of: checked node by node against the rules.
 *
 * @param whole whether all that was visited is still there: memory was enough and no earlier search cut anything off
 */
record TreeInvariants(boolean whole) {
  /** Half a 65535th for each child, and the error of a float sum. */
  private static double sumTolerance(int children) {
    return (0.5 * children + 1) / Tree.CERTAIN + 1e-5;
  }

  /**
   * Checks a tree.
   *
   * @param root the position searched; left as it was
   */
  void check(Tree tree, Position root) {
    if (tree.isOpen(Tree.ROOT)) {
      assertThat(tree.q[Tree.ROOT]).as("mean of the root, which nobody cuts off").isBetween(-1f, 1f);
    }
    int seen = check(tree, Tree.ROOT, root.copy(), root.sideToMove(), "");
    assertThat(seen).as("nodes below the root, of %d", tree.size()).isLessThanOrEqualTo(tree.size());
  }

  /** Checks a node and all below; returns how many they are. */
  private int check(Tree tree, int node, Position position, int chooser, String path) {
    String name = path.isEmpty() ? "the root" : path.strip();
    assertThat((double) tree.value(node)).as("value of %s", name).isBetween(-1.0, 1.0);
    assertThat(tree.weight(node)).as("weight of %s", name).isEqualTo((float) tree.prior(node) / (1 + tree.visits[node]));
    if (tree.isOpen(node) && tree.visits[node] > 0) {
      double mean = (double) tree.sum[node] / Tree.ONE / tree.visits[node];
      assertThat((double) tree.value(node)).as("mean of %s", name).isCloseTo(
          Math.clamp(mean, Verdict.least(tree.verdict(node)), Verdict.most(tree.verdict(node))), within(1e-6));
    }
    Outcome outcome = position.outcome();
    if (outcome.isOver()) {
      assertThat(tree.isExpanded(node)).as("%s, where the game is over, is expanded", name).isFalse();
      if (tree.visits[node] > 0) {
        assertThat(tree.isOpen(node)).as("%s, where the game is over, is open", name).isFalse();
        assertThat(tree.proof(node)).as("result of %s", name).isEqualTo(outcome.valueFor(chooser));
        assertThat((int) tree.distance[node]).as("plies left after %s", name).isZero();
      }
      return 1;
    }
    if (!tree.isExpanded(node)) {
      return 1;
    }
    checkChildren(tree, node, position, name);
    if (whole) {
      checkVerdict(tree, node, chooser == position.sideToMove() ? 1 : -1, name);
    }
    int mover = position.sideToMove();
    int seen = 1;
    for (int child = tree.firstChild[node]; child < tree.firstChild[node] + tree.places(node); child++) {
      String text = position.format(tree.move[child]);
      position.make(tree.move[child]);
      seen += check(tree, child, position, mover, path + " " + text);
      position.unmake();
    }
    return seen;
  }

  private void checkChildren(Tree tree, int node, Position position, String name) {
    int first = tree.firstChild[node];
    int count = tree.count(node);
    Moves legal = Moves.of(position);
    assertThat(count).as("moves of %s", name).isEqualTo(legal.size());
    assertThat(tree.places(node)).as("places for the children of %s", name).isBetween((int) tree.prefix[node], count);
    assertThat(tree.edges[node] + count).as("place of %s's moves", name).isLessThan(tree.moves.size());
    int[] moves = new int[count];
    double priors = 0;
    long visits = 0;
    int visited = 0;
    for (int i = 0; i < count; i++) {
      moves[i] = Trees.moveAt(tree, node, i);
      priors += (double) tree.priorAt(node, i) / Tree.CERTAIN;
      boolean isVisited = i < tree.places(node) && tree.visits[first + i] > 0;
      if (i < tree.places(node)) {
        int child = first + i;
        assertThat(child).as("place of %s's children", name).isBetween(1, tree.size() - 1).isNotEqualTo(node);
        assertThat(tree.move[child]).as("move to child %d of %s", i, name).isEqualTo(moves[i]);
        assertThat(tree.prior(child)).as("prior of child %d of %s", i, name).isEqualTo(tree.priorAt(node, i));
        visits += tree.visits[child];
        visited += isVisited ? 1 : 0;
      }
      if (i > 0) {
        boolean oneBefore = visited - (isVisited ? 1 : 0) == i;
        assertThat(!isVisited || oneBefore).as("child %d of %s is visited, but not the one before", i, name).isTrue();
        assertThat(!whole || isVisited != oneBefore || tree.priorAt(node, i) <= tree.priorAt(node, i - 1))
            .as("child %d of %s comes after one with a lesser prior", i, name).isTrue();
      }
    }
    assertThat(moves).as("moves from %s", name).containsExactlyInAnyOrder(legal.toArray());
    assertThat(priors).as("sum of priors below %s", name).isCloseTo(1, within(sumTolerance(count)));
    assertThat((int) tree.prefix[node]).as("children visited of %s", name).isEqualTo(visited);
    if (whole && tree.isOpen(node)) {
      assertThat((long) tree.visits[node]).as("visits of %s: its own and its children's", name).isEqualTo(1 + visits);
    } else {
      // A visit may also end at a proven node, or where there is no room.
      assertThat(visits).as("visits of %s's children, of %d", name, tree.visits[node]).isLessThan(tree.visits[node]);
    }
  }

  /** What is certain follows from the children, the distance of a win or loss too; where nobody need go, nobody does. */
  private static void checkVerdict(Tree tree, int node, int sign, String name) {
    int least = -1;
    int most = tree.isSpread(node) ? -1 : 1;
    int soonest = Integer.MAX_VALUE;
    int latestLoss = 0;
    for (int child = tree.firstChild[node]; child < tree.firstChild[node] + tree.places(node); child++) {
      boolean isOpen = tree.isOpen(child);
      int proof = tree.proof(child);
      least = Math.max(least, isOpen ? Verdict.least(tree.verdict(child)) : proof);
      most = Math.max(most, isOpen ? Verdict.most(tree.verdict(child)) : proof);
      soonest = proof > 0 ? Math.min(soonest, tree.distance[child]) : soonest;
      latestLoss = proof < 0 ? Math.max(latestLoss, tree.distance[child]) : latestLoss;
    }
    assertThat(tree.isOpen(node)).as("%s is open, its result between %d and %d", name, least, most)
        .isEqualTo(least != most && least < 1);
    if (!tree.isOpen(node)) {
      assertThat(tree.proof(node)).as("result of %s", name).isEqualTo(sign * least);
      if (least != 0) {
        assertThat((int) tree.distance[node]).as("plies left after %s", name)
            .isEqualTo(1 + (least == 1 ? soonest : latestLoss));
      }
      return;
    }
    assertThat(Verdict.least(tree.verdict(node))).as("least of %s", name).isEqualTo(sign > 0 ? least : -most);
    assertThat(Verdict.most(tree.verdict(node))).as("most of %s", name).isEqualTo(sign > 0 ? most : -least);
    for (int child = tree.firstChild[node]; child < tree.firstChild[node] + tree.places(node); child++) {
      assertThat(tree.q[child] < -1).as("nobody need go to %s after %s", tree.move[child], name)
          .isEqualTo(Verdict.most(tree.verdict(child)) <= least);
    }
  }
}
