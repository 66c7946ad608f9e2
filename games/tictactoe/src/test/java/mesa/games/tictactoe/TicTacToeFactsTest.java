package mesa.games.tictactoe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mesa.core.BadInputException;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.testkit.PerftCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What is known of the whole game. The counts of positions, classes and games are in many textbooks; these, the bits and
 * the probabilities were also derived by two programs that share nothing with this one.
 */
final class TicTacToeFactsTest {
  private static final Solution SOLUTION = Solution.ofTicTacToe();

  @Test
  void positions_byPly_areThoseReachable() {
    assertThat(countByPly(SOLUTION.positions())).containsExactly(1, 9, 72, 252, 756, 1260, 1520, 1140, 390, 78);
    assertThat(countByPly(SOLUTION.decisions())).containsExactly(1, 9, 72, 252, 756, 1140, 1372, 696, 222, 0);
    assertThat(SOLUTION.positions()).hasSize(5_478);
    assertThat(SOLUTION.decisions()).hasSize(4_520);
  }

  private static int[] countByPly(Collection<Position> positions) {
    int[] counts = new int[TicTacToePosition.CELLS + 1];
    positions.forEach(position -> counts[position.movesMade()]++);
    return counts;
  }

  @Test
  void positions_over_areWonByXOrOOrDrawn() {
    Map<Outcome, Long> ends =
        SOLUTION.positions().stream().collect(Collectors.groupingBy(Position::outcome, Collectors.counting()));
    assertThat(ends).containsOnly(
        Map.entry(Outcome.ONGOING, 4_520L),
        Map.entry(Outcome.FIRST_WON, 626L),
        Map.entry(Outcome.SECOND_WON, 316L),
        Map.entry(Outcome.DRAWN, 16L));
  }

  @Test
  void positions_upToSymmetry_are765() {
    assertThat(classes(SOLUTION.positions())).hasSize(765);
    assertThat(classes(SOLUTION.decisions())).hasSize(627);
  }

  private static List<Position> classes(Collection<Position> positions) {
    return positions.stream().filter(position -> Symmetry.least(position.text()).equals(position.text())).toList();
  }

  @Test
  void hash_ofAllPositions_isDifferent() {
    assertThat(SOLUTION.positions().stream().map(Position::hash).distinct()).hasSize(5_478);
    assertThat(SOLUTION.positions()).noneMatch(position -> position.hash() == 0);
  }

  @Test
  void parse_ofEveryTextThereIs_takesTheReachableOnes() {
    assertThat(everyText().filter(TicTacToeFactsTest::isPosition)).hasSize(5_478);
  }

  private static Stream<String> everyText() {
    return IntStream.range(0, 19_683).boxed().flatMap(number -> {
      StringBuilder rows = new StringBuilder();
      for (int cell = 0, left = number; cell < 9; cell++, left /= 3) {
        rows.append(cell == 3 || cell == 6 ? "/" : "").append(".xo".charAt(left % 3));
      }
      return Stream.of(rows + " x", rows + " o");
    });
  }

  private static boolean isPosition(String text) {
    try {
      return TicTacToe.GAME.parse(text).text().equals(text);
    } catch (BadInputException e) {
      return false;
    }
  }

  /** The last count is of full boards only: games that end earlier have no ninth move. */
  @TestFactory
  Stream<DynamicTest> perft() {
    long[] counts = {1, 9, 72, 504, 3_024, 15_120, 54_720, 148_176, 200_448, 127_872};
    return PerftCase.tests(TicTacToe.GAME, IntStream.range(0, counts.length)
        .mapToObj(depth -> new PerftCase("", depth, counts[depth], "two other programs")).toList());
  }

  @Test
  void games_playedToTheEnd_are255168() {
    Map<Outcome, Integer> games = new EnumMap<>(Outcome.class);
    playAll(TicTacToe.GAME.start(), games);
    assertThat(games).containsOnly(
        Map.entry(Outcome.FIRST_WON, 131_184),
        Map.entry(Outcome.SECOND_WON, 77_904),
        Map.entry(Outcome.DRAWN, 46_080));
  }

