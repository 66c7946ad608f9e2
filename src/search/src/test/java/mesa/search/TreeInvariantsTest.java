package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mesa.core.Analysis;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link TreeInvariants} in the trees of every game and of made-up ones, however they are grown. */
class TreeInvariantsTest {
  private static final Registry REGISTRY = Registry.load();

  private static final int POSITIONS = 6;

  static Stream<String> games() {
    return Stream.concat(
        REGISTRY.games().stream().map(provider -> provider.name()), Stream.of("hex:size=3", "hex:size=5"));
  }

  @ParameterizedTest
  @MethodSource("games")
  void choose_inAnyGame_growsASoundTree(String name) {
    Game game = REGISTRY.game(name);
    TreeInvariants strict = new TreeInvariants(true);
    for (String evaluator : List.of("uniform", "own", "rollout")) {
      String mcts = "mcts:eval=" + evaluator;
      checkSearches(game, mcts + ",reuse=false,nodes=1", strict);
      checkSearches(game, mcts + ",reuse=false,nodes=2", strict);
      checkSearches(game, mcts + ",reuse=false,c=4,fpu=0.3,growth=0.7,nodes=400", strict);
      checkSearches(game, mcts + ",root=gumbel,nodes=65", strict);
      // Some 64 playouts are planned; children of the root stand in the order of noise, and those visited come first.
      checkSearches(game, mcts + ",root=gumbel,noise=1,evals=500", new TreeInvariants(false));
      checkSearches(game, mcts + ",noise=0.25,nodes=200", strict);
      checkSearches(game, mcts + ",temperature=2,nodes=200", new TreeInvariants(false));
      checkSearches(game, mcts + ",reuse=false,threads=2,nodes=800", new TreeInvariants(true));
    }
    checkSearches(game, "mcts:eval=uniform,reuse=false,nodes=3000", strict);
    checkSearches(game, "mcts:eval=uniform,reuse=false,memory=1,nodes=5000", new TreeInvariants(false));
  }

  private static void checkSearches(Game game, String spec, TreeInvariants invariants) {
    Entrant entrant = REGISTRY.entrant(game, spec);
    try (Mcts mcts = (Mcts) entrant.newPlayer()) {
      mcts.newGame(1);
      for (Position position : positions(game)) {
        String where = spec + " in " + position.text();
        Meter meter = entrant.budget().start(() -> 0);
        Decision decision = mcts.choose(position.copy(), meter);
        try {
          invariants.check(mcts.tree(), position);
          checkAnswer(mcts, decision, position, meter);
        } catch (AssertionError e) {
          throw new AssertionError(e.getMessage() + "\nby " + where, e);
        }
      }
    }
  }

  private static void checkAnswer(Mcts mcts, Decision decision, Position position, Meter meter) {
    Tree tree = mcts.tree();
    assertThat(Moves.of(position).contains(decision.move())).as("the move is legal").isTrue();
    assertThat(decision.value()).as("the value is the root's").isEqualTo(tree.value(Tree.ROOT));
    assertThat(meter.nodes()).as("nodes spent").isLessThanOrEqualTo(meter.budget().nodes());
    if (tree.proof(Tree.ROOT) > 0) {
      int played = tree.childBy(Tree.ROOT, decision.move());
      assertThat(tree.proof(played)).as("a win is proven, so a winning move is played").isEqualTo(1);
      assertThat(tree.distance[Tree.ROOT]).as("plies to the win").isEqualTo((short) (tree.distance[played] + 1));
    }
    List<Analysis.Line> lines = mcts.analysis().orElseThrow().lines();
    assertThat(lines.getFirst().moves().getFirst()).as("the first line's move").isEqualTo(decision.move());
  }

  /** The start and positions of a random game, its later ones just before the end among them. */
  private static List<Position> positions(Game game) {
    Rng rng = new Rng(3);
    Position position = game.start();
    List<Position> met = new ArrayList<>();
    while (!position.outcome().isOver() && met.size() < 200) {
      met.add(position.copy());
      Moves moves = Moves.of(position);
      position.make(moves.get(rng.below(moves.size())));
    }
    List<Position> some = new ArrayList<>();
    for (int i = 0; i < POSITIONS; i++) {
      some.add(met.get(i * (met.size() - 1) / (POSITIONS - 1)));
    }
    return some;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void choose_inMadeUpGames_growsASoundTree(int sides) {
    for (int seed = 0; seed < 60; seed++) {
      Position position = new Thicket(seed, sides, 2, 8, 5, 40).start();
      Mcts mcts = Search.mcts(new Search.HashEvaluator());
      mcts.choose(position, Search.nodes(1 + 37 * seed));
      new TreeInvariants(true).check(mcts.tree(), position);
    }
  }

  @ParameterizedTest
  @MethodSource("games")
  void choose_againWithTheSameSeed_growsTheSameTree(String name) {
    Game game = REGISTRY.game(name);
    Entrant entrant = REGISTRY.entrant(game, "mcts:eval=rollout,noise=0.25,nodes=400");
    try (Mcts one = (Mcts) entrant.newPlayer(); Mcts other = (Mcts) entrant.newPlayer()) {
      other.newGame(9);
      other.choose(game.start(), Search.nodes(77));
      one.newGame(5);
      other.newGame(5);
      one.choose(game.start(), Search.nodes(400));
      other.choose(game.start(), Search.nodes(400));
      assertThat(Trees.dump(other.tree(), Tree.ROOT)).isEqualTo(Trees.dump(one.tree(), Tree.ROOT));
    }
  }

  /** The tree is full within the first moves, and the game goes on. */
  @ParameterizedTest
  @CsvSource({"chess, 12, 12000", "connectfour, 16, 40000", "hex:size=11, 5, 25000"})
  void choose_oneMegabyte_playsAGameLegally(String name, int plies, int nodes) {
    Game game = REGISTRY.game(name);
    long most = 1 << 20;
    int filled = 0;
    try (Mcts mcts = (Mcts) REGISTRY.entrant(game, "mcts:eval=uniform,memory=1").newPlayer()) {
      mcts.newGame(1);
      Position position = game.start();
      for (int ply = 0; ply < plies && !position.outcome().isOver(); ply++) {
        Decision decision = mcts.choose(position.copy(), Search.nodes(nodes));
        assertThat(Moves.of(position).contains(decision.move())).as("legal in %s", position.text()).isTrue();
        long bytes = (long) mcts.tree().visits.length * Tree.BYTES_PER_NODE + (long) mcts.tree().moves.room() * Edges.BYTES;
        assertThat(bytes).as("bytes").isLessThanOrEqualTo(most);
        new TreeInvariants(false).check(mcts.tree(), position);
        filled += bytes > most - 64 ? 1 : 0;
        position.make(decision.move());
      }
    }
    assertThat(filled).as("moves searched with all the memory in use").isPositive();
  }
}
