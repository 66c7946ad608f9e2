package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GumbelRootTest {
  private static Mcts mcts(Bandit bandit, double noise, long seed) {
    return mcts(bandit, noise, 16, seed);
  }

  private static Mcts mcts(Bandit bandit, double noise, int considered, long seed) {
    Mcts mcts = new Mcts(List.of(bandit.evaluator()), new MctsSettings(new Puct(1.25, 0.5, 0),
        new RootPriors(1, 0, null), new GumbelRoot(noise, considered), 0.2f, new Pace(false), 1 << 20, 0, 0, true));
    mcts.newGame(seed);
    return mcts;
  }

  private static int[] visits(Mcts mcts, int arms) {
    int[] visits = new int[arms];
    Tree tree = mcts.tree();
    for (int child = tree.firstChild[Tree.ROOT]; child < tree.firstChild[Tree.ROOT] + arms; child++) {
      visits[tree.move[child]] = tree.visits[child];
    }
    return visits;
  }

  /**
   * Sequential halving by hand, with the first node for the root. Four arms make two rounds: eight playouts are 8/(2 x 4)
   * = 1 for each of four, then 8/(2 x 2) = 2 for each of two. Sixteen are 2 each, then 4 each.
   */
  @ParameterizedTest
  @CsvSource({"8, 1 1 3 3", "16, 2 2 6 6", "4, 1 1 1 1", "3, 1 1 1 0", "12, 1 1 5 5"})
  void choose_fourArms_halvesTheArmsSequentially(int playouts, String expected) {
    Bandit bandit = new Bandit(
        new float[] {-0.5f, -0.25f, 0.25f, 0.5f}, new float[] {0.28f, 0.26f, 0.24f, 0.22f});
    Mcts mcts = mcts(bandit, 0, 1);
    Decision decision = mcts.choose(bandit.start(), Search.nodes(1 + playouts));
    int[] visits = visits(mcts, 4);
    assertThat(visits[0] + " " + visits[1] + " " + visits[2] + " " + visits[3]).isEqualTo(expected);
    if (playouts >= 4) {
      assertThat(decision.move()).as("the arm that pays most").isEqualTo(3);
    }
  }

  /**
   * With every number of arms and playouts, all playouts are made, and as many arms get as many visits as sequential
   * halving gives them.
   */
  @ParameterizedTest
  @CsvSource({"16", "4", "3", "2"})
  void choose_anyArmsAndPlayouts_visitsAddUpToTheSchedule(int considered) {
    for (int arms = 2; arms <= 20; arms++) {
      float[] priors = new float[arms];
      float[] pays = new float[arms];
      for (int i = 0; i < arms; i++) {
        priors[i] = 2f * (arms - i) / (arms * (arms + 1));
        pays[i] = (i * 7 % arms - arms / 2f) / arms;
      }
      Bandit bandit = new Bandit(pays, priors);
      for (int playouts = 1; playouts <= 64; playouts++) {
        Mcts mcts = mcts(bandit, 0, considered, 1);
        mcts.choose(bandit.start(), Search.nodes(1 + playouts));
        int[] visits = visits(mcts, arms);
        assertThat(Arrays.stream(visits).sum()).as("visits of %d arms in %d playouts", arms, playouts).isEqualTo(playouts);
        assertThat(Arrays.stream(visits).sorted().toArray()).as("%d arms, %d playouts", arms, playouts)
            .isEqualTo(Arrays.stream(halving(arms, considered, playouts)).sorted().toArray());
      }
    }
  }

  /** Sequential halving as the paper has it (Karnin et al. 2013; Danihelka et al. 2022, figure 1): visits by rank. */
  private static int[] halving(int arms, int considered, int playouts) {
    int[] visits = new int[arms];
    int survivors = Math.min(considered, arms);
    int rounds = (int) Math.ceil(Math.log(survivors) / Math.log(2) - 1e-9);
    int left = playouts;
    while (left > 0) {
      int each = Math.max(1, playouts / (rounds * survivors));
      for (int i = 0; i < each * survivors && left > 0; i++, left--) {
        visits[i % survivors]++;
      }
      survivors = Math.max(2, survivors / 2);
    }
    return visits;
  }

  /** At most sixteen of twenty arms are looked at: those with the greatest priors. */
  @Test
  void choose_manyArms_considersSixteen() {
    float[] pays = new float[20];
    float[] priors = new float[20];
    for (int i = 0; i < 20; i++) {
      priors[i] = (20 - i) / 210f;
    }
    Bandit bandit = new Bandit(pays, priors);
    Mcts mcts = mcts(bandit, 0, 1);
    mcts.choose(bandit.start(), Search.nodes(1 + 16));
    int[] visits = visits(mcts, 20);
    for (int i = 0; i < 20; i++) {
      assertThat(visits[i]).as("arm %d", i).isEqualTo(i < 16 ? 1 : 0);
    }
  }

  /** If not told how many, as many as sequential halving visits twice in its first round, at most sixteen of twenty. */
  @ParameterizedTest
  @CsvSource({"8, 2", "15, 2", "16, 4", "32, 4", "47, 4", "48, 8", "64, 8", "127, 8", "128, 16", "1000, 16"})
  void choose_numberNotGiven_considersWhatCanBeVisitedTwice(int nodes, int expected) {
    float[] priors = new float[20];
    for (int i = 0; i < 20; i++) {
      priors[i] = (20 - i) / 210f;
    }
    Bandit bandit = new Bandit(new float[20], priors);
    Mcts mcts = mcts(bandit, 0, 0, 1);
    mcts.choose(bandit.start(), Search.nodes(nodes));
    assertThat(Arrays.stream(visits(mcts, 20)).filter(visits -> visits > 0)).hasSize(expected);
  }

  /** That is as many as are considered in a search without end, however large the number. */
  @Test
  void choose_moreNodesThanAnIntegerHolds_considersSixteen() {
    float[] priors = new float[20];
    Arrays.fill(priors, 0.05f);
    Bandit bandit = new Bandit(new float[20], priors);
    Mcts mcts = mcts(bandit, 0, 0, 1);
    mcts.choose(bandit.start(), new Budget(1L << 31, 100, Long.MAX_VALUE, Integer.MAX_VALUE, null).start(() -> 0));
    assertThat(Arrays.stream(visits(mcts, 20)).filter(visits -> visits > 0)).hasSize(16);
  }

  /**
   * Where only evaluations are limited, 64 playouts are planned. The others go by PUCT, and with noise as without nearly
   * all go to the arm that pays most.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void choose_pastThePlan_findsTheArmThatPaysMost(double noise) {
    float[] pays = new float[20];
    float[] priors = new float[20];
    for (int i = 0; i < 20; i++) {
      pays[i] = i == 13 ? 0.9f : 0.5f;
      priors[i] = (20 - i) / 210f;
    }
    Bandit bandit = new Bandit(pays, priors);
    for (int seed = 0; seed < 20; seed++) {
      Mcts mcts = mcts(bandit, noise, 4, seed);
      Meter meter =
          new Budget(Long.MAX_VALUE, 4000, Long.MAX_VALUE, Integer.MAX_VALUE, null).start(() -> 0);
      assertThat(mcts.choose(bandit.start(), meter).move()).as("arm played with seed %d", seed).isEqualTo(13);
      int[] visits = visits(mcts, 20);
      assertThat(visits[13]).as("visits of the best arm, of %s, with seed %d", Arrays.toString(visits), seed)
          .isGreaterThan(Arrays.stream(visits).sum() * 3 / 4);
    }
  }

  /** A position of tic-tac-toe in which a1 wins and three other moves, considered first, are soon seen to draw. */
  @Test
  void choose_allConsideredAreProven_looksAtTheOthers() {
    Game game = Registry.load().game("tictactoe");
    Position position = game.parse(".../.oo/.xx x");
    Entrant entrant = Registry.load().entrant(game, "mcts:eval=uniform,root=gumbel,considered=3,nodes=300");
    try (Player mcts = entrant.newPlayer()) {
      mcts.newGame(1);
      assertThat(position.format(mcts.choose(position, Search.nodes(300)).move())).isEqualTo("a1");
    }
  }

  /** What the method promises: with noise, the arm chosen pays more on average than one drawn from the priors. */
  @ParameterizedTest
  @CsvSource({"2", "4", "8", "16"})
  void choose_fewPlayoutsWithNoise_improveOnThePriors(int playouts) {
    Rng rng = new Rng(playouts);
    double improvement = 0;
    for (int trial = 0; trial < 400; trial++) {
      float[] pays = new float[6];
      float[] priors = new float[6];
      float sum = 0;
      for (int i = 0; i < 6; i++) {
        pays[i] = (float) (1.8 * rng.unit() - 0.9);
        priors[i] = 0.05f + (float) rng.unit();
        sum += priors[i];
      }
      double expected = 0;
      for (int i = 0; i < 6; i++) {
        priors[i] /= sum;
        expected += priors[i] * pays[i];
      }
      Bandit bandit = new Bandit(pays, priors);
      int move = mcts(bandit, 1, trial).choose(bandit.start(), Search.nodes(1 + playouts)).move();
      improvement += (pays[move] - expected) / 400;
    }
    assertThat(improvement).as("mean improvement with %d playouts", playouts).isGreaterThan(0.1);
  }

  @Test
  void choose_anyBudget_givesAPolicyOverTheMovesAndKeepsToIt() {
    Bandit bandit = new Bandit(new float[] {0.9f, -0.9f, 0}, new float[] {0.1f, 0.8f, 0.1f});
    for (int nodes = 1; nodes < 200; nodes += 7) {
      Meter meter = Search.nodes(nodes);
      Decision decision = mcts(bandit, 0, 1).choose(bandit.start(), meter);
      assertThat(meter.nodes()).isEqualTo(nodes);
      assertThat(decision.policy()[0] + decision.policy()[1] + decision.policy()[2]).isCloseTo(1, within(1e-5f));
      if (nodes > 3) {
        assertThat(decision.move()).isZero();
        assertThat(decision.policy()[0]).as("share of the best arm with %d nodes", nodes).isGreaterThan(0.5f);
      }
    }
  }

  /** Once proven, the result counts more than any score. */
  @Test
  void choose_thicket_playsProvenResults() {
    int proven = 0;
    for (int seed = 0; seed < 60; seed++) {
      Position position = new Thicket(seed, 2, 2, 5, 2, 12).start();
      Mcts mcts = new Mcts(List.of(new Search.HashEvaluator()), new MctsSettings(new Puct(10, 0.5, 0),
          new RootPriors(1, 0, null), new GumbelRoot(0, 16), 0.2f, new Pace(false), 1 << 22, 0, 0, true));
      int expected = Search.minimax(position);
      Decision decision = mcts.choose(position, Search.nodes(20_000));
      if (!mcts.tree().isOpen(Tree.ROOT)) {
        proven++;
        position.make(decision.move());
        assertThat(Search.minimax(position)).as("seed %d", seed).isEqualTo(expected);
      }
    }
    assertThat(proven).isGreaterThan(30);
  }
}
