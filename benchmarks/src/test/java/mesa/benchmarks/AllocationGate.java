package mesa.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Perft;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Provider;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.core.Spec;
import mesa.testkit.Allocation;

/**
 * Tries whether anything that is done often in a game allocates: an evaluation, a playout, a node of alpha-beta, a
 * position of perft, with every evaluator that is on the class path. A program of its own, since as in a match the
 * compiler should see one game alone: vector code that it has compiled for many keeps its vectors on the heap.
 */
final class AllocationGate {
  private static final int PLIES_BEFORE = 2;
  private static final int MOST_PLIES = 300;
  private static final int PERFT_DEPTH = 3;
  private static final long FEW_PLAYOUTS = 100;
  private static final long MANY_PLAYOUTS = 1_000;
  private static final long FEW_NODES = 200;
  private static final long MANY_NODES = 5_000;

  private final Registry registry = Registry.load();
  private final Game game;
  private final List<String> failures = new ArrayList<>();
  private int tried;

  private AllocationGate(String name) {
    game = registry.game(name);
  }

  /** Prints what allocates, if anything, and then how many things were tried; ends with 1 if anything does. */
  public static void main(String[] args) {
    AllocationGate gate = new AllocationGate(args[0]);
    gate.tryAll();
    gate.failures.forEach(System.out::println);
    System.out.println(gate.tried + " tried");
    System.exit(gate.failures.isEmpty() ? 0 : 1);
  }

  private void tryAll() {
    // Nets before all else, while the compiler has seen nothing but them.
    List<String> evaluators = registry.evaluators().stream().filter(provider -> provider.judges(game))
        .map(Provider::name).filter(this::ships)
        .sorted(Comparator.comparing((String name) -> !name.equals("net"))).toList();
    for (String evaluator : evaluators) {
      attempt(() -> trySearch("mcts:reuse=false,eval=" + evaluator, "playout", FEW_PLAYOUTS, MANY_PLAYOUTS));
      if (!evaluator.equals("rollout")) {
        attempt(() -> trySearch("alphabeta:hash=1,eval=" + evaluator, "node", FEW_NODES, MANY_NODES));
      }
      attempt(() -> tryEvaluation(evaluator));
    }
    attempt(() -> trySearch("mcts:root=gumbel,eval=uniform", "playout", FEW_PLAYOUTS, MANY_PLAYOUTS));
    attempt(() -> trySearch("mcts:threads=2,reuse=false,eval=uniform", "playout", FEW_PLAYOUTS, MANY_PLAYOUTS));
    attempt(this::tryPerft);
  }

  private void attempt(Runnable attempt) {
    tried++;
    try {
      attempt.run();
    } catch (AssertionError e) {
      failures.add(e.getMessage());
    }
  }

  /** A net is not for every game. */
  private boolean ships(String evaluator) {
    try {
      registry.evaluator(game, Spec.parse(evaluator));
      return true;
    } catch (BadInputException e) {
      return false;
    }
  }

  /** One position after another, as it is asked in play, where nets go from one to the next. */
  private void tryEvaluation(String name) {
    Evaluator evaluator = registry.evaluator(game, Spec.parse(name));
    List<Position> positions = randomGame();
    List<Moves> moves = positions.stream().map(Moves::of).toList();
    float[] priors = new float[1024];
    float[] sink = new float[1];
    Allocation.assertNone(positions.size() + " evaluations by " + name, () -> {
      for (int i = 0; i < positions.size(); i++) {
        Position position = positions.get(i);
        sink[0] += evaluator.value(position) + evaluator.score(position);
        evaluator.priors(position, moves.get(i), priors);
        sink[0] += evaluator.evaluate(position, moves.get(i), priors);
      }
    });
  }

  /** Two searches from the same position, one with a larger budget: the longer may allocate no more. */
  private void trySearch(String spec, String unit, long few, long many) {
    Position position = randomGame().get(PLIES_BEFORE);
    try (Player player = registry.entrant(game, spec).newPlayer()) {
      if (nodes(player, position, many) < 2 * few) {
        throw new AssertionError(spec + " ends too soon in " + position.text() + " to tell what a " + unit + " allocates");
      }
      Allocation.assertNoneEach(spec, unit, units -> nodes(player, position, units), few, many);
    }
  }

  private static long nodes(Player player, Position position, long budget) {
    Meter meter = Budget.ofNodes(budget).start(() -> 0);
    player.newGame(1);
    player.choose(position, meter);
    return meter.nodes();
  }

  /** Three plies from the start and from just before the end: as many lists of moves, and far fewer moves in them. */
  private void tryPerft() {
    List<Position> positions = List.of(randomGame().getLast(), game.start());
    long few = Perft.count(positions.getFirst(), PERFT_DEPTH - 1); // As many are made; the last ply is only listed.
    long many = Perft.count(positions.getLast(), PERFT_DEPTH - 1);
    long[] sink = new long[1];
    Allocation.assertNoneEach("perft", "position",
        made -> sink[0] += Perft.count(positions.get(made == many ? 1 : 0), PERFT_DEPTH), few, many);
  }

  /** {@return the positions of a random game at which it went on} */
  private List<Position> randomGame() {
    Rng rng = new Rng(7);
    List<Position> met = new ArrayList<>();
    for (Position position = game.start(); met.size() < MOST_PLIES && !position.outcome().isOver();) {
      met.add(position.copy());
      Moves moves = Moves.of(position);
      position.make(moves.get(rng.below(moves.size())));
    }
    return met;
  }
}
