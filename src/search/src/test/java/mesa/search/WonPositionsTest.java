package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mesa.core.Analysis;
import mesa.core.Decision;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the side to move wins, the searches prove it, play it, and tell the truth about how long it takes. */
class WonPositionsTest {
  private static final int DISCS_OF_LATE_POSITIONS = 26;

  /** Wins count how soon they come: 100 less a ply each; losses likewise, so that later is better. */
  private final Map<Long, Integer> scores = new HashMap<>();

  /** Plain minimax: the score for the side to move. */
  private int score(Position position) {
    Outcome outcome = position.outcome();
    if (outcome.isOver()) {
      return 100 * outcome.valueFor(position.sideToMove());
    }
    Integer known = scores.get(position.hash());
    if (known != null) {
      return known;
    }
    int best = Integer.MIN_VALUE;
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      int score = -score(position);
      position.unmake();
      best = Math.max(best, score - Integer.signum(score));
    }
    scores.put(position.hash(), best);
    return best;
  }

  private void collectWon(Position position, Map<Long, Position> won) {
    if (position.outcome().isOver() || won.containsKey(position.hash())) {
      return;
    }
    won.put(position.hash(), score(position) > 0 ? position.copy() : null);
    for (int move : Moves.of(position).toArray()) {
      position.make(move);
      collectWon(position, won);
      position.unmake();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tictactoe, solver:hash=1",
    "tictactoe, 'alphabeta:hash=1,nodes=100000'",
    "tictactoe, 'mcts:eval=uniform,c=4,nodes=50000'",
    "tictactoe, 'mcts:eval=uniform,c=4,root=gumbel,nodes=50000'",
    "tictactoe, 'mcts:eval=uniform,c=4,nodes=50000,threads=2'",
    "hex:size=3, solver:hash=1",
    "hex:size=3, 'alphabeta:hash=1,nodes=100000'",
    "hex:size=3, 'mcts:eval=distance,c=4,nodes=50000'",
  })
  void choose_everyWonPosition_playsAndProvesTheWin(String name, String spec) {
    Game game = Registry.load().game(name);
    Map<Long, Position> met = new HashMap<>();
    collectWon(game.start(), met);
    List<Position> won = met.values().stream().filter(position -> position != null && position.movesMade() >= 2).toList();
    assertThat(won).hasSizeGreaterThan(1000);
    Entrant entrant = Registry.load().entrant(game, spec);
    try (Player player = entrant.newPlayer()) {
      for (int i = 0; i < won.size(); i += 5) {
        Position position = won.get(i);
        int plies = 100 - score(position);
        player.newGame(1);
        Decision decision = player.choose(position.copy(), entrant.budget().start(() -> 0));
        Position after = position.copy();
        after.make(decision.move());
        assertThat(score(after)).as("for the other side after %s in %s", position.format(decision.move()), position.text())
            .isNegative();
        if (Moves.of(position).size() > 1) { // Where there is but one move, some do not search.
          checkProof(player.analysis().orElseThrow().lines().getFirst(), position, plies, spec.startsWith("solver"));
        }
      }
    }
  }

  /** A proof may be of a longer win than the soonest, except by the solver; sooner than the soonest there is none. */
  private static void checkProof(Analysis.Line line, Position position, int plies, boolean soonest) {
    String where = "%s in %s, won in %d".formatted(line, position.text(), plies);
    assertThat(line.proven()).as(where).isEqualTo(Outcome.wonBy(position.sideToMove()));
    assertThat(line.value()).as(where).isEqualTo(1);
    assertThat(line.plies()).as(where).isGreaterThanOrEqualTo(plies);
    assertThat(line.plies() % 2).as("%s: odd", where).isEqualTo(1);
    if (soonest) {
      assertThat(line.plies()).as(where).isEqualTo(plies);
    }
  }

  /** The endgames of another program: after the move the other side loses, as the solver says. */
  @ParameterizedTest
  @ValueSource(strings = {
    "alphabeta:hash=4,eval=threats,nodes=300000", "mcts:eval=threats,c=4,nodes=100000",
    "mcts:eval=threats,c=4,nodes=100000,threads=2"})
  void choose_wonEndgamesOfConnectFour_playsTheWin(String spec) throws IOException {
    Game game = Registry.load().game("connectfour");
    Entrant entrant = Registry.load().entrant(game, spec);
    int checked = 0;
    try (Player player = entrant.newPlayer()) {
      for (String line : solved(game)) {
        String[] parts = line.split(" "); // Moves, the score of the position, moves that keep its result.
        if (parts[0].length() < DISCS_OF_LATE_POSITIONS || Integer.parseInt(parts[1]) <= 0) {
          continue;
        }
        Position position = game.parse(parts[0]);
        Decision decision = player.choose(position.copy(), entrant.budget().start(() -> 0));
        assertThat(parts[2]).as("%s in %s", spec, line).contains(position.format(decision.move()));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(20);
  }

  private static List<String> solved(Game game) throws IOException {
    try (InputStream in = game.resource("solved.txt").orElseThrow().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    }
  }

  /** Composed mates, whose first moves and lengths are published; AlphaBetaTest has others. */
  @ParameterizedTest
  @CsvSource({
    "1, 6k1/5ppp/8/8/8/8/8/R5K1 w - - 0 1, a1a8", // the back rank
    "1, 6rk/6pp/8/6N1/8/8/8/6K1 w - - 0 1, g5f7", // smothered
    "2, kbK5/pp6/1P6/8/8/8/8/R7 w - - 0 1, a1a6", // Morphy
    "2, r1bq2r1/b4pk1/p1pp1p2/1p2pP2/1P2P1PB/3P4/1PPQ2P1/R3K2R w - - 0 1, d2h6",
    "3, r5rk/5p1p/5R2/4B3/8/8/7P/7K w - - 0 1, f6a6",
  })
  void choose_mateInOneToThree_isPlayedAndProved(int moves, String fen, String key) {
    Game chess = Registry.load().game("chess");
    for (String spec : List.of("mcts:eval=uniform,nodes=300000", "mcts:eval=uniform,nodes=300000,threads=2",
        "alphabeta:hash=1,nodes=300000")) {
      Entrant entrant = Registry.load().entrant(chess, spec);
      try (Player player = entrant.newPlayer()) {
        Position position = chess.parse(fen);
        Decision decision = player.choose(position.copy(), entrant.budget().start(() -> 0));
        assertThat(position.format(decision.move())).as(spec).isEqualTo(key);
        checkProof(player.analysis().orElseThrow().lines().getFirst(), position, 2 * moves - 1, false);
      }
    }
  }
}
