package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import mesa.core.Analysis;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.core.Settlement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MctsTest {
  /** Wide and deep enough that no search here proves its root. */
  private static final Thicket BIG = new Thicket(7, 2, 40, 40, 6, 1000);

  @Test
  void choose_nodeBudget_isSpentOnPlayoutsToTheLast() {
    Mcts mcts = Search.mcts(new Search.HashEvaluator());
    Meter meter = Search.nodes(800);
    mcts.choose(BIG.start(), meter);
    assertThat(meter.nodes()).isEqualTo(800);
    assertThat(mcts.tree().visits[Tree.ROOT]).isEqualTo(800);
  }

  @Test
  void choose_anyNode_hasOneVisitMoreThanItsChildren() {
    Mcts mcts = Search.mcts(new Search.HashEvaluator());
    mcts.choose(BIG.start(), Search.nodes(5000));
    Tree tree = mcts.tree();
    Trees.forEach(tree, Tree.ROOT, node -> {
      if (tree.isExpanded(node) && tree.isOpen(node)) { // A proven node is visited without going on to its children.
        int sum = 0;
        for (int child = 0; child < tree.places(node); child++) {
          sum += tree.visits[tree.firstChild[node] + child];
        }
        assertThat(tree.visits[node]).as("visits of node %d", node).isEqualTo(1 + sum);
      }
    });
  }

  @Test
  void choose_sameSeedAndBudget_growsTheSameTree() {
    Mcts one = Search.mcts(new RolloutEvaluator(1, 300));
    Mcts two = Search.mcts(new RolloutEvaluator(1, 300));
    two.choose(BIG.start(), Search.nodes(123));
    one.newGame(5);
    two.newGame(5);
    Decision first = one.choose(BIG.start(), Search.nodes(2000));
    Decision second = two.choose(BIG.start(), Search.nodes(2000));
    assertThat(second.move()).isEqualTo(first.move());
    assertThat(second.policy()).isEqualTo(first.policy());
    assertThat(two.tree().size()).isEqualTo(one.tree().size());
    assertThat(two.tree().visits).startsWith(Arrays.copyOf(one.tree().visits, one.tree().size()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void choose_thicketSmallEnoughToProve_agreesWithMinimax(int sides) {
    Mcts mcts = Search.mcts(new Search.HashEvaluator());
    for (int seed = 0; seed < 300; seed++) {
      Position position = new Thicket(seed, sides, 2, 6, 3, 20).start();
      int expected = Search.minimax(position);
      Decision decision = mcts.choose(position, Search.nodes(100_000));
      assertThat(mcts.tree().isOpen(Tree.ROOT)).as("seed %d left open", seed).isFalse();
      assertThat(decision.value()).as("value for side 0, seed %d", seed).isEqualTo(expected);
      position.make(decision.move());
      assertThat(Search.minimax(position)).as("value after the move, seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void choose_oneNode_playsTheGreatestPriorAndReturnsThePriors() {
    Position position = BIG.start();
    Moves moves = Moves.of(position);
    float[] priors = new float[moves.size()];
    new Search.HashEvaluator().priors(position, moves, priors);
    Decision decision = Search.mcts(new Search.HashEvaluator()).choose(position, Search.nodes(1));
    int best = 0;
    for (int i = 0; i < priors.length; i++) {
      best = priors[i] > priors[best] ? i : best;
      assertThat(decision.policy()[i]).isCloseTo(priors[i], within(1e-5f));
    }
    assertThat(decision.move()).isEqualTo(moves.get(best));
    assertThat(decision.value()).isEqualTo(new Search.HashEvaluator().value(position));
  }

  @Test
  void choose_withoutAnyTime_stillTriesMoves() {
    Mcts mcts = Search.mcts(new Search.HashEvaluator());
    Meter meter = Budget.UNLIMITED.withClock(Clock.perMove(0)).start(() -> 0);
    Decision decision = mcts.choose(BIG.start(), meter);
    assertThat(decision.policy()).as("visits").isNotNull();
    assertThat(meter.nodes() + meter.evaluations()).as("nodes and evaluations").isBetween(64L, 192L);
  }

  @Test
  void choose_evaluationBudget_isNotExceeded() {
    Mcts mcts = Search.mcts(new Search.HashEvaluator());
    Meter meter = new Budget(Long.MAX_VALUE, 100, Long.MAX_VALUE, Integer.MAX_VALUE, null).start(() -> 0);
    mcts.choose(BIG.start(), meter);
    assertThat(meter.evaluations()).isEqualTo(100);
  }

  /** The last playout finds no evaluation left. */
  @ParameterizedTest
  @CsvSource({"1, slack=0", "300, slack=0", "300, slack=0.2", "301, threads=2",
      "300, 'eval=class:mesa.search.GatheringTest$Several,batch=16'"})
  void choose_evaluationsAlone_countsTheNodesThatAreVisits(long evaluations, String options) {
    Game chess = Registry.load().game("chess");
    try (Mcts mcts = (Mcts) Registry.load().entrant(chess, "mcts:" + options).newPlayer()) {
      Meter meter = new Budget(Long.MAX_VALUE, evaluations, Long.MAX_VALUE, Integer.MAX_VALUE, null).start(() -> 0);
      mcts.choose(chess.start(), meter);
      assertThat(meter.evaluations()).as("evaluations").isEqualTo(evaluations);
      assertThat(meter.nodes()).as("nodes").isEqualTo(mcts.tree().visits[Tree.ROOT]);
    }
  }

  /** Room for 1,024 nodes, of which each playout takes some three. */
  @Test
  void choose_treeFull_givesUpRarelyVisitedNodesAndPlaysOn() {
    Mcts mcts = Search.mcts(new Search.HashEvaluator(), new Puct(1.25, 0.5, 0), new RootPriors(1, 0, null), 1);
    Position position = BIG.start();
    Decision decision = mcts.choose(position, Search.nodes(20_000));
    Tree tree = mcts.tree();
    assertThat(tree.size()).isBetween(300, 1024);
    assertThat(tree.visits[Tree.ROOT]).isEqualTo(20_000);
    int sum = 1;
    for (int child = tree.firstChild[Tree.ROOT]; child < tree.firstChild[Tree.ROOT] + tree.count(Tree.ROOT); child++) {
      sum += tree.visits[child];
    }
    assertThat(sum).as("the root's own visit and its children's").isEqualTo(20_000);
    assertThat(Moves.of(position).contains(decision.move())).isTrue();
    assertThat(position.movesMade()).isZero();
  }

  /** Every proof here takes more nodes than fit at once. */
  @Test
  void choose_treeFull_stillProvesWhatItCan() {
    Mcts mcts = Search.mcts(new Search.HashEvaluator(), new Puct(50, 0.5, 0), new RootPriors(1, 0, null), 1);
    int proven = 0;
    for (int seed = 0; seed < 40; seed++) {
      Position position = new Thicket(seed, 2, 3, 6, 4, 12).start();
      int expected = Search.minimax(position);
      Decision decision = mcts.choose(position, Search.nodes(100_000));
      if (!mcts.tree().isOpen(Tree.ROOT)) {
        proven++;
        assertThat(decision.value()).as("seed %d", seed).isEqualTo(expected);
      }
    }
    assertThat(proven).isGreaterThan(20);
  }

  private static Mcts reusing(Evaluator evaluator, float slack) {
    return new Mcts(List.of(evaluator), new MctsSettings(
        new Puct(1.25, 0.5, 0), new RootPriors(1, 0, null), null, slack, new Pace(false), 64 << 20, 0, 0, true));
  }

  @Test
  void choose_samePositionAgain_goesOnAsIfNeverInterrupted() {
    Mcts twice = reusing(new Search.HashEvaluator(), 0);
    Mcts once = reusing(new Search.HashEvaluator(), 0);
    twice.choose(BIG.start(), Search.nodes(700));
    twice.choose(BIG.start(), Search.nodes(1300));
    once.choose(BIG.start(), Search.nodes(2000));
    assertThat(twice.tree().size()).isEqualTo(once.tree().size());
    assertThat(Trees.dump(twice.tree(), Tree.ROOT)).isEqualTo(Trees.dump(once.tree(), Tree.ROOT));
  }

  /** Some minutes of thinking about one position, and reuse adds them up. */
  @ParameterizedTest
  @ValueSource(strings = {"slack=0", "slack=0.2", "threads=2", "eval=class:mesa.search.GatheringTest$Several,batch=16"})
  void choose_visitsNoLongerFitTheirCount_endsAndAnswers(String options) {
    Game chess = Registry.load().game("chess");
    try (Mcts mcts = (Mcts) Registry.load().entrant(chess, "mcts:" + options).newPlayer()) {
      mcts.choose(chess.start(), Search.nodes(300));
      mcts.tree().setVisits(Tree.ROOT, Integer.MAX_VALUE - 500);
      Decision decision = mcts.choose(chess.start(), Search.nodes(2000));
      assertThat(mcts.tree().visits[Tree.ROOT]).isEqualTo(Integer.MAX_VALUE - 1);
      assertThat(decision.value()).as("value").isBetween(-1f, 1f);
      mcts.choose(chess.start(), Search.nodes(2000));
      assertThat(mcts.tree().visits[Tree.ROOT]).as("asked once more").isEqualTo(Integer.MAX_VALUE - 1);
    }
  }

  @Test
  void choose_twoMovesLater_startsFromWhatIsKnown() {
    Mcts mcts = reusing(new Search.HashEvaluator(), 0);
    Position position = BIG.start();
    position.make(mcts.choose(position.copy(), Search.nodes(3000)).move());
    int reply = mcts.tree().firstChild[ChildOrder.best(mcts.tree(), Tree.ROOT)];
    int known = mcts.tree().visits[reply];
    List<String> below = Trees.dump(mcts.tree(), reply);
    position.make(mcts.tree().move[reply]);
    assertThat(known).isGreaterThan(10);
    Meter stopped = Search.nodes(1);
    stopped.stop();
    mcts.choose(position.copy(), stopped);
    List<String> kept = Trees.dump(mcts.tree(), Tree.ROOT);
    assertThat(kept.subList(1, kept.size())).isEqualTo(below.subList(1, below.size()));
    mcts.choose(position.copy(), Search.nodes(25));
    assertThat(mcts.tree().visits[Tree.ROOT]).isEqualTo(known + 25);
  }

  /** Time runs out at each look at the clock in turn; the first of them are while the tree of the last search is moved. */
  @Test
  void choose_outOfTimeWhileTheTreeIsMoved_playsWhatItKnowsToBeBest() {
    int given = 0;
    for (int looks = 0; looks < 40; looks++) {
      Mcts mcts = reusing(new Search.HashEvaluator(), 0);
      Position position = BIG.start();
      position.make(mcts.choose(position.copy(), Search.nodes(60_000)).move());
      int reply = mcts.tree().firstChild[ChildOrder.best(mcts.tree(), Tree.ROOT)];
      int best = mcts.tree().move[ChildOrder.best(mcts.tree(), reply)];
      position.make(mcts.tree().move[reply]);
      int[] left = {looks + 1};
      Meter meter = Budget.UNLIMITED.withClock(Clock.perMove(1_000_000_000L))
          .start(() -> left[0]-- > 0 ? 0 : 2_000_000_000L);
      Decision decision = mcts.choose(position.copy(), meter);
      if (decision.policy() == null) {
        given++;
        assertThat(decision.move()).as("at look %d", looks).isEqualTo(best);
        assertThat(mcts.analysis()).isEmpty();
      }
      mcts.choose(position.copy(), Search.nodes(500));
      new TreeInvariants(true).check(mcts.tree(), position);
      assertThat(mcts.tree().visits[Tree.ROOT]).as("visits after look %d", looks).isGreaterThanOrEqualTo(500);
    }
    assertThat(given).as("searches that gave their tree up").isPositive();
  }

  /** A megabyte is full several times over. */
  @Test
  void choose_outOfTimeWhileRoomIsMade_answersAndStartsAfresh() {
    int given = 0;
    for (int looks = 1; looks < 4000 && given < 20; looks += 1 + looks / 50) {
      Mcts mcts = Search.mcts(new Search.HashEvaluator(), new Puct(1.25, 0.5, 0), new RootPriors(1, 0, null), 1 << 20);
      int[] left = {looks};
      Meter meter = Budget.UNLIMITED.withClock(Clock.perMove(1_000_000_000L))
          .start(() -> left[0]-- > 0 ? 0 : 2_000_000_000L);
      Decision decision = mcts.choose(BIG.start(), meter);
      assertThat(Moves.of(BIG.start()).contains(decision.move())).as("legal after look %d", looks).isTrue();
      if (decision.policy() == null) {
        given++;
        mcts.choose(BIG.start(), Search.nodes(500));
        new TreeInvariants(true).check(mcts.tree(), BIG.start());
      }
    }
    assertThat(given).as("searches that gave their tree up").isPositive();
  }

  @Test
  void choose_otherGameOfTheSameLength_startsAfresh() {
    Mcts mcts = reusing(new Search.HashEvaluator(), 0);
    mcts.choose(BIG.start(), Search.nodes(500));
    mcts.choose(new Thicket(8, 2, 40, 40, 6, 1000).start(), Search.nodes(100));
    assertThat(mcts.tree().visits[Tree.ROOT]).isEqualTo(100);
  }

  /** After one more quiet move by each side the first is drawn; with the counter at nothing the rook wins. */
  @Test
  void choose_positionThatDiffersInACounterAlone_startsAfresh() {
    Game chess = Registry.load().game("chess");
    Mcts mcts = (Mcts) Registry.load().entrant(chess, "mcts:eval=material").newPlayer();
    mcts.choose(chess.parse("7k/8/5K2/8/8/8/2R5/8 w - - 99 80"), Search.nodes(500));
    assertThat(mcts.tree().isOpen(Tree.ROOT)).as("drawn by the counter").isFalse();
    mcts.choose(chess.parse("7k/8/5K2/8/8/8/2R5/8 w - - 0 80"), Search.nodes(500));
    assertThat(mcts.tree().proof(Tree.ROOT)).as("won, for the rook mates in three").isEqualTo(1);
  }

  /** The knights have come back by another way; which positions were there before is not the same. */
  @Test
  void choose_samePositionByOtherMoves_startsAfresh() {
    Game chess = Registry.load().game("chess");
    Mcts mcts = (Mcts) Registry.load().entrant(chess, "mcts:eval=material").newPlayer();
    for (String moves : List.of("g1f3 g8f6 f3g1 f6g8", "b1c3 b8c6 c3b1 c6b8")) {
      Position position = chess.start();
      for (String move : moves.split(" ")) {
        position.make(position.parseMove(move));
      }
      mcts.choose(position, Search.nodes(300));
      assertThat(mcts.tree().visits[Tree.ROOT]).as("visits after %s", moves).isEqualTo(300);
    }
  }

  /** All but one of o's moves lose at once; the seven other ways must not be visited in its place. */
  @Test
  void choose_unvisitedMovesCountLessThanALoss_areVisitedRatherThanALostMove() {
    Registry registry = Registry.load();
    Game game = registry.game("tictactoe");
    Mcts mcts = (Mcts) registry.entrant(game, "mcts:eval=uniform,slack=0,fpu=5").newPlayer();
    mcts.newGame(1);
    mcts.choose(game.parse("xx./.o./... o"), Search.nodes(50));
    assertThat(mcts.tree().value(Tree.ROOT)).as("value where o can draw").isGreaterThan(-0.5f);
  }

  @Test
  void choose_valueCache_answersWithoutAnEvaluation() {
    int[] asked = new int[2];
    for (int cached = 0; cached < 2; cached++) {
      Mcts mcts = new Mcts(List.of(new Search.HashEvaluator()), new MctsSettings(
          new Puct(1.25, 0.5, 0), new RootPriors(1, 0, null), null, 0.2f, new Pace(false), 64 << 20, cached << 20, 0, false));
      mcts.choose(BIG.start(), Search.nodes(1000));
      Meter again = Search.nodes(1000);
      Decision decision = mcts.choose(BIG.start(), again);
      asked[cached] = (int) again.evaluations();
      assertThat(decision.policy()).isEqualTo(
          Search.mcts(new Search.HashEvaluator()).choose(BIG.start(), Search.nodes(1000)).policy());
    }
    assertThat(asked[1]).as("evaluations with a cache, %d without", asked[0]).isLessThan(asked[0] * 2 / 3);
  }

  @Test
  void choose_rootNoise_changesTheTreeWithTheSeedAlone() {
    Mcts mcts = Search.mcts(new UniformEvaluator(), new Puct(1.25, 0.5, 0), new RootPriors(1, 0.25, null), 1 << 20);
    float[][] policies = new float[3][];
    for (int i = 0; i < 3; i++) {
      mcts.newGame(i / 2);
      policies[i] = mcts.choose(BIG.start(), Search.nodes(1)).policy();
    }
    assertThat(policies[1]).isEqualTo(policies[0]);
    assertThat(policies[2]).isNotEqualTo(policies[0]);
  }

  @Test
  void choose_warm_allocatesNothingPerPlayout() {
    Mcts mcts = Search.mcts(new UniformEvaluator());
    Position position = BIG.start();
    mcts.choose(position, Search.nodes(50_000));
    mcts.choose(position, Search.nodes(50_000));
    assertThat(Search.bytesOf(mcts, position, 41_000)).isEqualTo(Search.bytesOf(mcts, position, 1000));
  }

  /**
   * Equal priors, so that the first playouts go round: arm 0, then 1, 2, 3; from the second round on the visits go to
   * arm 2, which pays most. Arm 0 leads as long as each has one visit, for ties go by mean.
   */
  @Test
  void choose_bandit_settlesWhenTheBestArmFirstLeads() {
    Bandit bandit = new Bandit(new float[] {0.1f, -0.5f, 0.9f, -0.5f}, new float[] {0.25f, 0.25f, 0.25f, 0.25f});
    long atFirst = settled(bandit, 1).nodes();
    assertThat(atFirst).as("one node: the first of equal priors").isEqualTo(1);
    Settlement settlement = settled(bandit, 2000);
    assertThat(settlement.nodes()).as("node at which arm 2 came to lead").isEqualTo(4);
  }

  private static Settlement settled(Bandit bandit, long nodes) {
    Meter meter = Search.nodes(nodes);
    Decision decision = Search.mcts(bandit.evaluator()).choose(bandit.start(), meter);
    return meter.settledOn(decision.move()).orElseThrow();
  }

  /** By whole playouts: with fewer nodes than it took to settle another move would have been played, with as many or more the same. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void choose_thicket_playsTheMoveItSettledOnFromThenOn(int sides) {
    int settledLate = 0;
    for (int seed = 0; seed < 60; seed++) {
      Position position = new Thicket(seed, sides, 2, 8, 4, 60).start();
      Meter meter = Search.nodes(400);
      int move = Search.textbook(new Search.HashEvaluator()).choose(position, meter).move();
      long at = meter.settledOn(move).orElseThrow().nodes();
      for (long nodes = at; nodes <= meter.nodes(); nodes += 1 + (meter.nodes() - at) / 5) {
        assertThat(played(position, nodes)).as("seed %d, settled at %d, budget %d", seed, at, nodes).isEqualTo(move);
      }
      if (at > 1) {
        settledLate++;
        assertThat(played(position, at - 1)).as("seed %d, one node before %d", seed, at).isNotEqualTo(move);
      }
    }
    assertThat(settledLate).isGreaterThan(10);
  }

  private static int played(Position position, long nodes) {
    return Search.textbook(new Search.HashEvaluator()).choose(position, Search.nodes(nodes)).move();
  }

  /** Where values are smooth; else any two searches part company, those of two seeds too. */
  @ParameterizedTest
  @CsvSource({"connectfour, mcts:eval=threats, ''", "hex:size=7, mcts:eval=distance, ''", "chess, mcts:eval=material, ''",
      "connectfour, mcts:eval=threats, ',threads=2'",
      "chess, mcts:eval=material, ',threads=2'"})
  void choose_byTasks_visitsTheRootsMovesHardlyOtherwiseThanByWholePlayouts(String gameSpec, String spec, String threads) {
    Registry registry = Registry.load();
    Game game = registry.game(gameSpec);
    Rng rng = new Rng(1);
    double apart = 0;
    for (int trial = 0; trial < 10; trial++) {
      Position position = game.start();
      for (int ply = 0; ply < 4; ply++) {
        Moves moves = Moves.of(position);
        position.make(moves.get(rng.below(moves.size())));
      }
      float[] whole = policy(registry.entrant(game, spec + ",nodes=3000,slack=0"), position);
      float[] tasks = policy(registry.entrant(game, spec + ",nodes=3000" + threads), position);
      for (int i = 0; i < whole.length; i++) {
        apart += Math.abs(whole[i] - tasks[i]) / 2 / 10;
      }
    }
    assertThat(apart).as("share of visits spent elsewhere").isBetween(1e-6, 0.06);
  }

  private static float[] policy(Entrant entrant, Position position) {
    try (Player player = entrant.newPlayer()) {
      return player.choose(position.copy(), entrant.budget().start(() -> 0)).policy();
    }
  }

  @Test
  void choose_evaluatorFailsInATask_startsAfreshNextTime() {
    AtomicBoolean fails = new AtomicBoolean();
    Evaluator failing = new Search.HashEvaluator() {
      @Override
      public float value(Position position) {
        if (fails.get()) {
          throw new IllegalStateException("no value today");
        }
        return super.value(position);
      }
    };
    Position position = BIG.start();
    Mcts mcts = reusing(failing, 0.2f);
    mcts.choose(position, Search.nodes(2000));
    fails.set(true);
    assertThatThrownBy(() -> mcts.choose(position.copy(), Search.nodes(2000))).hasMessage("no value today");
    fails.set(false);
    mcts.choose(position, Search.nodes(1000));
    assertThat(mcts.tree().visits[Tree.ROOT]).isEqualTo(1000);
    new TreeInvariants(true).check(mcts.tree(), position);
  }

  @Test
  void analysis_afterASearch_tellsEveryMoveAndALegalLine() {
    Mcts mcts = Search.mcts(new Search.HashEvaluator());
    Position position = BIG.start();
    Decision decision = mcts.choose(position, Search.nodes(3000));
    List<Analysis.Line> lines = mcts.analysis().orElseThrow().lines();
    assertThat(lines).hasSize(Moves.of(position).size());
    assertThat(lines.getFirst().moves().getFirst()).isEqualTo(decision.move());
    assertThat(lines.stream().mapToLong(Analysis.Line::visits).sum()).as("playouts below the root").isEqualTo(2999);
    for (Analysis.Line line : lines) {
      Position end = position.copy();
      for (int move : line.moves()) {
        assertThat(Moves.of(end).contains(move)).isTrue();
        end.make(move);
      }
    }
    assertThat(lines.getFirst().moves()).hasSizeGreaterThan(2);
  }

  @Test
  void chooseAmong_someMoves_triesNoOtherAndLeavesNoTree() {
    Mcts mcts = Search.mcts(new Search.HashEvaluator());
    Position position = BIG.start();
    Moves among = new Moves();
    Moves legal = Moves.of(position);
    for (int i = 1; i < legal.size(); i += 3) {
      among.add(legal.get(i));
    }
    Decision decision = mcts.chooseAmong(position, among, Search.nodes(300)).orElseThrow();
    assertThat(among.contains(decision.move())).isTrue();
    assertThat(decision.policy()).hasSize(among.size());
    assertThat(mcts.tree().count(Tree.ROOT)).isEqualTo(among.size());
    mcts.choose(position, Search.nodes(10));
    assertThat(mcts.tree().count(Tree.ROOT)).as("all moves again").isEqualTo(legal.size());
    assertThat(mcts.tree().visits[Tree.ROOT]).as("of a tree grown anew").isEqualTo(10);
  }

  @Test
  void chooseAmong_oneMove_isSearchedForItsValue() {
    Mcts mcts = Search.mcts(new Search.HashEvaluator());
    Moves among = new Moves();
    among.add(Moves.of(BIG.start()).get(0));
    Meter meter = Search.nodes(300);
    mcts.chooseAmong(BIG.start(), among, meter);
    assertThat(meter.nodes()).isEqualTo(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mcts:eval=rollout,eval.plies=10,nodes=4000", "mcts:eval=rollout,eval.plies=10,threads=2,nodes=4000"})
  void choose_whileItRuns_tellsOfItsLines(String spec) {
    Game chess = Registry.load().game("chess");
    List<Long> nodes = new ArrayList<>();
    try (Player player = Registry.load().entrant(chess, spec).newPlayer()) {
      Meter meter = Search.nodes(4000);
      meter.watch(findings -> {
        assertThat(findings.get().orElseThrow().lines()).hasSize(20);
        nodes.add(meter.nodes());
      });
      player.choose(chess.start(), meter);
    }
    assertThat(nodes).hasSizeGreaterThan(3).isSorted();
  }
}
