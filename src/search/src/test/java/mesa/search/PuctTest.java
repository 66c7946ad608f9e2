package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;

class PuctTest {
  @Test
  void select_twoChildren_weighsMeanAgainstPriorAndVisits() {
    Tree tree = new Tree(1 << 20);
    int first = addChildren(tree, 0.5, 0.5);
    visit(tree, first, 3, 0.3f);
    visit(tree, first + 1, 1, 0.1f);
    tree.visits[Tree.ROOT] = 5;
    // C(5) = sqrt 5 = 2.236: 0.3 + 2.236 x 0.5 / 4 = 0.58 against 0.1 + 2.236 x 0.5 / 2 = 0.66.
    assertThat(new Puct(1, 0.5, 0).select(tree, Tree.ROOT, tree.visits[Tree.ROOT], 0)).isEqualTo(first + 1);
    // Without exploration the mean decides.
    assertThat(new Puct(0, 0.5, 0).select(tree, Tree.ROOT, tree.visits[Tree.ROOT], 0)).isEqualTo(first);
  }

  @Test
  void select_unvisitedChild_countsAsItsParentLessTheReduction() {
    Tree tree = new Tree(1 << 20);
    int first = addChildren(tree, 0.64, 0.36);
    visit(tree, first, 1, 0);
    tree.visits[Tree.ROOT] = 2;
    // The parent's mean is 0.2; the reduction is 0.5 sqrt 0.64 = 0.4.
    assertThat(new Puct(0, 0.5, 0).select(tree, Tree.ROOT, tree.visits[Tree.ROOT], 0.2f)).isEqualTo(first + 1);
    assertThat(new Puct(0, 0.5, 0.5).select(tree, Tree.ROOT, tree.visits[Tree.ROOT], 0.2f)).isEqualTo(first);
  }

  @Test
  void select_childLostForTheMover_isPassedOver() {
    Tree tree = new Tree(1 << 20);
    int first = addChildren(tree, 0.9, 0.1);
    visit(tree, first, 10, 0.9f);
    visit(tree, first + 1, 1, -0.9f);
    tree.visits[Tree.ROOT] = 12;
    tree.prove(first, Verdict.of(-1, 3));
    assertThat(new Puct(1, 0.5, 0).select(tree, Tree.ROOT, tree.visits[Tree.ROOT], 0)).isEqualTo(first + 1);
  }

  /** The urgency would be 0.5 less than a loss, and 1 + it less than nothing. */
  @Test
  void select_onlyLostChildrenVisited_triesTheUnvisitedOneHoweverLowItsUrgency() {
    Tree tree = new Tree(1 << 20);
    int first = addChildren(tree, 0.81, 0.19);
    visit(tree, first, 1, -1);
    tree.prove(first, Verdict.of(-1, 2));
    tree.visits[Tree.ROOT] = 2;
    Puct puct = new Puct(0, 0.5, 1);
    assertThat(puct.select(tree, Tree.ROOT, 2, -0.6f)).isEqualTo(first + 1);
    Lead lead = new Lead();
    puct.select(tree, Tree.ROOT, 2, -0.6f, lead);
    assertThat(lead.place).isEqualTo(1);
    assertThat(lead.visits).isZero();
  }

  @Test
  void select_randomTrees_agreesWithAScanOfAllChildren() {
    Rng rng = new Rng(1);
    Tree tree = new Tree(1 << 20);
    for (int trial = 0; trial < 10_000; trial++) {
      tree.clear();
      int count = 1 + rng.below(40);
      double[] priors = new double[count];
      double sum = 0;
      for (int i = 0; i < count; i++) {
        priors[i] = rng.below(3) == 0 && i > 0 ? priors[i - 1] : rng.unit(); // Equal priors are common.
        sum += priors[i];
      }
      double total = sum;
      double[] sorted = Arrays.stream(priors).map(prior -> -prior / total).sorted().map(Math::abs).toArray();
      int first = addChildren(tree, sorted);
      int visited = rng.below(count + 1);
      int visits = 1;
      for (int i = 0; i < visited; i++) {
        int n = 1 + rng.below(50);
        visit(tree, first + i, n, (float) (2 * rng.unit() - 1));
        visits += n;
        if (rng.below(8) == 0) {
          tree.prove(first + i, Verdict.of(-1, 1));
        }
      }
      tree.visits[Tree.ROOT] = visits;
      float mean = (float) (2 * rng.unit() - 1);
      double c = rng.unit() * 3;
      double reduction = rng.unit();
      int chosen = new Puct(c, 0.5, reduction).select(tree, Tree.ROOT, tree.visits[Tree.ROOT], mean);
      double best = Double.NEGATIVE_INFINITY;
      for (int child = first; child < first + count; child++) {
        best = Math.max(best, score(tree, child, first, c, reduction, mean));
      }
      assertThat(score(tree, chosen, first, c, reduction, mean)).as("trial %d", trial).isGreaterThanOrEqualTo(best - 1e-5);
    }
  }

  /** The formula as it stands in the class's text, for every child alike. */
  private static double score(Tree tree, int child, int first, double c, double reduction, double mean) {
    if (tree.proof(child) < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double visitedPrior = 0;
    for (int i = first; i < first + tree.count(Tree.ROOT); i++) {
      visitedPrior += tree.visits[i] > 0 ? (double) tree.prior(i) / Tree.CERTAIN : 0;
    }
    double q = tree.visits[child] > 0 ? tree.q[child] : Math.max(-1, mean - reduction * Math.sqrt(visitedPrior));
    double prior = (double) tree.prior(child) / Tree.CERTAIN;
    return q + c * Math.sqrt(tree.visits[Tree.ROOT]) * prior / (1 + tree.visits[child]);
  }

  private static int addChildren(Tree tree, double... priors) {
    return Trees.hang(tree, Tree.ROOT, Arrays.stream(priors).mapToInt(prior -> (int) Math.round(prior * Tree.CERTAIN)).toArray());
  }

  private static void visit(Tree tree, int child, int visits, float q) {
    tree.setVisits(child, visits);
    tree.q[child] = q;
    tree.prefix[Tree.ROOT]++;
  }
}