  private static void playAll(Position position, Map<Outcome, Integer> games) {
    if (position.outcome().isOver()) {
      games.merge(position.outcome(), 1, Integer::sum);
      return;
    }
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      playAll(position, games);
      position.unmake();
    }
  }

  @Test
  void decisions_byValueForTheMover_are2836And1052And632() {
    assertThat(SOLUTION.value(TicTacToe.GAME.start())).isZero();
    Map<Integer, Long> values =
        SOLUTION.decisions().stream().collect(Collectors.groupingBy(SOLUTION::value, Collectors.counting()));
    assertThat(values).containsOnly(Map.entry(1, 2_836L), Map.entry(0, 1_052L), Map.entry(-1, 632L));
  }

  @Test
  void decisions_byHowManyMovesAreOptimal_areAsKnown() {
    assertThat(SOLUTION.decisions()).filteredOn(position -> moves(position) == best(position)).hasSize(1_329);
    assertThat(SOLUTION.decisions()).filteredOn(position -> moves(position) > 1 && best(position) == 1).hasSize(2_184);
    assertThat(SOLUTION.decisions()).filteredOn(position -> moves(position) == 1).hasSize(222);
  }

  /** The bits that a perfect player has over a uniformly random one. */
  @Test
  void decisions_inBits_are4578() {
    assertThat(bits(SOLUTION.decisions())).isCloseTo(4_577.987, within(1e-3));
    assertThat(bits(classes(SOLUTION.decisions()))).isCloseTo(623.532, within(1e-3));
  }

  @Test
  void uniformChoice_isOptimalInFiftyEightPercentOfDecisions() {
    double mean = SOLUTION.decisions().stream()
        .mapToDouble(position -> best(position) / (double) moves(position)).average().orElseThrow();
    assertThat(mean).isCloseTo(0.579650, within(1e-6));
  }

  private static int moves(Position position) {
    return Moves.of(position).size();
  }

  private static int best(Position position) {
    return SOLUTION.bestMoves(position).size();
  }

  private static double bits(Collection<Position> decisions) {
    return decisions.stream().mapToDouble(p -> Math.log(moves(p) / (double) best(p)) / Math.log(2)).sum();
  }

  @Test
  void randomGames_endWithKnownProbabilities() {
    assertThat(probability(TicTacToe.GAME.start(), Outcome.FIRST_WON)).isCloseTo(737 / 1260.0, within(1e-12));
    assertThat(probability(TicTacToe.GAME.start(), Outcome.DRAWN)).isCloseTo(8 / 63.0, within(1e-12));
    assertThat(probability(TicTacToe.GAME.start(), Outcome.SECOND_WON)).isCloseTo(121 / 420.0, within(1e-12));
  }

  private static double probability(Position position, Outcome outcome) {
    if (position.outcome().isOver()) {
      return position.outcome() == outcome ? 1 : 0;
    }
    double sum = 0;
    int[] moves = Moves.of(position).toArray();
    for (int move : moves) {
      position.make(move);
      sum += probability(position, outcome);
      position.unmake();
    }
    return sum / moves.length;
  }

  /** The best anyone can expect against a random opponent: 1 for a win, 0 for a draw, -1 for a loss. */
  @Test
  void bestScoreAgainstRandom_isKnown() {
    assertThat(scoreAgainstRandom(TicTacToe.GAME.start(), 0)).isCloseTo(191 / 192.0, within(1e-12));
    assertThat(scoreAgainstRandom(TicTacToe.GAME.start(), 1)).isCloseTo(874 / 945.0, within(1e-12));
  }

  private static double scoreAgainstRandom(Position position, int side) {
    if (position.outcome().isOver()) {
      return position.outcome().valueFor(side);
    }
    double best = -1;
    double sum = 0;
    int[] moves = Moves.of(position).toArray();
    for (int move : moves) {
      position.make(move);
      double score = scoreAgainstRandom(position, side);
      best = Math.max(best, score);
      sum += score;
      position.unmake();
    }
    return position.sideToMove() == side ? best : sum / moves.length;
  }
}
