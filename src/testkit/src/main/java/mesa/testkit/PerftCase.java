package mesa.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mesa.core.Game;
import mesa.core.Perft;
import mesa.core.Position;
import org.junit.jupiter.api.DynamicTest;

/**
 * A published or otherwise derived perft count, with where it comes from.
 *
 * @param position as text, or empty for the start of the game
 * @param depth moves in each sequence, at least 0
 * @param count sequences of exactly so many moves
 * @param source who says so: a page, a paper, another program
 */
public record PerftCase(String position, int depth, long count, String source) {
  /**
   * Turns cases into tests, to be returned by a method annotated with {@code @TestFactory}.
   *
   * @param game whose rules are counted
   * @param cases what to expect
   * @return a test for each case; one that fails shows the count for each first move
   */
  public static Stream<DynamicTest> tests(Game game, List<PerftCase> cases) {
    return cases.stream().map(perft -> dynamicTest(perft.toString(), () -> perft.check(game)));
  }

  /**
   * Counts and compares.
   *
   * @param game whose rules are counted
   * @throws AssertionError if the count is another one; shows the count for each first move
   */
  public void check(Game game) {
    Position start = position.isEmpty() ? game.start() : game.parse(position);
    long counted = Perft.count(start, depth);
    if (counted != count) {
      String divided = depth == 0 ? "" : Perft.divide(start, depth).entrySet().stream()
          .map(entry -> start.format(entry.getKey()) + ": " + entry.getValue())
          .collect(Collectors.joining("\n", "\n", ""));
      throw new AssertionError(this + " by " + source + "; counted " + counted + divided);
    }
  }

  @Override
  public String toString() {
    return (position.isEmpty() ? "start" : position) + " depth " + depth + " = " + count;
  }
}
