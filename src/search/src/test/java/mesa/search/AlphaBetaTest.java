package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import mesa.core.Analysis;
import mesa.core.BadInputException;
import mesa.core.Budget;
import mesa.core.Clock;
import mesa.core.Decision;
import mesa.core.Evaluator;
import mesa.core.Game;
import mesa.core.Meter;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Registry;
import mesa.core.Rng;
import mesa.core.Spec;
import mesa.testkit.Allocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlphaBetaTest {
  private static final Game CHESS = Registry.load().game("chess");

  private static final Techniques TABLE_ALONE = Techniques.only(Set.of(Technique.TABLE));

  /** All that order moves or save work without changing what a search of a given depth finds. */
  private static final Techniques EXACT =
      Techniques.only(Stream.of(Technique.values()).filter(Technique::isExact).toList());

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void choose_withoutGuesses_scoresLikeMinimaxOfThatDepth(int sides) {
    for (int seed = 0; seed < 200; seed++) {
      Position position = new Thicket(seed, sides, 2, 8, 4, 30).start();
      for (int depth = 1; depth <= 5; depth++) {
        float expected = Wins.toValue(minimax(position, new Search.HashEvaluator(), depth, 0));
        for (Techniques techniques : new Techniques[] {Techniques.only(Set.of()), TABLE_ALONE, EXACT}) {
          Decision decision = alphaBeta(new Search.HashEvaluator(), techniques).choose(position, depth(depth));
          assertThat(decision.value()).as("seed %d, depth %d, %s", seed, depth, techniques).isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void choose_unlimited_endsWithTheExactResult(int sides) {
    for (int seed = 0; seed < 300; seed++) {
      Position position = new Thicket(seed, sides, 2, 8, 4, 30).start();
      AlphaBeta player = alphaBeta(new Search.HashEvaluator(), Techniques.ALL);
      Decision decision = player.choose(position, Search.unlimited());
      int score = minimax(position, new Search.HashEvaluator(), Integer.MAX_VALUE, 0);
      int exact = Integer.signum(score);
      assertThat(decision.value()).as("seed %d", seed).isEqualTo(exact);
      assertThat(player.analysis().orElseThrow().lines().getFirst().plies()).as("plies to the end, seed %d", seed)
          .isEqualTo(exact == 0 ? 0 : Wins.plies(score));
      position.make(decision.move());
      assertThat(Search.minimax(position)).as("after the move, seed %d", seed).isEqualTo(exact);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void choose_waysOfDifferentLengthsMeet_findsTheSoonestWinOrLatestLoss(int sides) {
    Rng rng = new Rng(sides);
    for (int number = 0; number < 2000; number++) {
      Web web = Web.random(rng, sides, 40, 8, 4);
      Position position = web.start();
      AlphaBeta player = new AlphaBeta(web.evaluator(), EXACT, 1 << 14, 1);
      Decision decision = player.choose(position, Search.unlimited());
      int exact = Search.exact(position);
      if (Moves.of(position).size() > 1) {
        assertThat(decision.value()).as("web %d", number).isEqualTo(valueForMover(position, exact));
        assertThat(player.analysis().orElseThrow().lines().getFirst().plies()).as("plies to the end, web %d", number)
            .isEqualTo(exact == 0 ? 0 : Wins.plies(exact));
      }
    }
  }

  /** With passes, exchanges that lose, and quiet moves to leave out: however late it proves or completes, it is true. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void choose_websWithAllTechniques_claimsNothingFalse(int sides) {
    Rng rng = new Rng(sides);
    int claims = 0;
    for (int number = 0; number < 1000; number++) {
      Web web = Web.random(rng, sides, 40, 8, 6);
      Position position = web.start();
      AlphaBeta player = new AlphaBeta(web.evaluator(), Techniques.ALL, 1 << 14, 1);
      Decision decision = player.choose(position, Search.unlimited());
      Analysis.Line line = player.analysis().orElseThrow().lines().getFirst();
      boolean isComplete = Moves.of(position).size() > 1 && line.depth() < AlphaBeta.DEEPEST;
      if (line.proven().isOver() || isComplete) {
        int exact = Search.exact(position);
        assertThat(decision.value()).as("web %d", number).isEqualTo(valueForMover(position, exact));
        assertThat(line.plies()).as("plies to the end, web %d", number).isGreaterThanOrEqualTo(exact == 0 ? 0 : Wins.plies(exact));
        claims++;
      }
    }
    assertThat(claims).isGreaterThan(500);
  }

  private static float valueForMover(Position position, int scoreForFirst) {
    return position.sideToMove() == 0 ? Integer.signum(scoreForFirst) : -Integer.signum(scoreForFirst);
  }

  @ParameterizedTest
  @CsvSource({
    "1, r1bqkb1r/pppp1ppp/2n2n2/4p2Q/2B1P3/8/PPPP1PPP/RNB1K1NR w KQkq - 4 4, h5f7", // the scholar's mate
    "2, kbK5/pp6/1P6/8/8/8/8/R7 w - - 0 1, a1a6", // Morphy; a zugzwang
    "3, r5rk/5p1p/5R2/4B3/8/8/7P/7K w - - 0 1, f6a6",
  })
  void mateInN_isFoundByAllThreeSearches(int moves, String fen, String key) {
    Position position = CHESS.parse(fen);
    Decision alphaBeta = alphaBeta(material(), Techniques.ALL).choose(position, Search.nodes(1_000_000));
    assertThat(position.format(alphaBeta.move())).as("alphabeta").isEqualTo(key);
    assertThat(alphaBeta.value()).as("alphabeta").isEqualTo(1);
    Budget budget = new Budget(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 2 * moves - 1, null);
    Solution solution = new Solver(1 << 24).solve(position, budget.start(() -> 0));
    assertThat(position.format(solution.choice())).as("solver").isEqualTo(key);
    assertThat(solution.distance()).as("solver").isEqualTo(2 * moves - 1);
    Mcts mcts = Search.mcts(new UniformEvaluator());
    Decision decision = mcts.choose(position, Search.nodes(200_000));
    assertThat(mcts.tree().proof(Tree.ROOT)).as("mcts has a proof").isEqualTo(1);
    assertThat(decision.value()).as("mcts").isEqualTo(1);
    assertThat((int) mcts.tree().distance[Tree.ROOT]).as("mcts").isGreaterThanOrEqualTo(2 * moves - 1);
  }

  @Test
  void choose_mateByZugzwang_isProvedInAThousandNodes() {
    Position morphy = CHESS.parse("kbK5/pp6/1P6/8/8/8/8/R7 w - - 0 1");
    Decision decision = alphaBeta(material(), Techniques.ALL).choose(morphy, Search.nodes(1000));
    assertThat(morphy.format(decision.move())).isEqualTo("a1a6");
    assertThat(decision.value()).isEqualTo(1); // Without caution it takes 4,959.
  }

  @Test
  void choose_interruptedAnywhere_movesLegallyAndRestoresThePosition() {
    Position position = CHESS.parse("r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1");
    String text = position.text();
    AlphaBeta player = alphaBeta(material(), Techniques.ALL);
    for (int nodes = 1; nodes < 3000; nodes = nodes * 5 / 4 + 1) {
      player.newGame(0);
      Meter meter = Search.nodes(nodes);
      Decision decision = player.choose(position, meter);
      assertThat(Moves.of(position).contains(decision.move())).as("legal after %d nodes", nodes).isTrue();
      assertThat(position.text()).as("position after %d nodes", nodes).isEqualTo(text);
      assertThat(meter.nodes()).isEqualTo(nodes);
    }
  }

  @Test
  void choose_hangingQueen_isTakenWithinTwoPlies() {
    Position position = CHESS.parse("rnb1kbnr/pppp1ppp/8/4p1q1/4P3/3P4/PPP2PPP/RNBQKBNR w KQkq - 1 3");
    Decision decision = alphaBeta(material(), Techniques.ALL).choose(position, depth(2));
    assertThat(position.format(decision.move())).isEqualTo("c1g5");
  }

  @Test
  void choose_perpetualCheckOrLoss_findsTheDraw() {
    // Black threatens to win at once, but Qe8+ Kh7 Qh5+ Kg8 goes on for ever.
    Position position = CHESS.parse("6k1/6p1/8/7Q/8/8/1r4PP/q5BK w - - 0 1");
    Decision decision = alphaBeta(material(), Techniques.ALL).choose(position, Search.nodes(200_000));
    assertThat(position.format(decision.move())).isEqualTo("h5e8");
    assertThat(decision.value()).isZero();
  }

  @Test
  void choose_onAGameClock_staysWithinItsHardLimit() {
    long[] now = {0};
    Clock clock = new Clock(23_000_000, 0, 0); // Its share is 1 ms; each reading of the clock takes 10 us.
    Meter meter = Budget.UNLIMITED.withClock(clock).start(() -> now[0] += 10_000);
    alphaBeta(material(), Techniques.ALL).choose(CHESS.start(), meter);
    assertThat(meter.elapsedNanos()).isBetween(350_000L, 7_700_000L); // The hard limit is a third of all.
    Meter forOneMove = Budget.UNLIMITED.withClock(Clock.perMove(2_000_000)).start(() -> now[0] += 10_000);
    alphaBeta(material(), Techniques.ALL).choose(CHESS.start(), forOneMove);
    assertThat(forOneMove.elapsedNanos()).isGreaterThanOrEqualTo(2_000_000 - 2_000);
  }

  @Test
  void choose_withoutAnyTime_looksAtEachMoveOnceAllTheSame() {
    Position position = CHESS.parse("k7/8/1K6/8/8/8/8/7R w - - 0 1");
    Meter meter = Budget.UNLIMITED.withClock(Clock.perMove(0)).start(() -> 0);
    Decision decision = alphaBeta(material(), Techniques.ALL).choose(position, meter);
    assertThat(position.format(decision.move())).isEqualTo("h1h8"); // Mate.
    assertThat(meter.nodes()).isLessThan(1_000);
  }

  @Test
  void without_unknownTechnique_isRefusedWithTheListOfAll() {
    Registry registry = Registry.load();
    assertThatThrownBy(() -> registry.entrant(CHESS, "alphabeta:without=lmr+nil").newPlayer())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("lmr+nil")
        .hasMessageContainingAll(Techniques.names().toArray(String[]::new));
  }

  @Test
  void without_anyTechnique_playsAndSpendsItsBudget() {
    for (String name : Techniques.names()) {
      Meter meter = Search.nodes(500);
      Decision decision = alphaBeta(material(), Techniques.withoutNamed(List.of(name))).choose(CHESS.start(), meter);
      assertThat(Moves.of(CHESS.start()).contains(decision.move())).as("without %s", name).isTrue();
      assertThat(meter.nodes()).as("without %s", name).isEqualTo(500);
    }
  }

  @Test
  void choose_warm_allocatesNothingPerNode() {
    AlphaBeta player = alphaBeta(material(), Techniques.ALL);
    Position position = CHESS.start();
    assertThat(bytes(player, position, 4000)).isEqualTo(bytes(player, position, 500));
  }

  static long bytes(AlphaBeta player, Position position, int nodes) {
    // A search makes its meter, its decision and its list of moves, whatever its length.
    return Allocation.bytes(() -> {
      player.newGame(0);
      player.choose(position, Search.nodes(nodes));
    });
  }

  private static AlphaBeta alphaBeta(Evaluator evaluator, Techniques techniques) {
    return new AlphaBeta(evaluator, techniques, 1 << 22, 1);
  }

  private static Evaluator material() {
    return Registry.load().evaluator(CHESS, Spec.parse("own"));
  }

  private static Meter depth(int depth) {
    return new Budget(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, depth, null).start(() -> 0);
  }

  /** Plain minimax to a depth, for side 0, which moves first in every thicket. */
  private static int minimax(Position position, Evaluator evaluator, int depth, int ply) {
    Outcome outcome = position.outcome();
    if (outcome.isOver()) {
      return Wins.of(outcome, 0, ply);
    }
    boolean first = position.sideToMove() == 0;
    if (depth == 0) {
      return first ? evaluator.score(position) : -evaluator.score(position);
    }
    int best = first ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      int score = minimax(position, evaluator, depth - 1, ply + 1);
      position.unmake();
      best = first ? Math.max(best, score) : Math.min(best, score);
    }
    return best;
  }

  /** As in its Monte Carlo sister: the search is the same whatever the budget, up to where it ends. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void choose_thicket_playsTheMoveItSettledOnFromThenOn(int sides) {
    int settledLate = 0;
    for (int seed = 0; seed < 60; seed++) {
      Position position = new Thicket(seed, sides, 2, 8, 4, 60).start();
      Meter meter = Search.nodes(2000);
      int move = alphaBeta(new Search.HashEvaluator(), Techniques.ALL).choose(position, meter).move();
      long at = meter.settledOn(move).orElseThrow().nodes();
      for (long nodes = Math.max(1, at); nodes <= meter.nodes(); nodes += 1 + (meter.nodes() - at) / 5) {
        int played = alphaBeta(new Search.HashEvaluator(), Techniques.ALL).choose(position, Search.nodes(nodes)).move();
        assertThat(played).as("seed %d, settled at %d, budget %d", seed, at, nodes).isEqualTo(move);
      }
      settledLate += at > 1 ? 1 : 0;
    }
    assertThat(settledLate).isGreaterThan(10);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "1, 3", "2, 3", "2, 99"})
  void analysis_ofThickets_givesTheBestMovesWithTheirExactValuesInOrder(int sides, int wanted) {
    for (int seed = 0; seed < 60; seed++) {
      Position position = new Thicket(seed, sides, 2, 5, 3, 12).start();
      int side = position.sideToMove();
      AlphaBeta player = new AlphaBeta(new Search.HashEvaluator(), Techniques.only(Set.of(Technique.TABLE)), 1 << 22, wanted);
      Decision decision = player.choose(position, Search.unlimited());
      List<Analysis.Line> lines = player.analysis().orElseThrow().lines();
      Moves moves = Moves.of(position);
      assertThat(lines).as("seed %d", seed).hasSize(Math.min(wanted, moves.size()));
      assertThat(lines.getFirst().moves().getFirst()).as("seed %d", seed).isEqualTo(decision.move());
      float last = 1;
      for (Analysis.Line line : lines) {
        assertThat(line.value()).as("seed %d, values in order", seed).isLessThanOrEqualTo(last);
        last = line.value();
        Position end = position.copy();
        for (int move : line.moves()) {
          assertThat(Moves.of(end).contains(move)).as("seed %d, a legal line %s", seed, line.moves()).isTrue();
          end.make(move);
        }
        if (line.proven().isOver()) {
          position.make(line.moves().getFirst());
          int exact = Search.minimax(position);
          position.unmake();
          assertThat(line.proven().valueFor(0)).as("seed %d, value for side 0", seed).isEqualTo(exact);
          assertThat(line.value()).as("seed %d, value for the mover", seed).isEqualTo(side == 0 ? exact : -exact);
        }
      }
    }
  }

  /** Wherever the budget ends, also amid the lines of an iteration. */
  @Test
  void analysis_ofFiveLinesCutAnywhere_tellsOfFiveMovesInOrder() {
    Position position = CHESS.parse("r1bqkbnr/pppp1ppp/2n5/4p3/4P3/5N2/PPPP1PPP/RNBQKB1R w KQkq - 2 3");
    for (int nodes = 200; nodes < 6000; nodes += 67) {
      AlphaBeta player = new AlphaBeta(material(), Techniques.ALL, 1 << 22, 5);
      Decision decision = player.choose(position.copy(), Search.nodes(nodes));
      List<Analysis.Line> lines = player.analysis().orElseThrow().lines();
      assertThat(lines.stream().map(line -> line.moves().getFirst())).as("%d nodes", nodes).hasSize(5).doesNotHaveDuplicates()
          .startsWith(decision.move());
      assertThat(lines.stream().map(Analysis.Line::depth)).as("%d nodes", nodes).isSortedAccordingTo(Comparator.reverseOrder());
      if (lines.getFirst().depth() == lines.getLast().depth()) {
        assertThat(lines).as("%d nodes", nodes).isSortedAccordingTo((a, b) -> Float.compare(b.value(), a.value()));
      }
    }
  }

  /** Where the budget ends amid a line, what it has may be a bound, of a window too narrow: the line of before stays. */
  @Test
  void analysis_ofSevenLinesCutAnywhere_ranksThoseOfOneDepth() {
    Game connectFour = Registry.load().game("connectfour");
    Evaluator evaluator = Registry.load().evaluator(connectFour, Spec.parse("own"));
    for (int nodes = 1000; nodes < 10_000; nodes += 97) {
      AlphaBeta player = new AlphaBeta(evaluator, Techniques.ALL, 1 << 22, 7);
      player.choose(connectFour.start(), Search.nodes(nodes));
      List<Analysis.Line> lines = player.analysis().orElseThrow().lines();
      for (int depth : lines.stream().map(Analysis.Line::depth).distinct().toList()) {
        assertThat(lines.stream().filter(line -> line.depth() == depth).map(Analysis.Line::value))
            .as("values to depth %d with %d nodes", depth, nodes).isSortedAccordingTo(Comparator.reverseOrder());
      }
    }
  }

  /** A queen stands to be taken, or a rook, or nothing: three lines, in this order. */
  @Test
  void analysis_ofThreeLines_ranksCaptures() {
    Position position = CHESS.parse("4k3/8/8/2q3r1/3P3P/8/8/4K3 w - - 0 1");
    AlphaBeta player = new AlphaBeta(material(), Techniques.ALL, 1 << 22, 3);
    player.choose(position, Search.nodes(20_000));
    List<String> first = player.analysis().orElseThrow().lines().stream()
        .map(line -> position.format(line.moves().getFirst())).toList();
    assertThat(first).hasSize(3).startsWith("d4c5", "h4g5");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void chooseAmong_someMoves_findsTheExactResultOfTheseAlone(int sides) {
    for (int seed = 0; seed < 200; seed++) {
      Position position = new Thicket(seed, sides, 2, 8, 4, 30).start();
      Moves among = everyOther(Moves.of(position));
      int best = -1;
      for (int move : among.toArray()) {
        position.make(move);
        best = Math.max(best, Search.minimax(position)); // Side 0 moves at the start.
        position.unmake();
      }
      Decision decision = alphaBeta(new Search.HashEvaluator(), Techniques.ALL)
          .chooseAmong(position, among, Search.unlimited()).orElseThrow();
      assertThat(among.contains(decision.move())).as("seed %d", seed).isTrue();
      assertThat(decision.value()).as("seed %d", seed).isEqualTo(best);
    }
  }

  /** What it finds for some moves of a position is not what the position is worth. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void chooseAmong_movesOfWhatMayFollow_leavesNothingFalseInTheTable(int sides) {
    assertExactAfter(sides, (player, position) ->
        player.chooseAmong(position, everyOther(Moves.of(position)), Search.unlimited()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void choose_fewPliesOfWhatMayFollow_leavesNothingInTheTableAsCertain(int sides) {
    assertExactAfter(sides, (player, position) -> player.choose(position, depth(2)));
  }

  /** Looks into the positions after each move first, then at the one before. */
  private static void assertExactAfter(int sides, BiConsumer<AlphaBeta, Position> look) {
    Rng rng = new Rng(sides);
    for (int number = 0; number < 300; number++) {
      Web web = Web.random(rng, sides, 30, 5, 8);
      Position position = web.start();
      AlphaBeta player = new AlphaBeta(web.evaluator(), EXACT, 1 << 14, 1);
      for (int move : Moves.of(position).toArray()) {
        position.make(move);
        if (Moves.of(position).size() > 1) {
          look.accept(player, position);
        }
        position.unmake();
      }
      if (Moves.of(position).size() > 1) {
        assertThat(player.choose(position, Search.unlimited()).value()).as("web %d", number)
            .isEqualTo(valueForMover(position, Search.exact(position)));
      }
    }
  }

  private static Moves everyOther(Moves all) {
    Moves some = new Moves();
    for (int i = 0; i < all.size(); i += 2) {
      some.add(all.get(i));
    }
    return some;
  }

  @Test
  void choose_whileItRuns_tellsOfEachDepth() {
    Meter meter = depth(4);
    List<Integer> depths = new ArrayList<>();
    meter.watch(findings -> {
      Analysis analysis = findings.get().orElseThrow();
      depths.add(analysis.lines().getFirst().depth());
      assertThat(analysis.deepest()).isGreaterThanOrEqualTo(analysis.lines().getFirst().moves().size());
    });
    alphaBeta(new Search.HashEvaluator(), Techniques.ALL).choose(CHESS.start(), meter);
    assertThat(depths).containsExactly(1, 2, 3, 4);
  }
}
