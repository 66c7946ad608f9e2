package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Position;
import mesa.core.Registry;
import org.junit.jupiter.api.Test;

class MoveOrderTest {
  private static final Game CHESS = Registry.load().game("chess");

  /** White's queen can take a protected pawn, his rook a loose one. */
  private final Position position = CHESS.parse("4k3/8/4p3/3p4/6n1/3Q4/p7/R3K3 w - - 0 1");
  private final Trail trail = new Trail(new UniformEvaluator());
  private final MoveOrder order = new MoveOrder(trail, Techniques.ALL);
  private final Node node = trail.node(0);

  MoveOrderTest() {
    trail.start(position, Search.unlimited());
    order.clear();
    node.tableMove = TranspositionTable.NO_MOVE;
  }

  @Test
  void next_allMoves_goesFromTheTablesMoveByWinningOnesKillersAndQuietOnesToLosingOnes() {
    order.begin(node);
    int killer = position.parseMove("e1d2");
    int move;
    do {
      move = order.next(node);
    } while (move != killer && move != TranspositionTable.NO_MOVE);
    order.learn(node, 4);
    node.tableMove = position.parseMove("e1e2");
    order.begin(node);
    List<String> moves = rest();
    assertThat(moves.subList(0, 3)).containsExactly("e1e2", "a1a2", "e1d2");
    assertThat(moves.getLast()).isEqualTo("d3d5");
    assertThat(moves).hasSize(Moves.of(position).size()).doesNotHaveDuplicates();
  }

  @Test
  void next_tableMoveThatIsNotLegal_isNeverHandedOut() {
    node.tableMove = 12_345_678;
    order.begin(node);
    List<String> moves = rest();
    assertThat(moves).hasSize(Moves.of(position).size()).doesNotHaveDuplicates();
  }

  @Test
  void leaveOutQuiet_beforeAnything_leavesNoisyMovesAndChecks() {
    order.begin(node);
    order.leaveOutQuiet(node);
    // The queen gives check from b5 and g6.
    assertThat(rest()).startsWith("a1a2").endsWith("d3d5").contains("d3b5", "d3g6").doesNotContain("e1d2");
  }

  @Test
  void leaveOutQuiet_afterAKillerThatGivesCheck_handsItOutNoSecondTime() {
    learnFrom("d3b5");
    order.begin(node);
    assertThat(List.of(nextMove(), nextMove())).containsExactly("a1a2", "d3b5");
    order.leaveOutQuiet(node);
    assertThat(rest()).containsExactly("d3g6", "d3d5");
  }

  @Test
  void next_killerThatIsNotLegalHere_isNeverHandedOut() {
    learnFrom("e1d2");
    Position other = CHESS.parse("4k3/8/4p3/3p4/6n1/3Q4/p2P4/R3K3 w - - 0 1");
    trail.start(other, Search.unlimited());
    order.begin(node);
    assertThat(rest()).hasSize(Moves.of(other).size()).doesNotHaveDuplicates();
  }

  /** Lets a move refute, so that it becomes a killer. */
  private void learnFrom(String killer) {
    order.begin(node);
    String move;
    do {
      move = nextMove();
    } while (!move.equals(killer));
    order.learn(node, 4);
  }

  private String nextMove() {
    return position.format(order.next(node));
  }

  private List<String> rest() {
    List<String> moves = new ArrayList<>();
    for (int move; (move = order.next(node)) != TranspositionTable.NO_MOVE; ) {
      moves.add(position.format(move));
    }
    return moves;
  }
}
