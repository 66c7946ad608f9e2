package mesa.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import mesa.core.Analysis;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;

/**
 * A search written down so that a person can check it: what was asked, what was answered, and the lines it rests on.
 * The first three say what to search; the rest is found out. Fractions are rounded to four places.
 *
 * @param game a spec
 * @param position as text; empty for the start of the game
 * @param spec of the player, with a budget that counts
 * @param plays the move chosen
 * @param value of the position, for the side to move; absent if the player gives none
 * @param policy over the legal moves, in the position's order; absent if the player gives none
 * @param nodes spent
 * @param evaluations spent
 * @param tree how many nodes a search tree has, and a digest of all of them; absent without a tree
 * @param lines of a tree the root, its children and what was visited often enough below; else the player's own analysis
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Golden(
    String game, String position, String spec, String plays, Double value, List<Double> policy, long nodes,
    long evaluations, String tree, List<Line> lines) {
  private static final long SEED = 1;
  private static final int MOST_PLIES = 3;
  private static final int LEAST_SHARE = 20;

  /**
   * A move, or several.
   *
   * @param moves from the root on; empty for the root itself
   * @param visits playouts through the last of them
   * @param value for the side that made the last of them in a tree, at the root for the mover; in an analysis for the mover
   * @param prior of the last of them
   * @param depth plies searched
   * @param proof how the game ends with best play, for the same side as the value, and in how many plies from before the
   *     last move
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(String moves, Long visits, Double value, Double prior, Integer depth, String proof) {}

  /** {@return the same question, answered now} */
  Golden searched() {
    Game rules = Registry.load().game(game);
    Position root = position.isEmpty() ? rules.start() : rules.parse(position);
    Entrant entrant = Registry.load().entrant(rules, spec);
    try (Player player = entrant.newPlayer()) {
      player.newGame(SEED);
      Meter meter = entrant.budget().start(() -> 0);
      Decision decision = player.choose(root.copy(), meter);
      Tree tree = player instanceof Mcts mcts ? mcts.tree() : null;
      return new Golden(game, position, spec, root.format(decision.move()), rounded(decision.value()),
          rounded(decision.policy()), meter.nodes(), meter.evaluations(), tree == null ? null : digest(tree),
          tree == null ? analysis(player, root) : treeLines(tree, root));
    }
  }

  private static String digest(Tree tree) {
    List<String> all = Trees.dump(tree, Tree.ROOT);
    return "%d nodes, %08x".formatted(all.size(), Objects.hash(all.toArray()));
  }

  private static List<Line> treeLines(Tree tree, Position root) {
    List<Line> lines = new ArrayList<>();
    String proof = tree.isOpen(Tree.ROOT) ? null : proof(tree.proof(Tree.ROOT), tree.distance[Tree.ROOT]);
    lines.add(new Line("", (long) tree.visits[Tree.ROOT], rounded(tree.value(Tree.ROOT)), null, null, proof));
    addChildren(tree, Tree.ROOT, root, "", 1, lines);
    return lines;
  }

  private static void addChildren(Tree tree, int node, Position position, String path, int ply, List<Line> lines) {
    int leastVisits = ply == 1 ? 0 : Math.max(1, tree.visits[Tree.ROOT] / LEAST_SHARE);
    for (int child = tree.firstChild[node]; tree.isExpanded(node) && child < tree.firstChild[node] + tree.places(node); child++) {
      if (tree.visits[child] < leastVisits) {
        continue;
      }
      String moves = (path + " " + position.format(tree.move[child])).strip();
      lines.add(new Line(
          moves,
          (long) tree.visits[child],
          tree.visits[child] == 0 ? null : rounded(tree.value(child)),
          rounded((float) tree.prior(child) / Tree.CERTAIN),
          null,
          tree.isOpen(child) ? null : proof(tree.proof(child), tree.distance[child] + 1)));
      if (ply < MOST_PLIES) {
        position.make(tree.move[child]);
        addChildren(tree, child, position, moves, ply + 1, lines);
        position.unmake();
      }
    }
  }

  private static List<Line> analysis(Player player, Position root) {
    return player.analysis().orElseThrow().lines().stream().map(line -> line(line, root)).toList();
  }

  private static Line line(Analysis.Line line, Position root) {
    Position position = root.copy();
    String moves = line.moves().stream().map(move -> {
      String text = position.format(move);
      position.make(move);
      return text;
    }).collect(Collectors.joining(" "));
    Outcome end = line.proven();
    return new Line(
        moves,
        line.visits() < 0 ? null : line.visits(),
        rounded(line.value()),
        rounded(line.prior()),
        line.depth() == 0 ? null : line.depth(),
        end.isOver() ? proof(end.valueFor(root.sideToMove()), line.plies()) : null);
  }

  private static String proof(int result, int plies) {
    return switch (result) {
      case 1 -> "win in " + plies;
      case -1 -> "loss in " + plies;
      default -> "draw";
    };
  }

  private static List<Double> rounded(float[] numbers) {
    if (numbers == null) {
      return null;
    }
    List<Double> rounded = new ArrayList<>();
    for (float number : numbers) {
      rounded.add(rounded(number));
    }
    return rounded;
  }

  private static Double rounded(float number) {
    return Float.isNaN(number) ? null : Math.rint(number * 10_000.0) / 10_000;
  }
}
