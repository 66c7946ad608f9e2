package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several threads on one tree. */
class MctsThreadsTest {
  /** Wide and deep enough that no search here proves its root. */
  private static final Thicket BIG = new Thicket(7, 2, 40, 40, 6, 1000);

  @Test
  void choose_severalThreads_spendTheBudgetToTheLastAndCountEveryVisit() {
    List<Evaluator> evaluators = List.of(
        new Search.HashEvaluator(), new Search.HashEvaluator(), new Search.HashEvaluator(), new Search.HashEvaluator());
    try (Mcts mcts = new Mcts(evaluators, new MctsSettings(
        new Puct(1.25, 0.5, 0), new RootPriors(1, 0, null), null, 0.2f, new Pace(false), 64 << 20, 0, 0, false))) {
      Meter meter = Search.nodes(100_000);
      mcts.choose(BIG.start(), meter);
      assertThat(meter.nodes()).isEqualTo(100_000);
      Tree tree = mcts.tree();
      assertThat(tree.visits[Tree.ROOT]).isEqualTo(100_000);
      new TreeInvariants(true).check(tree, BIG.start());
    }
  }

  /** Who plays what depends on the moment; what comes of it must not. */
  @Test
  void choose_severalThreadsAndChance_growTheSameTreeEachTime() {
    List<String> expected = null;
    for (int time = 0; time < 20; time++) {
      List<Evaluator> evaluators = List.of(
          new RolloutEvaluator(1, 100), new RolloutEvaluator(1, 100), new RolloutEvaluator(1, 100));
      try (Mcts mcts = new Mcts(evaluators, new MctsSettings(
          new Puct(1.25, 0.5, 0), new RootPriors(1, 0, null), null, 0.2f, new Pace(false), 64 << 20, 0, 0, true))) {
        mcts.newGame(5);
        Position position = BIG.start();
        position.make(mcts.choose(position, Search.nodes(3000)).move());
        mcts.choose(position, Search.nodes(3000));
        List<String> tree = Trees.dump(mcts.tree(), Tree.ROOT);
        expected = expected == null ? tree : expected;
        assertThat(tree).as("time %d", time).isEqualTo(expected);
      }
    }
  }

  /** In check there are two to five moves, and some thirty below each of them. */
  private static final List<String> IN_CHECK = List.of(
      "rnbqk1nr/pppp1ppp/8/4p3/1b1P4/8/PPP1PPPP/RNBQKBNR w KQkq - 0 1",
      "3q1rk1/pp3pQp/2p3p1/8/3b4/3P2P1/PPP2P1P/R4RK1 b - - 0 1");

  private static Mcts searched(String gameSpec, String position, String spec) {
    Registry registry = Registry.load();
    Game game = registry.game(gameSpec);
    Entrant entrant = registry.entrant(game, spec);
    Mcts mcts = (Mcts) entrant.newPlayer();
    mcts.newGame(1);
    mcts.choose(position == null ? game.start() : game.parse(position), entrant.budget().start(() -> 0));
    mcts.close();
    return mcts;
  }

