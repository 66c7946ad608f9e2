package mesa.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mesa.core.Budget;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Problem;
import mesa.core.Rng;
import mesa.search.Solution;
import mesa.search.Solver;

/**
 * Positions of each game whose best moves are known: exactly where the game can be solved, by a deep search elsewhere.
 * They come in an order without meaning, so that any stretch of them stands for the whole.
 */
final class Questions {
  private static final long TABLE_BYTES = 4 << 20;
  private static final long ORDER = 1;

  private Questions() {}

  /**
   * Solves every position that play can lead to, which takes a game as small as tic-tac-toe.
   *
   * @param game one whose positions are few
   * @return those in which some move is wrong
   */
  static List<Question> solved(Game game) {
    List<Position> positions = new ArrayList<>();
    collect(game.start(), new HashSet<>(), positions);
    Solver solver = new Solver(TABLE_BYTES);
    List<Question> questions = new ArrayList<>();
    for (Position position : positions) {
      Solution solution = solver.solve(position, Budget.UNLIMITED.start(() -> 0));
      add(position, Arrays.stream(solution.optimal()).boxed().collect(Collectors.toSet()), questions);
    }
    return shuffled(questions);
  }

  private static void collect(Position position, Set<Long> seen, List<Position> into) {
    if (position.outcome().isOver() || !seen.add(position.hash())) {
      return;
    }
    into.add(position.copy());
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      collect(position, seen, into);
      position.unmake();
    }
  }

  /**
   * Reads the positions that ship with Connect Four: a line each, the moves that lead there, the score, the best columns.
   *
   * @param game whose resource {@code solved.txt} is read
   * @return those in which some move is wrong
   */
  static List<Question> shipped(Game game) {
    List<Question> questions = new ArrayList<>();
    try (InputStream in = game.resource("solved.txt").orElseThrow().openStream()) {
      lines(in, line -> {
        String[] parts = line.split(" ");
        add(game.parse(parts[0]), List.of(parts[2].split("")), questions);
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shuffled(questions);
  }

  /**
   * Reads a list of positions, a line each: the position's text, a bar, the best moves.
   *
   * @param game whose positions they are
   * @param name of a resource beside this class
   * @return those in which some move is wrong
   */
  static List<Question> listed(Game game, String name) {
    List<Question> questions = new ArrayList<>();
    try (InputStream in = Questions.class.getResourceAsStream(name)) {
      lines(in, line -> {
        String[] parts = line.split(" \\| ");
        add(game.parse(parts[0]), List.of(parts[1].split(" ")), questions);
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shuffled(questions);
  }

  /**
   * Reads a suite in the format of its game.
   *
   * @param game whose positions they are
   * @param name of a resource beside this class
   * @return those in which some move is wrong
   */
  static List<Question> suite(Game game, String name) {
    List<Problem> problems = new ArrayList<>();
    try (InputStream in = Questions.class.getResourceAsStream(name);
        InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      game.suiteFormat().orElseThrow().read(text, name, problems::add, fault -> {
        throw fault;
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Question> questions = new ArrayList<>();
    problems.forEach(problem -> add(game.parse(problem.position()), problem.best(), questions));
    return shuffled(questions);
  }

  private static void lines(InputStream in, Consumer<String> into) {
    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(into);
  }

  private static void add(Position position, List<String> best, List<Question> into) {
    add(position, best.stream().map(position::parseMove).collect(Collectors.toSet()), into);
  }

  private static void add(Position position, Set<Integer> best, List<Question> into) {
    if (best.size() < Moves.of(position).size()) {
      into.add(new Question(position, best));
    }
  }

  private static List<Question> shuffled(List<Question> questions) {
    Rng rng = new Rng(ORDER);
    for (int i = questions.size(); i > 1; i--) {
      Collections.swap(questions, i - 1, rng.below(i));
    }
    return List.copyOf(questions);
  }
}
