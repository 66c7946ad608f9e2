package mesa.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mesa.core.Entrant;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Player;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks all of tic-tac-toe with the net that ships. */
class ShippedNetTest {
  private static final Registry REGISTRY = Registry.load();
  private static final Game GAME = REGISTRY.game("tictactoe");

  /** Exact values for the side to move, by hash. */
  private final Map<Long, Integer> solved = new HashMap<>();

  @ParameterizedTest
  @CsvSource({"'mcts:eval=net,nodes=64', 0", "'mcts:eval=net,nodes=64', 1", "policy, 0", "policy, 1"})
  void choose_againstEveryLineOfPlay_neverLoses(String spec, int side) {
    Entrant entrant = REGISTRY.entrant(GAME, spec);
    try (Player player = entrant.newPlayer()) {
      List<String> lost = new ArrayList<>();
      int lines = play(GAME.start(), side, entrant, player, lost);
      assertThat(lost).as("lines lost by %s as side %d", spec, side).isEmpty();
      assertThat(lines).as("lines of play").isGreaterThan(50);
    }
  }

  /** Plays every game in which the other side does what it likes; returns how many there are. */
  private static int play(Position position, int side, Entrant entrant, Player player, List<String> lost) {
    if (position.outcome().isOver()) {
      if (position.outcome().valueFor(side) < 0) {
        lost.add(position.text());
      }
      return 1;
    }
    int lines = 0;
    Moves moves = position.sideToMove() == side ? only(choose(position, entrant, player)) : Moves.of(position);
    for (int i = 0; i < moves.size(); i++) {
      position.make(moves.get(i));
      lines += play(position, side, entrant, player, lost);
      position.unmake();
    }
    return lines;
  }

  private static Moves only(int move) {
    Moves moves = new Moves(1);
    moves.add(move);
    return moves;
  }

  private static int choose(Position position, Entrant entrant, Player player) {
    player.newGame(1); // So that an answer does not depend on what was asked before.
    return player.choose(position.copy(), entrant.budget().start(() -> 0)).move();
  }

  @ParameterizedTest
  @CsvSource({"'mcts:eval=net,nodes=64', 4520", "policy, 4475"})
  void choose_inAllUndecidedPositions_isOptimalInNearlyAll(String spec, int atLeast) {
    Entrant entrant = REGISTRY.entrant(GAME, spec);
    try (Player player = entrant.newPlayer()) {
      int optimal = 0;
      List<Position> positions = undecided();
      for (Position position : positions) {
        int value = solve(position);
        position.make(choose(position, entrant, player));
        optimal += -solve(position) == value ? 1 : 0;
      }
      assertThat(positions).hasSize(4520);
      assertThat(optimal).as("optimal moves of %s", spec).isGreaterThanOrEqualTo(atLeast);
    }
  }

  private static List<Position> undecided() {
    List<Position> positions = new ArrayList<>();
    collect(GAME.start(), new HashSet<>(), positions);
    return positions;
  }

  private static void collect(Position position, Set<Long> seen, List<Position> into) {
    if (position.outcome().isOver() || !seen.add(position.hash())) {
      return;
    }
    into.add(position.copy());
    Moves moves = Moves.of(position);
    for (int i = 0; i < moves.size(); i++) {
      position.make(moves.get(i));
      collect(position, seen, into);
      position.unmake();
    }
  }

  private int solve(Position position) {
    if (position.outcome().isOver()) {
      return position.outcome().valueFor(position.sideToMove());
    }
    Integer known = solved.get(position.hash());
    if (known != null) {
      return known;
    }
    int best = -1;
    Moves moves = Moves.of(position);
    for (int i = 0; i < moves.size(); i++) {
      position.make(moves.get(i));
      best = Math.max(best, -solve(position));
      position.unmake();
    }
    solved.put(position.hash(), best);
    return best;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tictactoe", "chess"})
  void shipped_ofEachGame_saysWhereItComesFromAndHowStrongItIs(String name) throws IOException {
    Game game = REGISTRY.game(name);
    assertThat(Net.shipped(game).provenance()).containsKeys("recipe", "seed", "steps", "samples", "seconds", "commit");
    try (InputStream card = game.resource("net.md").orElseThrow().openStream()) {
      assertThat(new String(card.readAllBytes(), StandardCharsets.UTF_8)).contains("## Strength")
          .doesNotContain("Not measured");
    }
  }

  @Test
  void shipped_ofChess_valuesAQueenMore() {
    Game chess = REGISTRY.game("chess");
    SparseNet net = new SparseNet(Net.shipped(chess), chess.encoder().orElseThrow());
    Position ahead = chess.parse("rnb1kbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1");
    Position behind = chess.parse("rnb1kbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR b KQkq - 0 1");
    assertThat(net.value(ahead)).isGreaterThan(0.5f);
    assertThat(net.value(behind)).isLessThan(-0.5f);
  }
}