  @Test
  void choose_twoThreadsFewMovesAtTheRoot_keepAsMuchOfTheTreeAsOneThread() {
    for (String position : IN_CHECK) {
      int alone = searched("chess", position, "mcts:eval=material,nodes=10000").tree().size();
      int together = searched("chess", position, "mcts:eval=material,nodes=10000,threads=2").tree().size();
      assertThat((double) together / alone).as("nodes kept by two, of one's %d in %s", alone, position).isBetween(0.7, 1.4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nodes=5000", "nodes=20000,memory=1"})
  void choose_twoThreadsFewMovesAtTheRoot_growTheSameTreeEachTime(String budget) {
    for (String position : IN_CHECK) {
      List<String> expected = null;
      for (int time = 0; time < 5; time++) {
        Tree tree = searched("chess", position, "mcts:eval=material,threads=2," + budget).tree();
        List<String> dump = Trees.dump(tree, Tree.ROOT);
        expected = expected == null ? dump : expected;
        assertThat(dump.equals(expected)).as("same tree, time %d in %s", time, position).isTrue();
      }
    }
  }

  /** Budgets, caches and memory are shared by all lanes; who gets what of them must not depend on who comes first. */
  @ParameterizedTest
  @ValueSource(strings = {
      "evals=3001", "nodes=4000,cache=1", "nodes=30000,memory=1", "evals=20001,cache=1,memory=1", "evals=1", "evals=2"})
  void choose_severalThreadsShareWhatIsShort_growTheSameTreeAtTheSameCost(String limits) {
    Registry registry = Registry.load();
    Game game = registry.game("connectfour");
    Entrant entrant = registry.entrant(game, "mcts:eval=rollout,threads=3," + limits);
    List<String> expected = null;
    try (Mcts used = (Mcts) entrant.newPlayer()) {
      for (int time = 0; time < 8; time++) {
        try (Mcts fresh = (Mcts) entrant.newPlayer()) {
          Mcts mcts = time % 2 == 0 ? used : fresh;
          if (mcts == used) { // What a game before took of the memory must not show either.
            mcts.newGame(17 + time);
            mcts.choose(game.parse("......./......./......./......./...o.../..xx..o x"), entrant.budget().start(() -> 0));
          }
          mcts.newGame(1);
          Meter meter = entrant.budget().start(() -> 0);
          mcts.choose(game.start(), meter);
          List<String> found = new ArrayList<>(Trees.dump(mcts.tree(), Tree.ROOT));
          found.add(meter.nodes() + " nodes, " + meter.evaluations() + " evaluations");
          expected = expected == null ? found : expected;
          assertThat(found.equals(expected)).as("time %d as at first: %s, %s", time, found.getLast(), expected.getLast())
              .isTrue();
          assertThat(meter.evaluations()).isLessThanOrEqualTo(entrant.budget().evaluations());
          new TreeInvariants(false).check(mcts.tree(), game.start());
        }
      }
    }
  }

  /** Mate on f7 is threatened, and few moves meet it: one comes to lead by far. */
  @Test
  void choose_twoThreadsStopEarly_spendTheSameEachTime() {
    Registry registry = Registry.load();
    Game chess = registry.game("chess");
    Position position = chess.parse("r1bqkbnr/pppp1ppp/2n5/4p2Q/2B1P3/8/PPPP1PPP/RNB1K1NR b KQkq - 3 3");
    long expected = 0;
    for (int time = 0; time < 6; time++) {
      try (Player player = registry.entrant(chess, "mcts:eval=material,threads=2,early=true").newPlayer()) {
        player.newGame(1);
        Meter meter = Search.nodes(20_000);
        player.choose(position.copy(), meter);
        expected = time == 0 ? meter.nodes() : expected;
        assertThat(meter.nodes()).as("nodes, time %d", time).isEqualTo(expected).isLessThan(20_000);
      }
    }
  }

  /** x threatens to win where o has to move: the one who is to lose has many lost children and few others. */
  @Test
  void choose_twoThreadsUnvisitedMovesCountLittle_playOn() {
    Mcts mcts = searched("connectfour", "....o../....o../....x../....oo./.xo.ox./xxxoxxo x",
        "mcts:eval=threats,threads=2,fpu=0.3,nodes=20000");
    assertThat(mcts.tree().visits[Tree.ROOT]).isEqualTo(20_000);
  }

  @Test
  void choose_twoThreadsAndFewNodes_growTheTreeOfOne() {
    List<String> alone = Trees.dump(searched("hex", null, "mcts:eval=distance,nodes=128").tree(), Tree.ROOT);
    List<String> together = Trees.dump(searched("hex", null, "mcts:eval=distance,nodes=128,threads=2").tree(), Tree.ROOT);
    assertThat(together).isEqualTo(alone);
  }

  /** A lot is usually as large as this whole tree. */
  @Test
  void choose_severalThreadsTreeFull_playOn() {
    List<Evaluator> evaluators = List.of(new Search.HashEvaluator(), new Search.HashEvaluator(), new Search.HashEvaluator());
    try (Mcts mcts = new Mcts(evaluators, new MctsSettings(
        new Puct(1.25, 0.5, 0), new RootPriors(1, 0, null), null, 0.2f, new Pace(false), 1, 0, 0, false))) {
      mcts.choose(BIG.start(), Search.nodes(20_000));
      assertThat(mcts.tree().size()).isBetween(300, 1024);
      assertThat(mcts.tree().visits[Tree.ROOT]).isEqualTo(20_000);
      new TreeInvariants(false).check(mcts.tree(), BIG.start());
    }
  }

  @Test
  void choose_evaluatorThatFailsOnAnyThread_failsThatSearchAlone() {
    boolean[] broken = {true};
    Evaluator sound = new Search.HashEvaluator();
    Evaluator failing = new Search.HashEvaluator() {
      @Override
      public float value(Position position) {
        if (broken[0]) {
          throw new IllegalStateException("out of order");
        }
        return super.value(position);
      }
    };
    try (Mcts mcts = new Mcts(List.of(sound, failing), new MctsSettings(
        new Puct(1.25, 0.5, 0), new RootPriors(1, 0, null), null, 0.2f, new Pace(false), 64 << 20, 0, 0, true))) {
      assertThatThrownBy(() -> {
        while (true) { // The other thread may be late for a search or two.
          mcts.choose(BIG.start(), Search.nodes(10_000));
        }
      }).hasRootCauseMessage("out of order");
      broken[0] = false;
      Meter meter = Search.nodes(1000);
      mcts.choose(BIG.start(), meter);
      assertThat(meter.nodes()).as("nodes once it is mended").isEqualTo(1000);
    }
  }

  /** What fails before a thread's first playout of a search must not leave the caller waiting for it. */
  @Test
  @Timeout(60)
  void choose_positionThatOtherThreadsCannotCopy_failsThatSearch() {
    try (Mcts mcts = new Mcts(List.of(new Search.HashEvaluator(), new Search.HashEvaluator()), new MctsSettings(
        new Puct(1.25, 0.5, 0), new RootPriors(1, 0, null), null, 0.2f, new Pace(false), 64 << 20, 0, 0, false))) {
      assertThatThrownBy(() -> {
        while (true) { // The other thread may be late for a search or two.
          mcts.choose(copiedByItsOwnThreadAlone(BIG.start()), Search.nodes(10_000));
        }
      }).hasRootCauseMessage("no copy");
      mcts.choose(BIG.start(), Search.nodes(1000));
      assertThat(mcts.tree().visits[Tree.ROOT]).as("visits of a sound position").isEqualTo(1000);
    }
  }

  private static Position copiedByItsOwnThreadAlone(Position position) {
    Thread owner = Thread.currentThread();
    return (Position) Proxy.newProxyInstance(Position.class.getClassLoader(), new Class<?>[] {Position.class},
        (proxy, method, arguments) -> {
          if (!method.getName().equals("copy")) {
            return method.invoke(position, arguments);
          }
          if (Thread.currentThread() != owner) {
            throw new IllegalStateException("no copy");
          }
          return copiedByItsOwnThreadAlone(position.copy());
        });
  }

  @Test
  void choose_severalThreads_agreeWithMinimaxWhereTheyProve() {
    List<Evaluator> evaluators = List.of(new Search.HashEvaluator(), new Search.HashEvaluator());
    int proven = 0;
    try (Mcts mcts = new Mcts(evaluators, new MctsSettings(
        new Puct(50, 0.5, 0), new RootPriors(1, 0, null), null, 0.2f, new Pace(false), 8 << 20, 0, 0, false))) {
      for (int seed = 0; seed < 100; seed++) {
        Position position = new Thicket(seed, 2, 2, 6, 3, 20).start();
        Decision decision = mcts.choose(position.copy(), Search.nodes(100_000));
        if (!mcts.tree().isOpen(Tree.ROOT)) {
          proven++;
          assertThat(decision.value()).as("seed %d", seed).isEqualTo(Search.minimax(position));
        }
      }
    }
    assertThat(proven).isGreaterThan(90);
  }

  @Test
  void cpuNanosElsewhere_twoThreads_isThatOfTheOtherThread() {
    Registry registry = Registry.load();
    Game game = registry.game("chess");
    try (Player alone = registry.entrant(game, "mcts:eval=rollout,eval.plies=10,nodes=2000").newPlayer();
        Player together = registry.entrant(game, "mcts:eval=rollout,eval.plies=10,threads=2,nodes=2000").newPlayer()) {
      for (Player player : List.of(alone, together)) {
        player.newGame(1);
        player.choose(game.start(), Budget.ofNodes(2000).start(System::nanoTime));
      }
      assertThat(alone.cpuNanosElsewhere()).isZero();
      assertThat(together.cpuNanosElsewhere()).isPositive();
    }
  }
}
