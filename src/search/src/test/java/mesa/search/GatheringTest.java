package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import mesa.core.BadInputException;
import mesa.core.BatchEvaluator;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Decision;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatheringTest {
  /** Wide and deep enough that no search here proves its root. */
  private static final Thicket BIG = new Thicket(7, 2, 40, 40, 6, 1000);

  /** Ends early and often. */
  private static Thicket small(int seed, int sides) {
    return new Thicket(seed, sides, 2, 6, 3, 20);
  }

  private static Mcts mcts(BatchEvaluator evaluator, int batch) {
    return mcts(evaluator, batch, new Puct(1.25, 0.5, 0), null, 64 << 20, false);
  }

  private static Mcts mcts(
      BatchEvaluator evaluator, int batch, Puct puct, GumbelRoot gumbel, long treeBytes, boolean reuse) {
    return new Mcts(List.of(evaluator), new MctsSettings(
        puct, new RootPriors(1, 0, null), gumbel, 0, new Pace(false), treeBytes, 0, batch, reuse));
  }

  private static Panel panel(int slots) {
    return new Panel(new Search.HashEvaluator(), slots);
  }

  /** Where a leaf's children are there at once they are more than one by one, so only what was visited is compared. */
  private static List<String> visited(Mcts mcts) {
    return Trees.dump(mcts.tree(), Tree.ROOT).stream().filter(line -> !line.contains(": N 0 ")).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void choose_batchesOfOne_growTheTreeOfNoBatch(int sides) {
    for (int seed = 0; seed < 60; seed++) {
      Thicket game = new Thicket(seed, sides, 2, 8, 5, 40);
      int nodes = 1 + 37 * seed;
      Mcts alone = Search.textbook(new Search.HashEvaluator());
      Mcts gathering = mcts(panel(1), 1);
      Decision expected = alone.choose(game.start(), Search.nodes(nodes));
      Decision decision = gathering.choose(game.start(), Search.nodes(nodes));
      assertThat(visited(gathering)).as("seed %d", seed).isEqualTo(visited(alone));
      assertThat(decision.move()).as("seed %d", seed).isEqualTo(expected.move());
      assertThat(decision.policy()).as("seed %d", seed).isEqualTo(expected.policy());
    }
  }

  @Test
  void choose_batchesOfOneByGumbel_growTheTreeOfNoBatch() {
    for (int nodes = 2; nodes < 100; nodes++) {
      Mcts alone = new Mcts(List.of(new Search.HashEvaluator()), new MctsSettings(new Puct(1.25, 0.5, 0),
          new RootPriors(1, 0, null), new GumbelRoot(0, 16), 0, new Pace(false), 1 << 20, 0, 0, false));
      Mcts gathering = mcts(panel(1), 1, new Puct(1.25, 0.5, 0), new GumbelRoot(0, 16), 1 << 20, false);
      alone.choose(BIG.start(), Search.nodes(nodes));
      gathering.choose(BIG.start(), Search.nodes(nodes));
      assertThat(visited(gathering)).as("%d nodes", nodes).isEqualTo(visited(alone));
    }
  }

  /** The first playout judges the root by itself; then batches grow with the tree, to an eighth of its visits at most. */
  @Test
  void choose_manyNodes_fillsBatches() {
    Panel panel = panel(8);
    Meter meter = Search.nodes(2000);
    mcts(panel, 8).choose(BIG.start(), meter);
    assertThat(panel.runs.getFirst()).as("positions in the first run").isEqualTo(1);
    assertThat(panel.runs.stream().mapToInt(run -> run).max()).as("most positions in a run").hasValue(8);
    assertThat(panel.runs.stream().mapToInt(run -> run).sum()).as("positions in all, but the root").isEqualTo(1999);
    assertThat(meter.evaluations()).as("evaluations").isEqualTo(2000);
    List<Integer> later = panel.runs.subList(panel.runs.size() / 2, panel.runs.size());
    assertThat(later.stream().mapToInt(run -> run).average().orElseThrow())
        .as("mean fill of the later half: %s", later).isGreaterThan(4);
  }

  @ParameterizedTest
  @CsvSource({"1, 4", "2, 4", "63, 16", "64, 16", "65, 16", "800, 16", "801, 64"})
  void choose_nodeBudget_isSpentToTheLastAndEveryNodeIsAVisit(int nodes, int batch) {
    Mcts mcts = mcts(panel(batch), batch);
    Meter meter = Search.nodes(nodes);
    mcts.choose(BIG.start(), meter);
    assertThat(meter.nodes()).isEqualTo(nodes);
    assertThat(mcts.tree().visits[Tree.ROOT]).isEqualTo(nodes);
    new TreeInvariants(true).check(mcts.tree(), BIG.start());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 50, 51, 100})
  void choose_evaluationBudget_isSpentToTheLastAndLeavesNothingUnderWay(int evaluations) {
    Mcts mcts = mcts(panel(16), 16);
    Meter meter = new Budget(Long.MAX_VALUE, evaluations, Long.MAX_VALUE, Integer.MAX_VALUE, null).start(() -> 0);
    mcts.choose(BIG.start(), meter);
    assertThat(meter.evaluations()).isEqualTo(evaluations);
    assertThat(mcts.tree().visits[Tree.ROOT]).isEqualTo(evaluations);
    new TreeInvariants(true).check(mcts.tree(), BIG.start());
  }

  /** The clock goes on by a unit at each reading, and ends the search within some batch. */
  @Test
  void choose_clock_leavesNothingUnderWay() {
    for (int readings = 1; readings < 200; readings += 7) {
      Mcts mcts = mcts(panel(16), 16);
      long[] now = {0};
      Meter meter = Budget.UNLIMITED.withClock(Clock.perMove(1_000_000L * readings)).start(() -> now[0] += 1_000_000);
      mcts.choose(BIG.start(), meter);
      assertThat(now[0] / 1_000_000).as("readings of the clock, of %d", readings).isBetween(readings / 2L, readings + 10L);
      new TreeInvariants(true).check(mcts.tree(), BIG.start());
    }
  }

  /** Stopped from within its evaluator, as another thread would in the middle of a run. */
  @Test
  void choose_stopped_answersAfterTheRunUnderWay() {
    Meter meter = Search.unlimited();
    Panel panel = new Panel(new Search.HashEvaluator() {
      private int asked;

      @Override
      public float value(Position position) {
        if (++asked == 500) {
          meter.stop();
        }
        return super.value(position);
      }
    }, 16);
    Mcts mcts = mcts(panel, 16);
    mcts.choose(BIG.start(), meter);
    assertThat(mcts.tree().visits[Tree.ROOT]).as("visits").isBetween(500, 500 + 15);
    new TreeInvariants(true).check(mcts.tree(), BIG.start());
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "1, 16", "2, 3", "2, 16", "2, 100"})
  void choose_inMadeUpGames_growsASoundTree(int sides, int batch) {
    for (int seed = 0; seed < 60; seed++) {
      Position position = new Thicket(seed, sides, 2, 8, 5, 40).start();
      Mcts mcts = mcts(panel(batch), batch);
      Meter meter = Search.nodes(1 + 37 * seed);
      mcts.choose(position, meter);
      new TreeInvariants(true).check(mcts.tree(), position);
      if (mcts.tree().isOpen(Tree.ROOT)) {
        assertThat(mcts.tree().visits[Tree.ROOT]).as("visits, seed %d", seed).isEqualTo((int) meter.nodes());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void choose_thicketSmallEnoughToProve_agreesWithMinimax(int sides) {
    Mcts mcts = mcts(panel(8), 8);
    for (int seed = 0; seed < 300; seed++) {
      Position position = small(seed, sides).start();
      int expected = Search.minimax(position);
      Decision decision = mcts.choose(position, Search.nodes(100_000));
      assertThat(mcts.tree().isOpen(Tree.ROOT)).as("seed %d left open", seed).isFalse();
      assertThat(decision.value()).as("value for side 0, seed %d", seed).isEqualTo(expected);
      new TreeInvariants(true).check(mcts.tree(), position);
    }
  }

  /** Room for 1,024 nodes, of which each playout takes some four. */
  @Test
  void choose_treeFull_givesUpRarelyVisitedNodesAndPlaysOn() {
    Mcts mcts = mcts(panel(16), 16, new Puct(1.25, 0.5, 0), null, 1, false);
    Position position = BIG.start();
    mcts.choose(position, Search.nodes(20_000));
    assertThat(mcts.tree().size()).isBetween(300, 1024);
    assertThat(mcts.tree().visits[Tree.ROOT]).isEqualTo(20_000);
    new TreeInvariants(false).check(mcts.tree(), position);
  }

  @Test
  void choose_sameSeed_playsTheSameGame() {
    assertThat(game(panel(16))).isEqualTo(game(panel(16)));
  }

  /** What a position is answered does not depend on its company, but here the slots do, of which there are more. */
  @Test
  void choose_evaluatorWithMoreRoom_playsTheSameGame() {
    assertThat(game(panel(64))).isEqualTo(game(panel(16)));
  }

  private static List<List<String>> game(Panel panel) {
    List<List<String>> trees = new ArrayList<>();
    Mcts mcts = mcts(panel, 16, new Puct(1.25, 0.5, 0), null, 64 << 20, true);
    mcts.newGame(1);
    Position position = BIG.start();
    for (int ply = 0; ply < 6; ply++) {
      position.make(mcts.choose(position.copy(), Search.nodes(300)).move());
      trees.add(Trees.dump(mcts.tree(), Tree.ROOT));
    }
    return trees;
  }

  @Test
  void choose_treeReused_goesOnFromWhatIsKnown() {
    Panel panel = panel(16);
    Mcts mcts = mcts(panel, 16, new Puct(1.25, 0.5, 0), null, 64 << 20, true);
    mcts.choose(BIG.start(), Search.nodes(700));
    mcts.choose(BIG.start(), Search.nodes(300));
    assertThat(mcts.tree().visits[Tree.ROOT]).isEqualTo(1000);
    new TreeInvariants(true).check(mcts.tree(), BIG.start());
  }

  /** 64 playouts after the root's: 16 moves are visited once, then 8 twice more, 4 four times, 2 eight times. */
  @Test
  void choose_gumbel_gathersMovesOfOneRoundAlone() {
    Thicket wide = new Thicket(3, 2, 40, 40, 30, 1000);
    Panel panel = panel(16);
    mcts(panel, 16, new Puct(1.25, 0.5, 0), new GumbelRoot(0, 16), 1 << 22, false).choose(wide.start(), Search.nodes(65));
    assertThat(panel.runs).containsExactly(16, 8, 8, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 20})
  void choose_evaluatorThatFails_failsThatSearchAlone(int run) {
    Panel panel = panel(16);
    panel.fails = run;
    Mcts mcts = mcts(panel, 16, new Puct(1.25, 0.5, 0), null, 64 << 20, true);
    assertThatThrownBy(() -> mcts.choose(BIG.start(), Search.nodes(1000))).hasMessage("out of order");
    assertThat(mcts.analysis()).as("what is known of the failed search").isEmpty();
    Decision decision = mcts.choose(BIG.start(), Search.nodes(1000));
    Mcts sound = mcts(panel(16), 16, new Puct(1.25, 0.5, 0), null, 64 << 20, true);
    assertThat(decision.policy()).isEqualTo(sound.choose(BIG.start(), Search.nodes(1000)).policy());
    assertThat(Trees.dump(mcts.tree(), Tree.ROOT)).isEqualTo(Trees.dump(sound.tree(), Tree.ROOT));
  }

  @Test
  void chooseAmong_someMoves_gathersBelowThemAlone() {
    Moves among = new Moves();
    among.add(Moves.of(BIG.start()).get(1));
    among.add(Moves.of(BIG.start()).get(3));
    Mcts mcts = mcts(panel(4), 4);
    Meter meter = Search.nodes(300);
    mcts.chooseAmong(BIG.start(), among, meter);
    assertThat(meter.nodes()).isEqualTo(300);
    assertThat(mcts.tree().count(Tree.ROOT)).isEqualTo(2);
  }

  /** Uniform priors and no opinion, sixteen times at once and at no cost; for specs too. */
  public static final class Several implements BatchEvaluator {
    private final int[] counts = new int[16];

    /** Makes one. */
    public Several() {}

    @Override
    public int batchSize() {
      return counts.length;
    }

    @Override
    public void stage(int slot, Position position, Moves moves) {
      counts[slot] = moves.size();
    }

    @Override
    public void run(int count) {}

    @Override
    public float value(int slot) {
      return 0;
    }

    @Override
    public void priors(int slot, float[] into) {
      Arrays.fill(into, 0, counts[slot], 1f / counts[slot]);
    }

    @Override
    public float value(Position position) {
      return 0;
    }

    @Override
    public void priors(Position position, Moves moves, float[] into) {
      Arrays.fill(into, 0, moves.size(), 1f / moves.size());
    }
  }

  @Test
  void choose_warm_allocatesNothingPerPlayout() {
    Mcts mcts = mcts(new Several(), 16);
    Position position = BIG.start();
    mcts.choose(position, Search.nodes(50_000));
    mcts.choose(position, Search.nodes(50_000));
    assertThat(Search.bytesOf(mcts, position, 41_000)).isEqualTo(Search.bytesOf(mcts, position, 1000));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "mcts:batch=4,eval=uniform | batch=4 needs an evaluator that judges several positions in one run",
      "mcts:batch=17,eval=class:mesa.search.GatheringTest$Several | batch=17 is more than the 16 positions",
      "mcts:batch=4,eval=class:mesa.search.GatheringTest$Several,threads=2 | batch=4 does not go with threads=2",
      "mcts:batch=4,cache=1,eval=class:mesa.search.GatheringTest$Several | batch=4 does not go with cache=1"})
  void create_batchThatCannotBe_isRefusedWithTheReason(String spec, String message) {
    Game game = Registry.load().game("tictactoe");
    assertThatThrownBy(() -> Registry.load().entrant(game, spec).newPlayer().close())
        .isInstanceOf(BadInputException.class).hasMessageContaining(message).hasMessageContaining(spec);
  }

  @Test
  void create_batchOfOne_isForAnyEvaluator() {
    Game game = Registry.load().game("tictactoe");
    String moves = List.of("mcts:eval=uniform,batch=1", "mcts:eval=uniform").stream()
        .map(spec -> Registry.load().entrant(game, spec).newPlayer())
        .map(player -> Arrays.toString(player.choose(game.start(), Search.nodes(100)).policy()))
        .distinct().collect(Collectors.joining(" and "));
    assertThat(moves).as("one policy").doesNotContain("and");
  }
}
