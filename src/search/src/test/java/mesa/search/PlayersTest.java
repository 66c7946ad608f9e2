package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlayersTest {
  private static final Game GAME = new Thicket(1, 2, 2, 8, 5, 50);

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "mcts:considered=4 | considered=4 has no effect without root=gumbel",
    "mcts:alpha=0.3 | alpha=0.3 has no effect without noise",
    "mcts:alpha=0.3,noise=0 | alpha=0.3 has no effect without noise",
    "mcts:alpha=0.3,noise=1,root=gumbel | alpha=0.3 has no effect with root=gumbel",
  })
  void mcts_optionWithoutEffect_isRefused(String spec, String message) {
    Registry registry = Registry.load();
    Entrant entrant = registry.entrant(registry.game("tictactoe"), spec);
    assertThatThrownBy(entrant::newPlayer)
        .isInstanceOf(BadInputException.class).hasMessageContaining(message).hasMessageContaining(spec);
  }

  @Test
  void random_manyChoices_areSpreadEvenly() {
    RandomPlayer player = new RandomPlayer();
    int[] chosen = new int[5];
    for (int i = 0; i < 5000; i++) {
      chosen[player.choose(GAME.start(), Search.unlimited()).move()]++;
    }
    // Five standard deviations of a binomial (5000, 1/5) are 141.
    assertThat(Arrays.stream(chosen).boxed()).allSatisfy(times -> assertThat(times).isBetween(859, 1141));
  }

  @Test
  void greedy_anyPosition_takesTheBestSuccessorForItsSide() {
    Search.HashEvaluator evaluator = new Search.HashEvaluator();
    Position position = GAME.start();
    Decision decision = new GreedyPlayer(evaluator).choose(position, Search.unlimited());
    float best = Float.NEGATIVE_INFINITY;
    int bestMove = -1;
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      float value = position.sideToMove() == 0 ? evaluator.value(position) : -evaluator.value(position);
      position.unmake();
      if (value > best) {
        best = value;
        bestMove = move;
      }
    }
    assertThat(decision.move()).isEqualTo(bestMove);
    assertThat(decision.value()).isEqualTo(best);
  }

  /** A move made in vain is none of the budget's nodes. */
  @ParameterizedTest
  @CsvSource({"10, 3, 3, 3", "2, 9, 2, 2", "10, 9, 5, 5"})
  void greedy_fewUnits_chargesMovesThatItHasJudged(long nodes, long evaluations, long nodesSpent, long evaluationsSpent) {
    Meter meter = new Budget(nodes, evaluations, Long.MAX_VALUE, Integer.MAX_VALUE, null).start(() -> 0);
    new GreedyPlayer(new Search.HashEvaluator()).choose(GAME.start(), meter);
    assertThat(meter.nodes()).as("nodes").isEqualTo(nodesSpent);
    assertThat(meter.evaluations()).as("evaluations").isEqualTo(evaluationsSpent);
  }

  @Test
  void greedy_allEqual_leavesItToTheSeed() {
    GreedyPlayer player = new GreedyPlayer(new UniformEvaluator());
    boolean[] chosen = new boolean[5];
    for (int seed = 0; seed < 100; seed++) {
      player.newGame(seed);
      chosen[player.choose(GAME.start(), Search.unlimited()).move()] = true;
    }
    assertThat(chosen).containsOnly(true);
  }

  @Test
  void rollout_manyPlayouts_approachTheMeanOverRandomPlay() {
    float value = new RolloutEvaluator(20_000, 300).value(GAME.start());
    // Results lie in [-1, 1], so five standard errors are at most 0.036.
    assertThat((double) value).isCloseTo(meanOfRandomPlay(GAME.start()), within(0.036));
  }

  @Test
  void rollout_anyPosition_isLeftAsItWas() {
    Position position = GAME.start();
    position.make(2);
    new RolloutEvaluator(3, 300).value(position);
    assertThat(position.movesMade()).isEqualTo(1);
    assertThat(position.moveMade(0)).isEqualTo(2);
  }

  @Test
  void rollout_cap_callsTheGameADraw() {
    assertThat(new RolloutEvaluator(10, 1).value(GAME.start())).isZero();
  }

  /** The expected result for side 0 if every move is drawn evenly. */
  private static double meanOfRandomPlay(Position position) {
    if (position.outcome().isOver()) {
      return position.outcome().valueFor(0);
    }
    int[] moves = Moves.of(position).toArray();
    double sum = 0;
    for (int move : moves) {
      position.make(move);
      sum += meanOfRandomPlay(position);
      position.unmake();
    }
    return sum / moves.length;
  }

  /** A limit that a player never counts would not end it, and stands for nothing in a table. */
  @ParameterizedTest
  @ValueSource(strings = {"mcts:depth=3", "mcts:ticks=5", "alphabeta:ticks=5", "solver:evals=5", "greedy:depth=2", "random:nodes=3", "random:ticks=1",
      "rules:nodes=3"})
  void entrant_budgetThatThePlayerDoesNotCount_isRefused(String spec) {
    Registry registry = Registry.load();
    Game chess = registry.game("chess");
    assertThatThrownBy(() -> registry.entrant(chess, spec)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("has no option").hasMessageContaining("time, tc, name");
  }

  @Test
  void mcts_evaluationsAloneAreLimitedAndNoneIsLeftToMake_ends() {
    Registry registry = Registry.load();
    Game chess = registry.game("chess");
    Position position = chess.parse("8/8/8/8/8/2q5/1K6/7k w - - 0 1");
    Entrant entrant = registry.entrant(chess, "mcts:eval=material,c=0,evals=10");
    try (Player player = entrant.newPlayer()) {
      Decision decision = player.choose(position.copy(), entrant.budget().start(System::nanoTime));
      assertThat(position.format(decision.move())).as("the drawing capture").isEqualTo("b2c3");
    }
  }

  /** Either fits, but not both. */
  @Test
  void newPlayer_treeAndCacheBeyondTheHeap_isRefusedBeforeThereIsAnEvaluator() {
    Registry registry = Registry.load();
    long half = (Runtime.getRuntime().maxMemory() >> 20) / 2;
    Entrant entrant = registry.entrant(registry.game("chess"),
        "mcts:cache=" + half + ",eval=class:mesa.search.PlayersTest$Counted,memory=" + half);
    assertThatThrownBy(entrant::newPlayer).isInstanceOf(BadInputException.class).hasMessageContaining("cache=" + half);
    assertThat(Counted.open).isZero();
  }

  /** Of three evaluators for three threads, the third can't be made. */
  @Test
  void newPlayer_oneEvaluatorFails_closesTheOthers() {
    Registry registry = Registry.load();
    Entrant entrant = registry.entrant(registry.game("chess"), "mcts:eval=class:mesa.search.PlayersTest$Counted,threads=3");
    assertThatThrownBy(entrant::newPlayer).isInstanceOf(BadInputException.class);
    assertThat(Counted.open).isZero();
  }

  /** Knows how many of its kind are open; there can be two. */
  public static final class Counted extends Search.HashEvaluator {
    private static int open;

    /** Makes one. */
    public Counted() {
      if (open == 2) {
        throw new BadInputException("there are two already");
      }
      open++;
    }

    @Override
    public void close() {
      open--;
    }
  }

  @Test
  void newPlayer_tableBeyondTheHeap_isRefused() {
    Registry registry = Registry.load();
    long tooMuch = Math.min(8192, (Runtime.getRuntime().maxMemory() >> 20) + 1);
    Entrant entrant = registry.entrant(registry.game("chess"), "alphabeta:hash=" + tooMuch);
    assertThatThrownBy(entrant::newPlayer).isInstanceOf(BadInputException.class).hasMessageContaining("hash=" + tooMuch);
  }
}
